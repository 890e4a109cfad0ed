/** A text without the slashes at its end. */
export const withoutEndSlashes = (text: string): string => {
  let end = text.length;
  while (text[end - 1] === '/') end--;
  return text.slice(0, end);
};

/** A text without the slashes at its start and its end. */
export const withoutOuterSlashes = (text: string): string => withoutEndSlashes(text.replace(/^\/+/, ''));
