import { readSync } from 'node:fs';
import { withFile } from './open.ts';

/** The longest that what ends an archive can be: 22 bytes and a comment. */
const longestEnd = 22 + 0xffff;
const endSignature = Buffer.from('PK\x05\x06', 'latin1');

/** Whether a file is a ZIP archive (a `.jar` is one too): it has the record that ends every archive. */
export const isZip = (absolute: string): boolean =>
  withFile(absolute, ({ descriptor, stats: { size } }) => {
    const end = Buffer.alloc(Math.min(size, longestEnd));
    readSync(descriptor, end, 0, end.length, size - end.length);
    return end.includes(endSignature);
  });
