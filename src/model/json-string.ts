/**
 * Where a JSON string ends, behind its closing quote; undefined where it is never closed. Whether what stands in it is
 * right is not looked at.
 * @param start the offset of its opening quote
 */
export const endOfJsonString = (text: string, start: number): number | undefined => {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote;
    while (text[before - 1] === '\\') before--;
    if ((quote - before) % 2 === 0) return quote + 1;
  }
  return undefined;
};
