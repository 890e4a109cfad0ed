/** How many bytes a text takes in UTF-8. */
export const utf8Length = (text: string): number => {
  if (!/[^\0-\x7f]/.test(text)) return text.length;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};
