/** A part of a text between an opening and a closing mark: what stands between them, and where all of it stands. */
export interface Enclosed {
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

/** Every part between an opening and the next closing mark, from left to right. An opening mark without a closing one is skipped. */
export const enclosed = (text: string, open: string, close: string): readonly Enclosed[] => {
  let start = text.indexOf(open);
  if (start < 0) return nothing;
  const found: Enclosed[] = [];
  while (start >= 0) {
    const from = start + open.length;
    const to = text.indexOf(close, from);
    if (to < 0) break;
    const end = to + close.length;
    found.push({ content: text.slice(from, to), start, end });
    start = text.indexOf(open, end);
  }
  return found;
};

const nothing: readonly Enclosed[] = [];

/** A text with something else in the place of each such part. */
export const replaceEnclosed = (
  text: string,
  open: string,
  close: string,
  replace: (content: string) => string,
): string => {
  const found = enclosed(text, open, close);
  if (found.length === 0) return text;
  let result = '';
  let done = 0;
  for (const { content, start, end } of found) {
    result += text.slice(done, start) + replace(content);
    done = end;
  }
  return result + text.slice(done);
};
