import { entryOf, spellingOf } from './origin.ts';
import type { Json, JsonMap, Step } from './tree.ts';

/** A decimal that is written as a floating-point number though its value may be whole: `1.0`, `2.50e+3`. */
const writtenAsFloat = /^[-+]?[0-9_]*\.[0-9_]*(?:e[-+]?[0-9]+)?$|^[-+]?[0-9]+e[-+]?[0-9]+$/i;

/**
 * A number as Python writes it. Only its text in the source tells whether a whole number was an integer (`1`) or a
 * floating-point number (`1.0`) there.
 */
export const pythonNumber = (value: number, written = ''): string => {
  if (Number.isInteger(value) && !writtenAsFloat.test(written)) return BigInt(value).toString();
  if (Object.is(value, -0)) return '-0.0';
  if (!Number.isFinite(value)) return String(value);
  const [digits, exponent] = value.toExponential().split('e') as [string, string];
  const power = Number(exponent);
  if (power < -4 || power >= 16) return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  // In this range JavaScript writes all digits too, but leaves out the fraction of whole numbers.
  return Number.isInteger(value) ? `${value}.0` : String(value);
};

/** The number at a place of the tree as Python writes it. */
export const pythonNumberAt = (container: Json[] | JsonMap, step: Step): string => {
  const value = (container as JsonMap)[step as string] as number;
  const span = entryOf(container, step)?.value;
  if (span === undefined || span.end - span.start > 40) return pythonNumber(value);
  return pythonNumber(value, spellingOf(container, step));
};

/** Whether a number is whole and yet one that Python writes as a fraction. */
export const isFloatAt = (container: Json[] | JsonMap, step: Step): boolean => {
  const value = (container as JsonMap)[step as string];
  return typeof value === 'number' && Number.isInteger(value) && /[.e]/.test(pythonNumberAt(container, step));
};

/** A number as YAML writes it: a reader of 1.1 takes one with an exponent for text unless it has a point too. */
export const yamlNumber = (value: number): string => (Object.is(value, -0) ? '-0.0' : withPoint(String(value)));

/** The same text, with a point before an exponent. */
export const withPoint = (number: string): string => number.replace(/^(-?\d+)e/, '$1.0e');
