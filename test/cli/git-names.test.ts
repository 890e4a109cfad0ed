import { describe, expect, it } from 'vitest';
import { bytesOfName, textOfName } from '../../src/cli/git/names.ts';

describe('the text of a name', () => {
  it.each(['', 'template.yaml', 'a/ä€😀.yaml', 'a\ufffd.yaml'])('is the name, where that is UTF-8: %s', (name) => {
    expect(textOfName(Buffer.from(name))).toBe(name);
    expect(bytesOfName(name)).toEqual(Buffer.from(name));
  });

  it.each([
    [0xff],
    [0x61, 0xff, 0x62],
    [0xc3],
    [0xc3, 0x28],
    [0xc0, 0x80],
    [0xed, 0xa0, 0x80],
    [0xed, 0xb2, 0x80],
    [0xf0, 0x9f, 0x98],
    [0xf0, 0x9f, 0x98, 0x80, 0x80],
    [0xef, 0xbf, 0xbd, 0xfe],
  ])('gives back bytes that are not: %s %s %s %s', (...bytes) => {
    expect([...bytesOfName(textOfName(Buffer.from(bytes)))]).toEqual(bytes);
  });
});
