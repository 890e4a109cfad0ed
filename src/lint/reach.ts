import { conditionHolds } from '../language-extensions/conditions.ts';
import { type Scope, scopeOf } from '../language-extensions/scope.ts';
import { ifOperands } from '../model/intrinsics.ts';
import { namesIn } from '../model/placeholders.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap, newMap } from '../model/tree.ts';
import { addTo } from './facts/templates/grouping.ts';

/** The conditions around a value: the branches of `Fn::If` and the `Condition` of its resource, from the inside out. */
interface Way {
  readonly condition: string;
  readonly holds: boolean;
  readonly outer: Way | undefined;
  readonly inner: Map<string, Way>;
}

/** A value with more ways to it than this counts as always there. */
const mostWays = 16;

/**
 * Which values of parameters come to stand at a place. `!If [HasName, !Ref Name, …]` never gives the default `''`
 * of `Name` when `HasName` says that it is not empty, and what a resource holds counts only where the resource is made.
 */
export class Reach {
  readonly #template: JsonMap;
  readonly #known: ReadonlyMap<string, Json>;
  readonly #parameters: JsonMap;
  readonly #scopes = new Map<string, Scope>();
  readonly #conditions = new Map<string, Set<string>>();
  /** No condition at all. */
  readonly #open: Way = { condition: '', holds: true, outer: undefined, inner: new Map() };
  #ways: Map<Json, Set<Way>> | undefined;
  #choices: ReadonlyMap<Json, readonly Choices[]> | undefined;
  /** For the conditions of a resource: which of them depend on a parameter. */
  readonly #deciding = new Map<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>();
  readonly #resources: readonly JsonMap[];
  readonly #hasEmpty: boolean;

  /** @param resources the bodies of resources that values are taken from */
  constructor(template: JsonMap, known: ReadonlyMap<string, Json>, resources: readonly JsonMap[]) {
    this.#template = template;
    this.#known = known;
    this.#hasEmpty = [...known.values()].includes('');
    this.#parameters = typesOf(get(template, 'Parameters'));
    this.#resources = isMap(get(template, 'Conditions')) ? resources : [];
  }

