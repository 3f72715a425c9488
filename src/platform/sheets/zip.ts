import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

/** The one moment that all files of an archive carry: 1980-01-01, so that the same content is the same archive. */
const dosDate = 0x0021;
const deflated = 8;
const version = 20;
/** Names are in UTF-8. */
const utf8Names = 0x0800;

/**
 * A ZIP archive (PKWARE APPNOTE 6.3, without ZIP64: less than 4 GB). The work is done beside the event loop.
 *
 * @param files path → content
 */
export async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const entries = await Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      const content = Buffer.from(text, 'utf8');
      return {
        name: Buffer.from(path, 'utf8'),
        packed: await deflate(content, { level: 1 }),
        bytes: content.length,
        sum: crc32(content),
      };
    }),
  );
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, bytes, sum } of entries) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(version, 0);
    facts.writeUInt16LE(utf8Names, 2);
    facts.writeUInt16LE(deflated, 4);
    facts.writeUInt16LE(dosDate, 8);
    facts.writeUInt32LE(sum, 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), uint16(version), facts, place, name]));
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}
