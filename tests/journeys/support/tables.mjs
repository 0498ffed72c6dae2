// Files as they come out of a dealer's computer.
import { crc32 } from 'node:zlib';

/** What Chinese Excel writes as CSV. Node can only read it, so the table is turned round. */
export function gb18030(text) {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map();
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      const pair = Uint8Array.of(high, low);
      const character = decoder.decode(pair);
      if (character.length === 1 && !bytes.has(character)) bytes.set(character, pair);
    }
  }
  return Buffer.concat(
    [...text].map((character) => {
      if (character.charCodeAt(0) < 0x80) return Buffer.from(character);
      if (!bytes.has(character)) throw new Error(`${character} needs more than two bytes`);
      return Buffer.from(bytes.get(character));
    }),
  );
}

const part = 'http://schemas.openxmlformats.org';
const relation = `${part}/officeDocument/2006/relationships`;
const links = (target, kind) =>
  `<Relationships xmlns="${part}/package/2006/relationships">` +
  `<Relationship Id="r1" Type="${relation}/${kind}" Target="${target}"/></Relationships>`;

/** The smallest workbook that Excel opens: one sheet of texts. */
export function xlsx(rows) {
  const cell = (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  const main = `${part}/spreadsheetml/2006/main`;
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zip({
    '[Content_Types].xml':
      `<Types xmlns="${part}/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': links('xl/workbook.xml', 'officeDocument'),
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${relation}">` +
      '<sheets><sheet name="三月" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': links('worksheets/sheet1.xml', 'worksheet'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  });
}

/** An archive of files as they are, not compressed. */
function zip(files) {
  const bodies = [];
  const index = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(body), 10);
    about.writeUInt32LE(body.length, 14);
    about.writeUInt32LE(body.length, 18);
    about.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    bodies.push(Buffer.from('PK\x03\x04'), about, path, body);
    index.push(Buffer.from('PK\x01\x02\x14\x00'), about, place, path);
    offset += 4 + about.length + path.length + body.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06'), end]);
}
