import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import { namesIn, placeholders } from '../../../model/placeholders.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, singleKey } from '../../../model/tree.ts';
import { isLoopKey } from './function-keys.ts';
import { placeIn } from './places.ts';
import { Trail } from './trail.ts';

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

/** Every reference of a template by literal names; the walk is made once for all rules that ask. */
export const referencesOf = (template: JsonMap): readonly Reference[] => {
  const known = cache.get(template);
  if (known) return known;
  const collector = new Collector();
  for (const section of Object.keys(template)) collector.section(section, template[section]!);
  cache.set(template, collector.found);
  return collector.found;
};

/** The references inside of one value. */
export const referencesIn = (value: Json, at: Cause | undefined): readonly Reference[] => {
  const collector = new Collector();
  collector.value(value, at);
  return collector.found;
};

/** The keys under which something is mentioned. */
const mentions: ReadonlySet<string> = new Set([
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
  #section = '';
  #owner = '';
  #branches: readonly string[] = [];

  section(name: string, content: Json): void {
    this.#section = name;
    this.#owner = '';
    if (isList(content)) this.value(content, undefined);
    this.#entries(content);
  }

  /** The entries of a section, and those that a loop makes of it. */
  #entries(content: Json): void {
    if (!isMap(content)) return;
    for (const owner of Object.keys(content)) {
      this.#owner = owner;
      const body = content[owner]!;
      const at = placeIn(content, owner);
      if (isLoopKey(owner) && isList(body) && body.length === 3) {
        this.value(body[1]!, placeIn(body, 1) ?? at);
        this.#entries(body[2]!);
        continue;
      }
      if (this.#section === 'Resources' || this.#section === 'Outputs') this.#attributes(body);
      this.value(body, at);
    }
  }

  value(value: Json, at: Cause | undefined): void {
    this.#walk(value, new Trail(at));
  }

  #attributes(body: Json): void {
    const condition = get(body, 'Condition');
    if (isString(condition)) this.#add('Condition', condition, undefined, entryOf(body, 'Condition')?.value);
    const depends = get(body, 'DependsOn');
    for (const [step, id] of isList(depends) ? depends.entries() : [['', depends] as const]) {
      const at = step === '' ? entryOf(body, 'DependsOn')?.value : entryOf(depends, step)?.value;
      if (isString(id)) this.#add('DependsOn', id, undefined, at ?? originOf(body));
    }
  }

  #walk(value: Json, trail: Trail): void {
    if (isList(value)) {
      for (let step = 0; step < value.length; step++) {
        if (typeof value[step] === 'object') this.#walk(value[step]!, trail.below(value, step));
      }
    } else if (isMap(value)) {
      const only = singleKey(value);
      if (only !== undefined && mentions.has(only)) this.#mention(only, value[only]!, trail.below(value, only));
      for (const key in value) {
        if (typeof value[key] === 'object' && (key !== 'Fn::If' || only === undefined))
          this.#walk(value[key]!, trail.below(value, key));
      }
    }
  }

  #choice(operands: Json, trail: Trail): void {
    const condition = isList(operands) && operands.length === 3 ? operands[0] : undefined;
    if (!isList(operands) || !isString(condition)) {
      this.#walk(operands, trail);
      return;
    }
    const around = this.#branches;
    for (const [step, name] of [
      [1, condition],
      [2, `!${condition}`],
    ] as const) {
      this.#branches = [...around, name];
      this.#walk(operands[step]!, trail.below(operands, step));
    }
    this.#branches = around;
  }

  /** @param trail the way to the operand */
  #mention(name: string, operand: Json, trail: Trail): void {
    if (name === 'Ref') {
      if (isString(operand)) this.#add('Ref', operand, undefined, trail);
    } else if (name === 'Fn::GetAtt') this.#getAtt(operand, trail);
    else if (name === 'Fn::Sub') this.#sub(operand, trail);
    else if (name === 'Condition') {
      if (this.#section === 'Conditions' && isString(operand)) this.#add('Condition', operand, undefined, trail);
    } else {
      if (isList(operand) && isString(operand[0])) {
        const kind = name === 'Fn::If' ? 'Condition' : (name as 'Fn::ValueOf' | 'Fn::FindInMap');
        this.#add(kind, operand[0], undefined, trail.below(operand, 0));
      }
      if (name === 'Fn::If') this.#choice(operand, trail);
    }
  }

  #getAtt(operand: Json, trail: Trail): void {
    const text = isString(operand)
      ? operand
      : isList(operand) && operand.every(isString)
        ? operand.join('.')
        : undefined;
    if (text !== undefined) this.#add('Fn::GetAtt', ...takenApart(text), trail);
    else if (isList(operand) && isString(operand[0])) this.#add('Fn::GetAtt', operand[0], undefined, trail);
  }

  #sub(operand: Json, trail: Trail): void {
    const text = isList(operand) ? operand[0] : operand;
    if (!isString(text)) return;
    const places = new PlacesInside(isList(operand) ? trail.below(operand, 0) : trail);
    for (const name of namesIn(text)) {
      if (get(isList(operand) ? operand[1] : undefined, name) !== undefined) continue;
      const [id, attribute] = takenApart(name.trim());
      this.#add('Fn::Sub', id, attribute, () => places.of(name));
    }
  }

  #add(kind: Reference['kind'], name: string, attribute: string | undefined, place: Place): void {
    this.found.push(new Mention(kind, name, attribute, place, this.#section, this.#owner, this.#branches));
  }
}

/** A place, or how it is found. */
type Place = Cause | undefined | Trail | (() => Cause | undefined);

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
    if (place instanceof Trail) return place.place;
    return typeof place === 'function' ? place() : place;
  }
}

/** The places of the `${name}` inside of a text. */
class PlacesInside {
  readonly #text: Trail;
  #shown: Map<string, Cause> | undefined;

  /** @param text the way to the text */
  constructor(text: Trail) {
    this.#text = text;
  }

  /** Where the source shows the name as it is; the place of the text elsewhere. */
  of(name: string): Cause | undefined {
    const around = this.#text.place;
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
