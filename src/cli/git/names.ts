/**
 * The text of a name in which each byte that is not UTF-8 is half of a pair of code units: so every name has a text of its
 * own, and `bytesOfName` gives the name back.
 */
export const textOfName = (bytes: Buffer): string => {
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd') || Buffer.from(text).equals(bytes)) return text;
  let name = '';
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOfCharacter(bytes, at);
    name += length > 0 ? bytes.toString('utf8', at, at + length) : String.fromCharCode(firstHalf + bytes[at]!);
    at += Math.max(1, length);
  }
  return name;
};

/** The bytes of a name from its text. */
export const bytesOfName = (text: string): Buffer =>
  Buffer.concat(
    text
      .split(halves)
      .map((part) =>
        part.length === 1 && halves.test(part) ? Buffer.from([part.charCodeAt(0) - firstHalf]) : Buffer.from(part),
      ),
  );

/** The second half of a pair, of which a byte above 0x7f makes one that stands for itself. */
const firstHalf = 0xdc00;

const halves = /((?<![\ud800-\udbff])[\udc80-\udcff])/;

/** How many bytes the character of UTF-8 has that begins at a place; 0 where none does. */
const lengthOfCharacter = (bytes: Buffer, at: number): number => {
  const first = bytes[at]!;
  const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0;
  const character = bytes.subarray(at, at + length);
  return length > 0 && Buffer.from(character.toString('utf8')).equals(character) ? length : 0;
};
