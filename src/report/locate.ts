import { type Cause, type Entry, entryOf, originOf, type Span } from '../model/origin.ts';
import type { Place } from '../model/problem.ts';
import { isList, isMap, isString, type Json, type JsonMap, type Step } from '../model/tree.ts';
import { toPlace, toPlaces } from './position.ts';

/** Where a value of the expanded template comes from. */
export interface Location extends Place {
  /** Whether this is the place of the value itself; otherwise it is that of the nearest thing around it. */
  readonly exact: boolean;
  /** JSON pointer of what the place belongs to: the value itself when `exact`, or what is around it. */
  readonly of: string;
  /** Further places that took part, the first 20: the item of a loop, the include, the mapping … */
  readonly related: readonly Place[];
}

/** A location as offsets. */
export interface Found {
  readonly span: Cause;
  readonly of: string;
  readonly exact: boolean;
  readonly related: readonly Span[];
}

/** Escapes one step of a JSON pointer (RFC 6901). */
export const pointerStep = (step: Step): string => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The steps of a JSON pointer; undefined where the text is not a pointer. */
export const stepsOf = (pointer: string): string[] | undefined => {
  if (pointer === '') return [];
  if (!isString(pointer) || !pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
};

/** Where the value at a JSON pointer comes from; undefined where there is no such value, or nothing is known. */
export const locate = (root: Json, pointer: string, path: string | undefined): Location | undefined => {
  const found = find(root, pointer);
  return found && toLocation(found, path);
};

/** As `locate`, in offsets. */
export const find = (root: Json, pointer: string): Found | undefined => {
  const steps = stepsOf(pointer);
  if (steps === undefined) return undefined;
  let value = root;
  let at = '';
  let found = ofRoot(root);
  for (const step of steps) {
    if (!hasStep(value, step)) return undefined;
    const inner = (value as JsonMap)[step]!;
    const known: Step = isList(value) ? Number(step) : step;
    at += pointerStep(step);
    found = within(found, at, value as Json[] | JsonMap, known, inner);
    value = inner;
  }
  return found;
};

/** Visits every value of a tree, parents before their children, with its place. */
export const visitPlaces = (
  root: Json,
  visit: (pointer: string, found: Found | undefined, value: Json) => void,
): void => {
  const walk = (value: Json, at: string, found: Found | undefined): void => {
    visit(at, found, value);
    if (!isList(value) && !isMap(value)) return;
    for (const key of Object.keys(value)) {
      const inner = (value as JsonMap)[key]!;
      const pointer = at + pointerStep(key);
      walk(inner, pointer, within(found, pointer, value, isList(value) ? Number(key) : key, inner));
    }
  };
  walk(root, '', ofRoot(root));
};

const hasStep = (value: Json, step: string): boolean =>
  (isMap(value) && Object.hasOwn(value, step)) ||
  (isList(value) && /^(?:0|[1-9]\d*)$/.test(step) && Number(step) < value.length);

const ofRoot = (root: Json): Found | undefined => {
  const span = originOf(root);
  return span && { span, of: '', exact: true, related: different(span, span.related ?? []) };
};

/** The place of a value inside a container whose own place is known. */
const within = (
  around: Found | undefined,
  of: string,
  container: Json[] | JsonMap,
  step: Step,
  value: Json,
): Found | undefined => {
  const own = placeOf(entryOf(container, step), value);
  if (own === undefined) return around && (around.exact ? { ...around, exact: false } : around);
  const related = [...(own.related ?? []), ...(around?.related ?? [])];
  return { span: own, of, exact: true, related: different(own, related) };
};

/** A scalar stands where its value is written; a map or a list begins at its key. */
const placeOf = (entry: Entry | undefined, value: Json): Cause | undefined => {
  if (entry === undefined) return originOf(value);
  if (typeof value !== 'object' || value === null) return entry.value;
  const { key, value: inner } = entry;
  return key.source === inner.source && key.start <= inner.start ? { ...inner, start: key.start } : inner;
};

/** More of them help no reader, and an API that a thousand events make would have them at each of its values. */
const mostRelated = 20;

const different = (own: Span, spans: readonly Span[]): readonly Span[] => {
  if (spans.length === 0) return spans;
  const seen = [own];
  const same = (left: Span, right: Span) =>
    left.source === right.source && left.start === right.start && left.end === right.end;
  for (const span of spans) {
    if (seen.length > mostRelated) break;
    if (!seen.some((each) => same(each, span))) seen.push(span);
  }
  return seen.slice(1);
};

/** A location in lines and columns; undefined where there are none. */
export const toLocation = ({ span, of, exact, related }: Found, path: string | undefined): Location | undefined => {
  const place = toPlace(span, path);
  return place && { ...place, exact, of, related: toPlaces(related, path) };
};
