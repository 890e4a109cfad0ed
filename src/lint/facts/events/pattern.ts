import type { Cause } from '../../../model/origin.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { type Choice, entryChoices, isPlainMap, presentIn } from '../templates/choices.ts';
import { keyBelow, placeBelow } from '../templates/places.ts';
import { suggestion } from '../texts/suggestion.ts';
import { filterNames, type PatternFault, readFilter } from './filter.ts';

/** The fields of an event beside its own `detail`, as far as patterns ask for them. */
const envelopeFields = [
  'source',
  'detail-type',
  'detail',
  'account',
  'region',
  'resources',
  'time',
  'id',
  'version',
  '$or',
];

/** A field of a pattern: its name, where that stands, and what it may be. */
interface Field {
  readonly name: string;
  readonly key: Cause | undefined;
  readonly choice: Choice;
}

/** What is wrong with the form of an event pattern; what is known only at deploy time is taken to be right. */
export const patternFaults = (pattern: JsonMap, at: Cause | undefined, cx: RuleContext): readonly PatternFault[] => {
  const faults: PatternFault[] = [];
  const reader = new Reader(cx, faults);
  reader.map(pattern, at, 'The pattern');
  reader.envelope(pattern, at);
  return faults;
};

class Reader {
  readonly #cx: RuleContext;
  readonly #faults: PatternFault[];

  constructor(cx: RuleContext, faults: PatternFault[]) {
    this.#cx = cx;
    this.#faults = faults;
  }

  map(map: JsonMap, at: Cause | undefined, what: string): void {
    const names = Object.keys(map);
    if (names.length === 0) this.#add('empty', at, { what, kind: 'map' });
    for (const name of names) {
      const key = keyBelow(map, at, name);
      for (const choice of entryChoices(map, name, at)) this.#field({ name, key, choice });
    }
  }

  /** Looks for misspelt names among the fields that every event has. */
  envelope(pattern: JsonMap, at: Cause | undefined): void {
    for (const name of Object.keys(pattern)) {
      const near = envelopeFields.includes(name) ? '' : suggestion(name, envelopeFields);
      if (near !== '') this.#add('unknownField', keyBelow(pattern, at, name), { name, near });
    }
  }

  #field(field: Field): void {
    const { name, key, choice } = field;
    const { value, at } = choice;
    if (isList(value)) {
      if (name === '$or' && this.#alternatives(value, key)) return;
      this.#list(field, value);
    } else if (isPlainMap(value)) this.map(value, key, `'${name}'`);
    else if (!isMap(value)) this.#scalar(field, value);
    else {
      const resolved = textOf(value, this.#cx);
      if (resolved !== undefined) this.#add('scalar', at, { name, found: resolved, value: '…' });
    }
  }

  #scalar({ name, key, choice: { at } }: Field, value: Json): void {
    if (filterNames.has(name)) this.#add('filterOutside', key, { name });
    else {
      const found = isString(value) ? `'${value}'` : String(value);
      this.#add('scalar', at, { name, found, value: String(value) });
    }
  }

  #list({ name, key, choice: { at } }: Field, list: readonly Json[]): void {
    if (list.length === 0) this.#add('empty', at, { what: `'${name}'`, kind: 'list' });
    if (list.length > 0 && isFilterOperand(name, list)) this.#add('filterAsField', key, { name });
    for (const [index, item] of list.entries()) {
      const place = placeBelow(list as Json[], at, index);
      for (const choice of presentIn(item, place)) {
        if (isList(choice.value)) this.#add('nested', choice.at, { name });
        else if (isPlainMap(choice.value)) readFilter(choice.value, choice.at, this.#faults);
      }
    }
  }

  /** Reads the list of an `$or`; false where it is the values of a field of that name, as it was once. */
  #alternatives(list: readonly Json[], key: Cause | undefined): boolean {
    if (list.some((item) => isMap(item) && !isPlainMap(item))) return true;
    const maps = list.filter(isPlainMap);
    if (maps.length === 0) return false;
    if (maps.length < list.length || list.length < 2) this.#add('or', key, {});
    for (const map of maps) this.map(map, key, "An alternative of '$or'");
    return true;
  }

  #add(kind: PatternFault['kind'], at: Cause | undefined, data: PatternFault['data']): void {
    this.#faults.push({ kind, at, data });
  }
}

/** Names that hardly any event has for a field, before a list that makes sense to a filter. */
const isFilterOperand = (name: string, list: readonly Json[]): boolean =>
  name === 'anything-but' ||
  name === 'equals-ignore-case' ||
  (name === 'numeric' && isString(list[0]) && /^[<>]?=?$/.test(list[0]));

/** Words for a reference or function that certainly comes to a text rather than to a list. */
const textOf = (value: JsonMap, cx: RuleContext): string | undefined => {
  const name = intrinsicName(value);
  if (name === 'Fn::Sub' || name === 'Fn::Join') return `the text of ${name}`;
  const target = value['Ref'];
  if (name !== 'Ref' || !isString(target)) return undefined;
  const type = get(get(get(cx.source, 'Parameters'), target), 'Type');
  const isText = isString(type) ? !type.includes('List') : cx.resource(target) !== undefined;
  return isText ? `the text of '${target}'` : undefined;
};