  /**
   * True when the parameters in a value have other values, certainly or in all likelihood, wherever the value around it
   * is used. An empty one is likely to be given at the deployment, unless a condition says what is done without it. Where
   * a condition on the same parameter chooses between branches of the same resource, one value goes with one of them
   * only, so none is known.
   */
  excludes(value: JsonMap, within: Json = value): boolean {
    if (this.#resources.length === 0 && !this.#hasEmpty) return false;
    const names = [...new Set(parametersIn(value))].filter((name) => this.#known.has(name)).sort();
    const empty = names.filter((name) => this.#known.get(name) === '');
    const ways = this.#resources.length === 0 ? undefined : this.#waysTo(within);
    if (ways && this.#isTied(within, names)) return true;
    if (!ways || ways.has(this.#open) || names.length === 0) return empty.length > 0;
    const scopes = [this.#scopeOf(names)];
    // Where one parameter is taken as not given, the others are taken as not given, too.
    if (empty.length > 0) scopes.push(this.#scopeOf(undefined));
    return [...ways].every(
      (way) => scopes.some((scope) => !mayPass(way, scope)) || !empty.every((name) => this.#speaksOf(way, name)),
    );
  }

  /** Whether a condition on one of the parameters decides on other parts of the resource. Texts made of several parts are names. */
  #isTied(value: Json, names: readonly string[]): boolean {
    if (names.length === 0 || !isSingle(value)) return false;
    this.#choices ??= choicesAround(this.#resources);
    return (this.#choices.get(value) ?? []).some(({ conditions, around }) => {
      const deciding = this.#decidingOf(conditions);
      return names.some((name) => deciding.get(name)?.some((condition) => !around.includes(condition)));
    });
  }

  #decidingOf(conditions: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
    const known = this.#deciding.get(conditions);
    if (known) return known;
    const deciding = new Map<string, string[]>();
    for (const condition of conditions) {
      for (const name of this.#parametersOf(condition)) addTo(deciding, name, condition);
    }
    this.#deciding.set(conditions, deciding);
    return deciding;
  }

  /** Whether one of the conditions on a way depends on a parameter. */
  #speaksOf(way: Way, name: string): boolean {
    for (let each: Way | undefined = way; each?.outer; each = each.outer) {
      if (this.#parametersOf(each.condition).has(name)) return true;
    }
    return false;
  }

  /** The parameters that a condition depends on, by way of other conditions too. */
  #parametersOf(condition: string): ReadonlySet<string> {
    const known = this.#conditions.get(condition);
    if (known) return known;
    const found = new Set<string>();
    // Set before the walk: conditions may refer to each other in a circle.
    this.#conditions.set(condition, found);
    const body = get(get(this.#template, 'Conditions'), condition);
    for (const name of parametersIn(body ?? null)) found.add(name);
    for (const other of conditionsIn(body ?? null)) for (const name of this.#parametersOf(other)) found.add(name);
    return found;
  }

  #waysTo(value: Json): ReadonlySet<Way> | undefined {
    if (!this.#ways) {
      this.#ways = new Map();
      for (const body of this.#resources) {
        const condition = get(body, 'Condition');
        const properties = get(body, 'Properties');
        if (properties !== undefined)
          this.#walk(properties, isString(condition) ? behind(this.#open, condition, true) : this.#open);
      }
    }
    return this.#ways.get(value);
  }

  #walk(value: Json, way: Way): void {
    if (!isMap(value) && !isList(value)) return;
    const ways = this.#ways!.get(value) ?? new Set();
    if (ways.has(way) || ways.has(this.#open)) return;
    const here = ways.size < mostWays ? way : this.#open;
    this.#ways!.set(value, ways.add(here));
    const operands = ifOperands(value);
    const [condition, then, otherwise] = operands ?? [];
    if (isString(condition)) {
      this.#walk(then!, behind(here, condition, true));
      this.#walk(otherwise!, behind(here, condition, false));
      return;
    }
    for (const item of isList(value) ? value : Object.values(value)) this.#walk(item, here);
  }

  /** A scope that knows these parameters, or everything that is known. */
  #scopeOf(names: readonly string[] | undefined): Scope {
    const key = names?.join(' ') ?? '';
    const made = this.#scopes.get(key);
    if (made) return made;
    const known = names ? new Map(names.map((name) => [name, this.#known.get(name)!])) : this.#known;
    const scope = { ...scopeOf(this.#template, known, () => {}), parameters: this.#parameters };
    this.#scopes.set(key, scope);
    return scope;
  }
}

/** What chooses between branches of a resource that a function stands in. */
interface Choices {
  /** The conditions of every `Fn::If` of the resource. */
  readonly conditions: ReadonlySet<string>;
  /** Those around the function. */
  readonly around: readonly string[];
}

/** Of the conditions of a resource, and of the places of a function, no more than this are looked at. */
const mostChoices = 100;

/** For each function in resources with an `Fn::If`: its choices. */
const choicesAround = (resources: readonly JsonMap[]): ReadonlyMap<Json, readonly Choices[]> => {
  const found = new Map<Json, Choices[]>();
  for (const body of resources) {
    const conditions = new Set<string>();
    const functions: { readonly value: JsonMap; readonly around: readonly string[] }[] = [];
    const walk = (value: Json, around: readonly string[]): void => {
      if (isList(value)) for (const item of value) walk(item, around);
      if (!isMap(value)) return;
      const condition = ifOperands(value)?.[0];
      const isChoice = isString(condition) && conditions.size < mostChoices;
      if (isChoice) conditions.add(condition);
      else if (intrinsicName(value) !== undefined) functions.push({ value, around });
      const inside = isChoice && !around.includes(condition) ? [...around, condition] : around;
      for (const key in value) walk(value[key]!, inside);
    };
    walk(get(body, 'Properties') ?? null, []);
    if (conditions.size === 0) continue;
    for (const { value, around } of functions) {
      const own = found.get(value);
      if (own === undefined || own.length < mostChoices) addTo(found, value, { conditions, around });
    }
  }
  return found;
};

/** Whether a value is one function that gives one thing, and no text that is put together. */
const isSingle = (value: Json): boolean => {
  const name = intrinsicName(value);
  if (name === undefined || name === 'Fn::Join') return false;
  const text = name === 'Fn::Sub' ? get(value, name) : undefined;
  return name !== 'Fn::Sub' || (isString(text) && /^\$\{[^{}]*\}$/.test(text));
};

const behind = (way: Way, condition: string, holds: boolean): Way => {
  const key = `${holds} ${condition}`;
  const made = way.inner.get(key);
  if (made) return made;
  const next = { condition, holds, outer: way, inner: new Map() };
  way.inner.set(key, next);
  return next;
};

const mayPass = (way: Way, scope: Scope): boolean => {
  for (let each: Way | undefined = way; each; each = each.outer) {
    if (each.outer && conditionHolds(each.condition, scope) === !each.holds) return false;
  }
  return true;
};

/** Parameters by their types alone: what is hidden by `NoEcho` may be compared all the same. */
const typesOf = (parameters: Json | undefined): JsonMap => {
  const types = newMap();
  if (!isMap(parameters)) return types;
  for (const name of Object.keys(parameters)) types[name] = { Type: get(parameters[name], 'Type') ?? 'String' };
  return types;
};

/** The conditions that a condition names. */
const conditionsIn = (value: Json): string[] => {
  if (isList(value)) return value.flatMap(conditionsIn);
  if (!isMap(value)) return [];
  const name = get(value, 'Condition');
  return [...(isString(name) ? [name] : []), ...Object.values(value).flatMap(conditionsIn)];
};

/** The names that a value refers to. */
const parametersIn = (value: Json): string[] => {
  if (isString(value)) return [];
  if (isList(value)) return value.flatMap(parametersIn);
  if (!isMap(value)) return [];
  const name = intrinsicName(value);
  const argument = name === undefined ? undefined : value[name];
  if (name === 'Ref') return isString(argument) ? [argument] : [];
  const text = name === 'Fn::Sub' ? (isList(argument) ? argument[0] : argument) : undefined;
  const named = isString(text) ? namesIn(text) : [];
  return [...named, ...Object.values(value).flatMap(parametersIn)];
};
