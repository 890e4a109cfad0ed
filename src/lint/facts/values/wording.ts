import type { Bounds } from '../../../model/spec.ts';

/** Bounds in words: `1 to 256`, `at least 1`, `at most 10`, `exactly 1`. */
export const boundsText = ([least, most]: Bounds): string => {
  if (least === most) return `exactly ${least}`;
  if (most === null) return `at least ${least}`;
  return least === null ? `at most ${most}` : `${least} to ${most}`;
};

/** A text for a message: cut where it is long. */
export const excerpt = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);
