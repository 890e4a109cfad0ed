import { ifOperands, isNoValue } from '../../../model/intrinsics.ts';
import type { BoundedSpec, Bounds } from '../../../model/spec.ts';
import { isList, isMap, type Json, type JsonMap } from '../../../model/tree.ts';
import { isMacroKey } from '../templates/function-keys.ts';
import { scalarNumber } from '../texts/scalar.ts';
import { matches } from './pattern.ts';

/** One way in which a literal value is not what the schema of its type takes. */
export type ValueFault =
  | { readonly kind: 'pattern'; readonly found: string; readonly pattern: string }
  /** The number itself, the characters of a text, or the entries of a list or map are too few or too many. */
  | { readonly kind: 'range' | 'length' | 'size'; readonly found: number; readonly bounds: Bounds }
  | { readonly kind: 'repeated'; readonly index: number; readonly first: number };

/** What is wrong with a scalar; a text of the wrong length is not held against its pattern too. */
export const boundedFault = (
  value: Json,
  { t, n, p }: BoundedSpec,
  pattern: (index: number) => string | undefined,
): ValueFault | undefined => {
  if (t !== 's') {
    const number = scalarNumber(value);
    return n && number !== undefined && outside(number, n) ? { kind: 'range', found: number, bounds: n } : undefined;
  }
  const text = String(value);
  // What another tool fills in is not known yet, neither is its length.
  if (text.includes('${')) return undefined;
  const length = n && lengthOf(text, n);
  if (n && length !== undefined) return { kind: 'length', found: length, bounds: n };
  const source = p === undefined ? undefined : pattern(p);
  return source !== undefined && !matches(text, source) ? { kind: 'pattern', found: text, pattern: source } : undefined;
};

/** The characters of a text that has too few or too many. */
const lengthOf = (text: string, bounds: Bounds): number | undefined => {
  if (!outside(text.length, bounds)) return undefined;
  const length = [...text].length;
  return outside(length, bounds) ? length : undefined;
};

/** A list or map with certainly too few or too many entries. */
export const sizeFault = (value: Json, bounds: Bounds): ValueFault | undefined => {
  const entries = isList(value) ? value : Object.values(value as JsonMap);
  const keys = isList(value) ? [] : Object.keys(value as JsonMap);
  if (!outside(entries.length, bounds) || entries.some(maybeSeveral) || keys.some(isMacroKey)) return undefined;
  const [least, most] = bounds;
  const there = entries.filter((entry) => !isNoValue(entry));
  if (least !== null && there.length < least) return { kind: 'size', found: there.length, bounds };
  const certain = there.filter((entry) => !ifOperands(entry)?.some(isNoValue));
  return most !== null && certain.length > most ? { kind: 'size', found: certain.length, bounds } : undefined;
};

/** A macro or a loop makes what stands in its place. */
const maybeSeveral = (entry: Json): boolean => isMap(entry) && Object.keys(entry).some(isMacroKey);

const outside = (value: number, [least, most]: Bounds): boolean =>
  (least !== null && value < least) || (most !== null && value > most);

/** The first item of a list that stands in it before. */
export const repeatedItem = (list: readonly Json[]): (ValueFault & { readonly kind: 'repeated' }) | undefined => {
  const firsts = new Map<string, number>();
  for (const [index, item] of list.entries()) {
    const key = JSON.stringify(item);
    const first = firsts.get(key);
    if (first !== undefined) return { kind: 'repeated', index, first };
    firsts.set(key, index);
  }
  return undefined;
};
