import { type Cause, entryOf } from '../../../model/origin.ts';
import { isList, isMap, type Json, type JsonMap, type Step } from '../../../model/tree.ts';

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

/** Every such scalar of a tree; a part that an alias repeats is looked at once. */
export const misreadScalars = (root: Json): MisreadScalar[] => {
  const found: MisreadScalar[] = [];
  const seen = new Set<Json>();
  /** The steps to what is looked at just now. */
  const path: Step[] = [];
  const visit = (container: JsonMap | Json[]): void => {
    if (seen.has(container)) return;
    seen.add(container);
    if (isList(container)) for (let step = 0; step < container.length; step++) entry(container, step, container[step]!);
    else for (const step in container) entry(container, step, container[step]!);
  };
  const entry = (container: JsonMap | Json[], step: Step, value: Json): void => {
    const isKey = step === 'true' || step === 'false';
    if (!isKey && (typeof value === 'string' || value === null)) return;
    path.push(step);
    if (isKey) add('key', entryOf(container, step)?.key, step);
    if (typeof value === 'number' || typeof value === 'boolean') {
      const at = entryOf(container, step)?.value;
      const kind = kindOf(value, spelling(at));
      if (kind !== undefined) add(kind, at, String(value));
    } else if (isMap(value) || isList(value)) visit(value);
    path.pop();
  };
  const add = (kind: MisreadScalar['kind'], at: Cause | undefined, value: string): void => {
    const spelt = spelling(at);
    if (at && (kind !== 'key' || words.test(spelt))) found.push({ kind, spelt, value, at, path: [...path] });
  };
  if (isMap(root) || isList(root)) visit(root);
  return found;
};

const spelling = (at: Cause | undefined): string => at?.source.text.slice(at.start, at.end) ?? '';

const kindOf = (value: number | boolean, spelt: string): MisreadScalar['kind'] | undefined => {
  if (typeof value === 'boolean') return words.test(spelt) ? 'word' : undefined;
  if (sexagesimal.test(spelt)) return 'sexagesimal';
  return octal.test(spelt) && Number(spelt.replaceAll('_', '')) !== value ? 'octal' : undefined;
};
