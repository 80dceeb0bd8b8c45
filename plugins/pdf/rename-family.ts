const TABLE = 16;

/** The names of a font that programs look it up by: its family alone, whatever else it was called. The name in PDF files stays. */
function namesOf(table: Buffer, family: string): Buffer {
  const texts = table.readUInt16BE(4);
  const records = Array.from({ length: table.readUInt16BE(2) }, (_, index) => {
    const at = 6 + index * 12;
    const start = texts + table.readUInt16BE(at + 10);
    const id = table.readUInt16BE(at + 6);
    return { head: table.subarray(at, at + 8), id, text: id === 1 ? Buffer.from(family, 'utf16le').swap16() : table.subarray(start, start + table.readUInt16BE(at + 8)) };
  }).filter(({ head, id }) => head.readUInt16BE(0) === 3 && id !== 16 && id !== 21);
  const head = Buffer.alloc(6);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(6 + records.length * 12, 4);
  let at = 0;
  const entries = records.map(({ head: start, text }) => {
    const place = Buffer.alloc(4);
    place.writeUInt16BE(text.length, 0);
    place.writeUInt16BE(at, 2);
    at += text.length;
    return Buffer.concat([start, place]);
  });
  return Buffer.concat([head, ...entries, ...records.map(({ text }) => text)]);
}

/** A font under another family's name. */
export function renameFamily(font: Buffer, family: string): Buffer {
  const renamed = Buffer.from(font);
  for (let index = 0; index < renamed.readUInt16BE(4); index++) {
    const entry = 12 + index * TABLE;
    if (renamed.toString('latin1', entry, entry + 4) !== 'name') continue;
    const place = renamed.readUInt32BE(entry + 8);
    const names = namesOf(renamed.subarray(place, place + renamed.readUInt32BE(entry + 12)), family);
    const padding = Buffer.alloc((4 - (renamed.length % 4)) % 4);
    renamed.writeUInt32BE(renamed.length + padding.length, entry + 8);
    renamed.writeUInt32BE(names.length, entry + 12);
    return Buffer.concat([renamed, padding, names, Buffer.alloc((4 - (names.length % 4)) % 4)]);
  }
  return renamed;
}
