// Modules do not load from file:. Each stands here as a function, by file name, and runs once when a page or another module asks for it.
var siteModules = (function () {
  'use strict';
  var root = new URL('..', document.currentScript.src).href;
  var made = {};
  var texts = {};
  /** Runs a script file once it is needed; a promise of its end. */
  var script = function (address) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement('script');
      element.src = address;
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  };
  /** In place of fetch: the JSON files that pages read stand beside themselves as scripts. */
  var fetch = function (address) {
    var path = new URL(address, document.baseURI).href;
    return script(path + '.js').then(function () {
      return new Response(texts[path.slice(root.length)]);
    });
  };
  var run = function (name) {
    var file = name.slice(name.lastIndexOf('/') + 1);
    if (!made[file]) {
      var module = (made[file] = { exports: {} });
      api.all[file](run, module.exports, module, fetch);
    }
    return made[file].exports;
  };
  var api = { all: {}, run: run, script: script, root: root, text: function (path, text) { texts[path] = text; } };
  return api;
})();
