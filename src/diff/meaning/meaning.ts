import { isNoValue, noValue } from '../../model/intrinsics.ts';
import { append } from '../../model/lists.ts';
import { entryOf, originOf, place, stamp } from '../../model/origin.ts';
import type { PropertySpecs, ResourceSpec, ShapeSpec, Specs } from '../../model/spec.ts';
import {
  get,
  getIn,
  isList,
  isMap,
  isNothing,
  isString,
  type Json,
  type JsonMap,
  newMap,
  sameData,
} from '../../model/tree.ts';
import { Conditions, type Holds } from './conditions.ts';
import { jsonIn } from './json-text.ts';
import { Mappings } from './mappings.ts';
import { numberOf } from './numbers.ts';
import { isPolicy, plainPolicy } from './policy.ts';
import { keepPositions } from './positions.ts';
import { coerced } from './scalars.ts';
import { isComparison, isPattern, keepOrder, type Order, orderAmong, orderOf } from './sets.ts';
import { type Part, partsOf, referenceNamed, splitSub, textOf } from './text.ts';

/** What is known of a value from where it stands. */
interface Spot {
  readonly shape: ShapeSpec | undefined;
  readonly spec: ResourceSpec | undefined;
  readonly order: Order;
  /** Whether every list in it is a set. */
  readonly pattern: boolean;
}

const nowhere: Spot = { shape: 'j', spec: undefined, order: 'position', pattern: false };

/**
 * Values of one template in their plainest form: two that say the same have the same form. Keys are sorted, sets too;
 * texts are put together; what is known is put in. References, conditions and parameters that only the deployment knows
 * stay. Places are those of the template.
 */
export class Meaning {
  readonly conditions: Conditions;
  readonly #values: ReadonlyMap<string, Json>;
  readonly #mappings: Json | undefined;
  readonly #contents: Mappings;
  readonly #properties = new WeakMap<JsonMap, JsonMap>();
  readonly #specs: Specs | undefined;

  /** @param values the parameters, and pseudo parameters, that are known */
  constructor(template: JsonMap, values: ReadonlyMap<string, Json>, specs: Specs | undefined) {
    this.#values = values;
    this.#mappings = get(template, 'Mappings');
    this.#contents = new Mappings(this.#mappings, (value) => this.value(value));
    this.#specs = specs;
    this.conditions = new Conditions(get(template, 'Conditions'), (value) => this.value(value));
  }

  /** Whether the same values are known here and there. */
  sameValues(other: Meaning): boolean {
    return (
      this.#values.size === other.#values.size &&
      [...this.#values].every(([name, value]) => sameData(value, other.#values.get(name)))
    );
  }

  /** The properties of a resource. */
  properties(body: JsonMap): JsonMap {
    const known = this.#properties.get(body) ?? this.#propertiesOf(body);
    this.#properties.set(body, known);
    return known;
  }

  #propertiesOf(body: JsonMap): JsonMap {
    const type = get(body, 'Type');
    const spec = isString(type) ? this.#specs?.resource(type) : undefined;
    const properties = get(body, 'Properties');
    if (!isMap(properties)) return newMap();
    return this.#map(properties, spec?.properties, { ...nowhere, shape: undefined, spec });
  }

  /** Whether a resource is there; undefined for one without a condition. */
  condition(body: JsonMap): Holds | undefined {
    const name = get(body, 'Condition');
    return isString(name) ? this.conditions.named(name) : undefined;
  }

  /** Any other value; undefined for what is not there. */
  value(value: Json): Json | undefined {
    return this.#of(value, nowhere);
  }

