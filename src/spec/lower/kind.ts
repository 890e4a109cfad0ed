import { nearest } from '../../model/nearest.ts';
import { entryOf } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, type Json } from '../../model/tree.ts';
import { orList } from '../language/messages.ts';
import type { Kind, Section } from '../language/section.ts';
import { Spot } from '../language/spot.ts';
import type { Lowered } from './lowering.ts';

const UnknownKind = message(
  'spec-unknown-kind',
  'error',
  (found: string, section: string, allowed: readonly string[], near: string | undefined) =>
    `'${section}' has no kind '${found}'.${near ? ` Did you mean '${near}'?` : ` Allowed: ${orList(allowed)}.`}`,
);

/** The kind of an entry, as far as it can be told; the first of the section where it cannot. */
export const kindIn = ({ kinds }: Section, entry: Json | undefined): Kind =>
  kinds.find((kind) => kind.kind !== undefined && kind.kind === get(entry, 'kind')) ?? kinds[0]!;

/** The kind of an entry: what `kind:` says, or the first of the section. Undefined after a report. */
export const kindOfEntry = (spot: Spot, { name, kinds }: Section, cx: Lowered): Kind | undefined => {
  const { value } = spot;
  if (!isMap(value) || !Object.hasOwn(value, 'kind') || kinds.length === 1) return kinds[0];
  const { text } = new Spot(value, 'kind');
  const found = kinds.find((kind) => kind.kind === text);
  if (found === undefined) {
    const allowed = kinds.flatMap((kind) => kind.kind ?? []);
    cx.report(
      UnknownKind(text ?? 'null', name, allowed, text && nearest(text, allowed)),
      entryOf(value, 'kind')?.value,
    );
  }
  return found;
};
