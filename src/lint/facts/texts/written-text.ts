import type { Cause } from '../../../model/origin.ts';

/** A text of the template together with the places where its parts were written. */
export interface WrittenText {
  readonly text: string;
  /** The place of a stretch of the text: exact where the source shows it, otherwise the nearest thing around it. */
  span(start: number, end: number): Cause | undefined;
}

/** The value of one scalar: its characters are found again in the source, past quotes, escapes and indentation. */
export const writtenScalar = (text: string, at: Cause | undefined): WrittenText => {
  let offsets: Int32Array | undefined;
  return {
    text,
    span(start, end) {
      if (!at) return undefined;
      offsets ??= align(text, at);
      const from = offsets[start] ?? -1;
      const to = end > start ? offsets[end - 1]! : from - 1;
      return from < 0 || to < 0 ? at : { ...at, start: from, end: to + 1 };
    },
  };
};

/** Texts one after the other. */
export const joinedText = (parts: readonly WrittenText[]): WrittenText => {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of parts) {
    starts.push(length);
    length += text.length;
  }
  return {
    text: parts.map(({ text }) => text).join(''),
    span(start, end) {
      const at = lastAtOrBefore(starts, start);
      const part = parts[at];
      if (!part) return undefined;
      const from = start - starts[at]!;
      return part.span(from, Math.min(end - starts[at]!, part.text.length));
    },
  };
};

const lastAtOrBefore = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** For every character of the value its offset in the source; -1 from where the two cannot be brought together. */
const align = (text: string, { source, start, end }: Cause): Int32Array => {
  const offsets = new Int32Array(text.length).fill(-1);
  const written = source.text;
  let at = opening(written, start, end);
  const style = written[at];
  const isDouble = style === '"';
  if (isDouble || style === "'") at++;
  else if (style === '|' || style === '>') at = lineAfter(written, at);
  for (let index = 0; index < text.length && at < end; index++) {
    const character = text[index]!;
    if (isDouble) while (written[at] === '\\' && written[at + 1] === '\n') at = afterBlank(written, at + 2);
    if (isDouble && written[at] === '\\') {
      offsets[index] = at;
      at += escapeLength(written[at + 1]!);
      continue;
    }
    if (written[at] !== character) {
      if (isBlank(character)) {
        offsets[index] = at;
        continue;
      }
      while (at < end && isBlank(written[at]!)) at++;
      if (written[at] !== character) return offsets;
    }
    offsets[index] = at;
    at += style === "'" && character === "'" ? 2 : 1;
  }
  return offsets;
};

/** The offset at which a scalar itself starts, past a tag. */
const opening = (written: string, start: number, end: number): number => {
  const tag = /^(?:![^\s]*\s+)?/.exec(written.slice(start, Math.min(end, start + 200)))!;
  return start + tag[0].length;
};

const lineAfter = (written: string, at: number): number => {
  const found = written.indexOf('\n', at);
  return found < 0 ? written.length : found + 1;
};

const afterBlank = (written: string, at: number): number => {
  let next = at;
  while (next < written.length && isBlank(written[next]!)) next++;
  return next;
};

const isBlank = (character: string): boolean => /\s/.test(character);

const escapeLength = (kind: string): number => ({ x: 4, u: 6, U: 10 })[kind] ?? 2;