  #of(value: Json, spot: Spot): Json | undefined {
    if (isNothing(value)) return undefined;
    if (isString(value)) return this.#text([value], spot);
    if (typeof value !== 'object') return coerced(value, spot.shape);
    if (isList(value)) return this.#list(value, spot);
    const keys = Object.keys(value);
    if (keys.length === 1 && isFunction(keys[0]!, value[keys[0]!]!)) return this.#function(keys[0]!, value, spot);
    const made = this.#map(value, undefined, spot);
    return isPolicy(made) ? plainPolicy(made) : made;
  }

  #map(map: JsonMap, properties: PropertySpecs | undefined, spot: Spot): JsonMap {
    const { spec, pattern } = spot;
    const known = properties ?? definitionOf(spot);
    const result = stamp(newMap(), originOf(map));
    for (const key of Object.keys(map).sort()) {
      const shape = known ? (Object.hasOwn(known, key) ? known[key]![0] : undefined) : elementOf(spot.shape, 'm');
      const isSets = pattern ? !isComparison(key, map[key]!) : isPattern(key);
      const inner = { shape, spec, order: orderOf(key, shape), pattern: isSets };
      const value = this.#of(map[key]!, inner);
      if (value === undefined) continue;
      result[key] = value;
      place(result, key, entryOf(map, key));
    }
    return result;
  }

  #list(list: Json[], { shape, spec, order, pattern }: Spot): Json[] {
    const inner: Spot = { shape: elementOf(shape, 'l'), spec, order: 'position', pattern };
    const items: { value: Json; at: number; key: string }[] = [];
    list.forEach((item, at) => {
      const value = this.#of(item, inner);
      if (value !== undefined) items.push({ value, at, key: '' });
    });
    const by = pattern ? 'set' : orderAmong(items, order);
    if (by !== 'position') {
      for (const item of items) item.key = sortKey(item.value, by);
      items.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : left.at - right.at));
    }
    const result: Json[] = stamp([], originOf(list));
    if (by !== 'position') keepOrder(result, by);
    items.forEach(({ value, at }, index) => {
      result.push(value);
      place(result, index, entryOf(list, at));
    });
    keepPositions(
      result,
      items.map(({ at }) => at),
    );
    return result;
  }

  #function(name: string, value: JsonMap, spot: Spot): Json | undefined {
    const operand = value[name]!;
    switch (name) {
      case 'Ref':
        return isNoValue(value) ? undefined : this.#reference(value, operand, spot);
      case 'Fn::GetAtt':
        return Object.assign(newMap(), { [name]: this.#attribute(operand) });
      case 'Fn::Sub':
        return this.#text(this.#sub(operand), spot);
      case 'Fn::Join':
        return this.#join(operand, spot);
      case 'Fn::If':
        return this.#choice(operand, spot);
      case 'Fn::FindInMap':
        return this.#lookUp(operand, spot);
      case 'Fn::Select':
        return this.#select(operand, spot);
      case 'Fn::Split':
        return this.#split(operand, spot);
      default:
        return Object.assign(newMap(), { [name]: this.value(operand) ?? null });
    }
  }

  #reference(value: JsonMap, name: Json, spot: Spot): Json | undefined {
    const known = isString(name) ? this.#values.get(name) : undefined;
    return known === undefined ? value : this.#of(known, spot);
  }

  #attribute(operand: Json): Json {
    if (isString(operand)) {
      const dot = operand.indexOf('.');
      return dot < 0 ? [operand] : [operand.slice(0, dot), operand.slice(dot + 1)];
    }
    if (!isList(operand)) return this.value(operand) ?? null;
    return operand.every(isString) && operand.length > 2
      ? [operand[0]!, operand.slice(1).join('.')]
      : operand.map((each) => this.value(each) ?? null);
  }

  /** A text, its parts put together; one that holds JSON is what it says. */
  #text(parts: readonly Part[], { shape }: Spot): Json {
    const text = textOf(parts);
    if (!isString(text)) return jsonIn(partsOf(text)!, (inner) => this.value(inner)) ?? text;
    return jsonIn([text], (inner) => this.value(inner)) ?? coerced(text, shape);
  }

  #partsOf(value: Json | undefined): readonly Part[] {
    const plain = value === undefined ? '' : (this.#of(value, { ...nowhere, shape: undefined }) ?? '');
    return partsOf(plain) ?? [asText(plain)];
  }

  #sub(operand: Json): Part[] {
    const [text, variables] = isList(operand) ? operand : [operand];
    if (!isString(text)) return [Object.assign(newMap(), { 'Fn::Sub': this.value(operand) ?? null })];
    return splitSub(text, (name) => this.#partsOf(get(variables, name) ?? referenceNamed(name)));
  }

  #join(operand: Json, spot: Spot): Json | undefined {
    const [delimiter, items] = isList(operand) ? operand : [];
    const list = isList(items) ? items : this.#of(items ?? null, nowhere);
    if (!isString(delimiter) || !isList(list)) {
      return Object.assign(newMap(), { 'Fn::Join': this.value(operand) ?? null });
    }
    const parts: Part[] = [];
    for (const item of list) {
      if (isNothing(item) || isNoValue(item)) continue;
      if (parts.length > 0) parts.push(delimiter);
      append(parts, this.#partsOf(item));
    }
    return this.#text(parts, spot);
  }

  #choice(operand: Json, spot: Spot): Json | undefined {
    const [name, then, otherwise] = isList(operand) && operand.length === 3 ? operand : [];
    if (!isString(name)) return Object.assign(newMap(), { 'Fn::If': this.value(operand) ?? null });
    const holds = this.conditions.named(name);
    if (typeof holds === 'boolean') return this.#of((holds ? then : otherwise)!, spot);
    const branches = [then!, otherwise!].map((branch) => this.#of(branch, spot));
    if (JSON.stringify(branches[0]) === JSON.stringify(branches[1])) return branches[0];
    const operands: Json[] = [holds.key, branches[0] ?? noValue(), branches[1] ?? noValue()];
    for (const at of [1, 2]) place(operands, at, entryOf(operand, at));
    return Object.assign(newMap(), { 'Fn::If': operands });
  }

  #lookUp(operand: Json, spot: Spot): Json | undefined {
    const [name, ...keys] = isList(operand) ? operand.slice(0, 3).map((each) => this.value(each)) : [];
    if (isString(name) && keys.every(isString)) {
      const found = getIn(this.#mappings, name, ...(keys as string[]));
      if (found !== undefined) return this.#of(found, spot);
    }
    // By what stands in the mapping rather than by its name.
    const rest = isList(operand) ? operand.slice(3).map((each) => this.value(each) ?? null) : [];
    const first: Json = (isString(name) ? this.#contents.content(name, keys[1]) : undefined) ?? name ?? null;
    return Object.assign(newMap(), { 'Fn::FindInMap': [first, ...keys.map((each) => each ?? null), ...rest] });
  }

  #select(operand: Json, spot: Spot): Json | undefined {
    const [index, items] = isList(operand) ? operand : [];
    const list = items === undefined ? undefined : this.#of(items, nowhere);
    const at = isNothing(index) ? Number.NaN : numberOf(this.value(index));
    if (isList(list) && Number.isInteger(at) && list[at] !== undefined) return this.#of(list[at]!, spot);
    return Object.assign(newMap(), { 'Fn::Select': this.value(operand) ?? null });
  }

  #split(operand: Json, spot: Spot): Json | undefined {
    const [delimiter, text] = isList(operand) ? operand.map((each) => this.value(each)) : [];
    if (isString(delimiter) && isString(text) && delimiter !== '') return this.#list(text.split(delimiter), spot);
    return Object.assign(newMap(), { 'Fn::Split': this.value(operand) ?? null });
  }
}

