/** A 64-bit hash in two unsigned halves. */
export interface Hash {
  readonly low: number;
  readonly high: number;
}

const multiplier = 1_000_003;
const half = 0x1_0000_0000;

/** The hash that CPython 2.7 gave a text; it works on code points. */
export const hashOf = (text: string): Hash => {
  if (text === '') return { low: 0, high: 0 };
  let low = text.codePointAt(0)! << 7;
  let high = 0;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at)!;
    if (point > 0xffff) at++;
    length++;
    const product = low * multiplier;
    const rest = product >>> 0;
    high = (Math.imul(high, multiplier) + (product - rest) / half) >>> 0;
    low = (rest ^ point) >>> 0;
  }
  return { low: (low ^ length) >>> 0, high };
};
