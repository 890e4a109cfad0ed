/** A part of a text between an opening and a closing mark: what stands between them, and where all of it stands. */
export interface Enclosed {
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

/** Every part between an opening and the next closing mark, from left to right. An opening mark without a closing one is skipped. */
export function* enclosed(text: string, open: string, close: string): Generator<Enclosed> {
  let start = text.indexOf(open);
  while (start >= 0) {
    const from = start + open.length;
    const to = text.indexOf(close, from);
    if (to < 0) return;
    const end = to + close.length;
    yield { content: text.slice(from, to), start, end };
    start = text.indexOf(open, end);
  }
}

/** A text with something else in the place of each such part. */
export const replaceEnclosed = (
  text: string,
  open: string,
  close: string,
  replace: (content: string) => string,
): string => {
  let result = '';
  let done = 0;
  for (const { content, start, end } of enclosed(text, open, close)) {
    result += text.slice(done, start) + replace(content);
    done = end;
  }
  return result + text.slice(done);
};