/** A policy's `Condition` is a map and a resource's the name of one; only in `Conditions` it is a function. */
const isFunction = (name: string, operand: Json): boolean =>
  name === 'Ref' ? isString(operand) : name.startsWith('Fn::') || (name === 'Condition' && isString(operand));

const definitionOf = ({ shape, spec }: Spot): PropertySpecs | undefined => {
  if (typeof shape !== 'object') return undefined;
  const reference = 'u' in shape ? shape.u.find((each) => typeof each === 'object' && 'r' in each) : shape;
  return typeof reference === 'object' && 'r' in reference ? spec?.definition(reference.r) : undefined;
};

/** The shape of the items of a list (`l`) or of the values of a map (`m`); what is in free-form data is free, too. */
const elementOf = (shape: ShapeSpec | undefined, kind: 'l' | 'm'): ShapeSpec | undefined => {
  if (typeof shape !== 'object') return shape === 'j' ? 'j' : undefined;
  if ('u' in shape) return shape.u.map((each) => elementOf(each, kind)).find((each) => each !== undefined);
  return kind === 'l' ? ('l' in shape ? shape.l : undefined) : 'm' in shape ? shape.m : undefined;
};

const sortKey = (value: Json, by: Exclude<Order, 'position'>): string => {
  const name = typeof by === 'object' ? get(value, by.by) : undefined;
  return name === undefined ? JSON.stringify(value) : JSON.stringify(name);
};

/** A list where a text is wanted, as the text that CloudFormation would have to make of it. */
const asText = (list: Json): JsonMap =>
  Object.assign(newMap(), { 'Fn::Sub': ['${list}', Object.assign(newMap(), { list })] });
