import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import { namesIn, placeholders } from '../../../model/placeholders.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, type Step, singleKey } from '../../../model/tree.ts';
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
  #trail = new Trail(undefined);

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
    this.#trail = new Trail(at);
    this.#walk(value);
  }

  #attributes(body: Json): void {
    this.#condition(get(body, 'Condition'), entryOf(body, 'Condition')?.value);
    const depends = get(body, 'DependsOn');
    for (const [step, id] of isList(depends) ? depends.entries() : [['', depends] as const]) {
      const at = step === '' ? entryOf(body, 'DependsOn')?.value : entryOf(depends, step)?.value;
      if (isString(id)) this.#add('DependsOn', id, undefined, at ?? originOf(body));
    }
  }

  #walk(value: Json): void {
    if (isList(value)) {
      for (let step = 0; step < value.length; step++) {
        if (typeof value[step] === 'object') this.#inside(value, step, value[step]!);
      }
    } else if (isMap(value)) {
      const only = singleKey(value);
      if (only !== undefined && mentions.has(only)) this.#mention(value, only);
      for (const key in value) {
        if (typeof value[key] === 'object' && (key !== 'Fn::If' || only === undefined))
          this.#inside(value, key, value[key]!);
      }
    }
  }

  #inside(container: Json, step: Step, value: Json): void {
    this.#trail.enter(container, step);
    this.#walk(value);
    this.#trail.leave();
  }

  #mention(map: JsonMap, name: string): void {
    this.#trail.enter(map, name);
    this.#intrinsic(name, map[name]!);
    if (name === 'Fn::If') this.#choice(map[name]!);
    this.#trail.leave();
  }

  #choice(operands: Json): void {
    const condition = isList(operands) && operands.length === 3 ? operands[0] : undefined;
    if (!isList(operands) || !isString(condition)) {
      this.#walk(operands);
      return;
    }
    const around = this.#branches;
    for (const [step, name] of [
      [1, condition],
      [2, `!${condition}`],
    ] as const) {
      this.#branches = [...around, name];
      this.#inside(operands, step, operands[step]!);
    }
    this.#branches = around;
  }

  /** What the function at the end of the trail mentions. */
  #intrinsic(name: string, operand: Json): void {
    if (name === 'Ref') {
      if (isString(operand)) this.#add('Ref', operand, undefined, this.#trail.place);
    } else if (name === 'Fn::GetAtt') this.#getAtt(operand);
    else if (name === 'Fn::Sub') this.#sub(operand);
    else if (name === 'Condition') {
      if (this.#section === 'Conditions') this.#condition(operand, this.#trail.place);
    } else if (isList(operand) && isString(operand[0])) {
      const at = placeIn(operand, 0) ?? this.#trail.place;
      if (name === 'Fn::If') this.#condition(operand[0], at);
      else if (name === 'Fn::ValueOf' || name === 'Fn::FindInMap') this.#add(name, operand[0], undefined, at);
    }
  }

  #getAtt(operand: Json): void {
    const at = this.#trail.place;
    const text = isString(operand)
      ? operand
      : isList(operand) && operand.every(isString)
        ? operand.join('.')
        : undefined;
    if (text !== undefined) this.#add('Fn::GetAtt', ...takenApart(text), at);
    else if (isList(operand) && isString(operand[0])) this.#add('Fn::GetAtt', operand[0], undefined, at);
  }

  #sub(operand: Json): void {
    const text = isList(operand) ? operand[0] : operand;
    if (!isString(text)) return;
    const at = this.#trail.place;
    const places = new PlacesInside(isList(operand) ? (placeIn(operand, 0) ?? at) : at);
    for (const name of namesIn(text)) {
      if (get(isList(operand) ? operand[1] : undefined, name) !== undefined) continue;
      this.found.push(new Placeholder(name, places, this.#section, this.#owner, this.#branches));
    }
  }

  #condition(name: Json | undefined, at: Cause | undefined): void {
    if (isString(name)) this.#add('Condition', name, undefined, at);
  }

  #add(kind: Reference['kind'], name: string, attribute: string | undefined, at: Cause | undefined): void {
    this.found.push({
      kind,
      name,
      attribute,
      at,
      section: this.#section,
      owner: this.#owner,
      branches: this.#branches,
    });
  }
}

/** The places of the `${name}` inside of a text, looked up only where one is asked for: most references are in order. */
class PlacesInside {
  readonly #around: Cause | undefined;
  #shown: Map<string, Cause> | undefined;

  constructor(around: Cause | undefined) {
    this.#around = around;
  }

  /** Where the source shows the name as it is; the place of the text elsewhere. */
  of(name: string): Cause | undefined {
    this.#shown ??= shownIn(this.#around);
    return this.#shown.get(name) ?? this.#around;
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

/** A mention by `${name}`. */
class Placeholder implements Reference {
  readonly kind = 'Fn::Sub';
  readonly name: string;
  readonly attribute: string | undefined;
  readonly section: string;
  readonly owner: string;
  readonly branches: readonly string[];
  readonly #written: string;
  readonly #places: PlacesInside;

  constructor(written: string, places: PlacesInside, section: string, owner: string, branches: readonly string[]) {
    [this.name, this.attribute] = takenApart(written.trim());
    this.section = section;
    this.owner = owner;
    this.branches = branches;
    this.#written = written;
    this.#places = places;
  }

  get at(): Cause | undefined {
    return this.#places.of(this.#written);
  }
}

/** A name, and what stands behind its first dot. */
const takenApart = (text: string): readonly [name: string, attribute: string | undefined] => {
  const dot = text.indexOf('.');
  return dot < 0 ? [text, undefined] : [text.slice(0, dot), text.slice(dot + 1)];
};
