import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import { namesIn, placeholders } from '../../../model/placeholders.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, type Step } from '../../../model/tree.ts';
import { isLoopKey } from './function-keys.ts';
import { Preorder, preorderOf } from './preorder.ts';

/** One mention of something by its name. */
export interface Reference {
  readonly kind: 'Ref' | 'Fn::GetAtt' | 'Fn::Sub' | 'DependsOn' | 'Condition' | 'Fn::FindInMap' | 'Fn::ValueOf';
  readonly name: string;
  /** What `Fn::GetAtt` or `${Id.Attribute}` asks for. */
  readonly attribute: string | undefined;
  readonly at: Cause | undefined;
  /** The resource or output it stands in, and its section. */
  readonly section: string;
  readonly owner: string;
  /** The branches of `Fn::If` it stands in: the name of each condition, with a `!` before it where that must not hold. */
  readonly branches: readonly string[];
}

const cache = new WeakMap<JsonMap, readonly Reference[]>();

/** Every reference of a template by literal names; looked for once for all rules that ask. */
export const referencesOf = (template: JsonMap): readonly Reference[] => {
  const known = cache.get(template);
  if (known) return known;
  const collector = new Collector(preorderOf(template));
  collector.template();
  cache.set(template, collector.found);
  return collector.found;
};

/** The references inside of one value. */
export const referencesIn = (value: Json, at: Cause | undefined): readonly Reference[] => {
  if (typeof value !== 'object') return [];
  const collector = new Collector(new Preorder(value));
  collector.within(0, 1, at);
  return collector.found;
};

/** The keys under which something is mentioned. */
const mentions: ReadonlySet<Step> = new Set([
  'Ref',
  'Fn::GetAtt',
  'Fn::ValueOf',
  'Fn::Sub',
  'Fn::If',
  'Fn::FindInMap',
  'Condition',
]);

class Collector {
  readonly found: Reference[] = [];
  readonly #row: Preorder;
  #section = '';
  #owner = '';
  /** How far out the place of a mention is looked for (a position), and the place to use if none is found. */
  #last = 1;
  #around: Cause | undefined;
  /** The branches that are still to come, the next one last. */
  #branches: Branch[] = [];

  constructor(row: Preorder) {
    this.#row = row;
  }

  template(): void {
    const { steps, values } = this.#row;
    for (const section of this.#row.entriesOf(0)) {
      this.#section = String(steps[section]);
      this.#owner = '';
      if (isList(values[section])) this.within(section, section + 1);
      else if (isMap(values[section])) this.#entries(section);
    }
  }

  /** The entries of a section, and those that a loop makes of it. */
  #entries(content: number): void {
    const { steps, values, ends } = this.#row;
    for (const body of this.#row.entriesOf(content)) {
      this.#owner = String(steps[body]);
      const loop = values[body]!;
      if (isLoopKey(this.#owner) && isList(loop) && loop.length === 3) {
        const items = ends[body + 1]!;
        this.within(items, body);
        if (isMap(loop[2])) this.#entries(ends[items]!);
        continue;
      }
      if (this.#section === 'Resources' || this.#section === 'Outputs') this.#attributes(values[body]!);
      this.within(body, body);
    }
  }

  /** What is mentioned in the value at a position. */
  within(start: number, last: number, around?: Cause): void {
    this.#last = last;
    this.#around = around;
    this.#branches = [];
    const row = this.#row;
    for (let at = start + 1; at < row.ends[start]!; at++) {
      if (mentions.has(row.steps[at]!) && row.isAlone(at)) this.#mention(at);
    }
  }

  #attributes(body: Json): void {
    const condition = get(body, 'Condition');
    if (isString(condition))
      this.#add('Condition', condition, undefined, entryOf(body, 'Condition')?.value, everywhere);
    const depends = get(body, 'DependsOn');
    for (const [step, id] of isList(depends) ? depends.entries() : [['', depends] as const]) {
      const at = step === '' ? entryOf(body, 'DependsOn')?.value : entryOf(depends, step)?.value;
      if (isString(id)) this.#add('DependsOn', id, undefined, at ?? originOf(body), everywhere);
    }
  }

  #mention(at: number): void {
    const name = this.#row.steps[at]!;
    const operand = this.#row.values[at]!;
    if (name === 'Ref') {
      if (isString(operand)) this.#addAt('Ref', operand, undefined, at);
    } else if (name === 'Fn::GetAtt') this.#getAtt(operand, at);
    else if (name === 'Fn::Sub') this.#sub(operand, at);
    else if (name === 'Condition') {
      if (this.#section === 'Conditions' && isString(operand)) this.#addAt('Condition', operand, undefined, at);
    } else if (isList(operand) && isString(operand[0])) {
      const kind = name === 'Fn::If' ? 'Condition' : (name as 'Fn::ValueOf' | 'Fn::FindInMap');
      this.#addAt(kind, operand[0], undefined, at + 1);
      if (name === 'Fn::If' && operand.length === 3) this.#choice(at, operand[0]);
    }
  }

