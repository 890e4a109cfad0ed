/** The offset at which the line of a place begins. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The offset at which the line of a place ends, before its line break. */
export const lineEnd = (text: string, at: number): number => {
  const found = text.indexOf('\n', at);
  if (found < 0) return text.length;
  return text[found - 1] === '\r' && found > at ? found - 1 : found;
};

/** Behind the line of a place: where the next one begins. */
export const nextLine = (text: string, at: number): number => {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
};

/** Whether a place is the first thing in its line. */
export const isFirstInLine = (text: string, at: number): boolean => text.slice(lineStart(text, at), at).trim() === '';

/** The place itself; where it is the first in its line and the line above ends with the colon of its key, behind that. */
export const behindColon = (text: string, at: number): number => {
  let end = at;
  while (end > 0 && /\s/.test(text[end - 1]!)) end--;
  return text[end - 1] === ':' && lineStart(text, at) > end ? end : at;
};
