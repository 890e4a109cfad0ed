import { type Cause, entryOf } from '../../../model/origin.ts';
import type { JsonMap, Step } from '../../../model/tree.ts';
import { preorderOf } from '../templates/preorder.ts';

/** A scalar without quotes that YAML 1.1 reads as something else than what it looks like. */
export interface MisreadScalar {
  readonly kind: 'octal' | 'sexagesimal' | 'word' | 'key';
  /** As it is written. */
  readonly spelt: string;
  /** What YAML makes of it. */
  readonly value: string;
  readonly at: Cause;
  /** Where it stands: the steps from the root. */
  readonly path: readonly Step[];
}

/** What another value was made of, such as a function of `AWS::LanguageExtensions`, is spelt as neither. */
const sexagesimal = /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?$/;
const octal = /^[-+]?0[0-7_]+$/;
const words = /^(yes|no|on|off)$/i;

/** Every such scalar of a template. */
export const misreadScalars = (template: JsonMap): MisreadScalar[] => {
  const found: MisreadScalar[] = [];
  const row = preorderOf(template);
  const { values, steps, parents } = row;
  for (let at = 1; at < values.length; at++) {
    const value = values[at]!;
    const step = steps[at]!;
    const isScalar = typeof value === 'number' || typeof value === 'boolean';
    const isKey = step === 'true' || step === 'false';
    if (!isScalar && !isKey) continue;
    const entry = entryOf(values[parents[at]!], step);
    const add = (kind: MisreadScalar['kind'] | undefined, place: Cause | undefined, read: string): void => {
      if (place && kind !== undefined)
        found.push({ kind, spelt: spelling(place), value: read, at: place, path: row.pathOf(at) });
    };
    if (isKey && words.test(spelling(entry?.key))) add('key', entry?.key, step);
    if (isScalar) add(kindOf(value, spelling(entry?.value)), entry?.value, String(value));
  }
  return found;
};

const spelling = (at: Cause | undefined): string => at?.source.text.slice(at.start, at.end) ?? '';

const kindOf = (value: number | boolean, spelt: string): MisreadScalar['kind'] | undefined => {
  if (typeof value === 'boolean') return words.test(spelt) ? 'word' : undefined;
  if (sexagesimal.test(spelt)) return 'sexagesimal';
  return octal.test(spelt) && Number(spelt.replaceAll('_', '')) !== value ? 'octal' : undefined;
};