  /** @param at the position of the operands, the name of a condition and two values */
  #choice(at: number, condition: string): void {
    const { ends } = this.#row;
    const around = this.#branchesAt(at);
    const no = ends[at + 2]!;
    this.#branches.push({ end: ends[no]!, names: [...around, `!${condition}`] });
    this.#branches.push({ end: no, names: [...around, condition] });
  }

  #branchesAt(at: number): readonly string[] {
    while (this.#branches.length > 0 && this.#branches.at(-1)!.end <= at) this.#branches.pop();
    return this.#branches.at(-1)?.names ?? everywhere;
  }

  #getAtt(operand: Json, at: number): void {
    const text = isString(operand)
      ? operand
      : isList(operand) && operand.every(isString)
        ? operand.join('.')
        : undefined;
    if (text !== undefined) this.#addAt('Fn::GetAtt', ...takenApart(text), at);
    else if (isList(operand) && isString(operand[0])) this.#addAt('Fn::GetAtt', operand[0], undefined, at);
  }

  #sub(operand: Json, at: number): void {
    const text = isList(operand) ? operand[0] : operand;
    if (!isString(text)) return;
    const places = new PlacesInside(this.#placeOf(isList(operand) ? at + 1 : at));
    const branches = this.#branchesAt(at);
    for (const name of namesIn(text)) {
      if (get(isList(operand) ? operand[1] : undefined, name) !== undefined) continue;
      const [id, attribute] = takenApart(name.trim());
      this.#add('Fn::Sub', id, attribute, () => places.of(name), branches);
    }
  }

  #placeOf(at: number): () => Cause | undefined {
    const [row, last, around] = [this.#row, this.#last, this.#around];
    return () => row.placeOf(at, last, around);
  }

  #addAt(kind: Reference['kind'], name: string, attribute: string | undefined, at: number): void {
    this.#add(kind, name, attribute, this.#placeOf(at), this.#branchesAt(at));
  }

  #add(
    kind: Reference['kind'],
    name: string,
    attribute: string | undefined,
    place: Place,
    branches: readonly string[],
  ): void {
    this.found.push(new Mention(kind, name, attribute, place, this.#section, this.#owner, branches));
  }
}

/** A branch of `Fn::If`: the position behind it, and the branches that something in it stands in. */
interface Branch {
  readonly end: number;
  readonly names: readonly string[];
}

/** The branches of what stands in none. */
const everywhere: readonly string[] = [];

/** A place, or how it is found. */
type Place = Cause | undefined | (() => Cause | undefined);

/** A reference whose place is looked up only where one asks for it: most are in order. */
class Mention implements Reference {
  readonly kind: Reference['kind'];
  readonly name: string;
  readonly attribute: string | undefined;
  readonly section: string;
  readonly owner: string;
  readonly branches: readonly string[];
  readonly #place: Place;

  constructor(
    kind: Reference['kind'],
    name: string,
    attribute: string | undefined,
    place: Place,
    section: string,
    owner: string,
    branches: readonly string[],
  ) {
    this.kind = kind;
    this.name = name;
    this.attribute = attribute;
    this.section = section;
    this.owner = owner;
    this.branches = branches;
    this.#place = place;
  }

  get at(): Cause | undefined {
    const place = this.#place;
    return typeof place === 'function' ? place() : place;
  }
}

/** The places of the `${name}` inside of a text. */
class PlacesInside {
  readonly #placeOfText: () => Cause | undefined;
  #shown: Map<string, Cause> | undefined;

  constructor(placeOfText: () => Cause | undefined) {
    this.#placeOfText = placeOfText;
  }

  /** Where the source shows the name as it is; the place of the text elsewhere. */
  of(name: string): Cause | undefined {
    const around = this.#placeOfText();
    this.#shown ??= shownIn(around);
    return this.#shown.get(name) ?? around;
  }
}

const shownIn = (place: Cause | undefined): Map<string, Cause> => {
  const shown = new Map<string, Cause>();
  if (!place) return shown;
  for (const { content, start, end } of placeholders(place.source.text.slice(place.start, place.end))) {
    if (shown.has(content)) continue;
    shown.set(content, { ...place, start: place.start + start + 2, end: place.start + end - 1 });
  }
  return shown;
};

/** A name, and what stands behind its first dot. */
const takenApart = (text: string): readonly [name: string, attribute: string | undefined] => {
  const dot = text.indexOf('.');
  return dot < 0 ? [text, undefined] : [text.slice(0, dot), text.slice(dot + 1)];
};
