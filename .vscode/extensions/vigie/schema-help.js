'use strict';
// What a JSON Schema says at a place of a document.

/** The branches of a union, or the schema alone. */
const branches = (schema) => (schema.anyOf ?? schema.oneOf ?? [schema]).flatMap((each) => (each === schema ? [each] : branches(each)));

/** Every schema that holds at the end of a path. */
function at(schema, path) {
  return path.reduce(
    (schemas, step) =>
      schemas
        .flatMap(branches)
        .map((each) => (step === '*' ? each.items : (each.properties?.[step] ?? (typeof each.additionalProperties === 'object' ? each.additionalProperties : undefined))))
        .filter((each) => typeof each === 'object' && each !== null),
    [schema],
  );
}

/** Keys of the object at a path: their doc line, and whether they must be there. */
function keysAt(schema, path) {
  const found = new Map();
  for (const object of at(schema, path).flatMap(branches)) {
    for (const [key, value] of Object.entries(object.properties ?? {})) if (!found.has(key)) found.set(key, { key, doc: docOf(value), required: object.required?.includes(key) === true, opens: branches(value).every(({ type }) => type === 'object' || type === 'array') });
  }
  return [...found.values()];
}

/** Values that a place accepts, where they can be listed. */
const valuesAt = (schema, path) => [...new Set(at(schema, path).flatMap(branches).flatMap((each) => (each.enum ?? (each.const !== undefined ? [each.const] : each.type === 'boolean' ? [true, false] : []))))];

/** Whether a place takes the id of a record or of a role: the doc lines of the schemas' own forms say so. */
const isReference = (schema, path) => at(schema, path).flatMap((each) => [each, ...branches(each)]).some(({ description }) => /\b(?:Ids? of (?:a )?records?|Ids of records|Role id)\b/.test(description ?? ''));

/** The doc line of a field, its values and its default, as Markdown. */
function docOf(schema) {
  const values = [...new Set(branches(schema).flatMap((each) => each.enum ?? (each.const !== undefined ? [each.const] : [])))];
  return [schema.description, values.length > 0 ? values.map((value) => `\`${value}\``).join(' · ') : undefined, schema.default !== undefined && !Array.isArray(schema.default) ? `→ \`${schema.default}\`` : undefined].filter(Boolean).join('\n\n');
}

/** The doc line at the end of a path. */
const docAt = (schema, path) => at(schema, path).map(docOf).filter(Boolean)[0];

module.exports = { docAt, isReference, keysAt, valuesAt };
