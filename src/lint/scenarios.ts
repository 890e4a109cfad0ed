import { conditionHolds } from '../language-extensions/conditions.ts';
import { type Scope, scopeOf } from '../language-extensions/scope.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../model/tree.ts';

/** A value that nothing in the template mentions. */
const other = '\u0000';
/** Combinations of values that are tried; where there are more, nothing is known. */
const mostTries = 512;

/** Which conditions can hold together, whatever values the parameters of a template have. */
export class Scenarios {
  readonly #template: JsonMap;
  readonly #known: ReadonlyMap<string, Json>;
  readonly #conditions: JsonMap;
  readonly #parameters: JsonMap;
  readonly #answers = new Map<string, boolean>();
  #mentioned: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(template: JsonMap, known: ReadonlyMap<string, Json>) {
    this.#template = template;
    this.#known = known;
    const conditions = get(template, 'Conditions');
    this.#conditions = isMap(conditions) ? conditions : newMap();
    const parameters = get(template, 'Parameters');
    this.#parameters = isMap(parameters) ? parameters : newMap();
  }

  /** See `TemplateView.possible`. */
  possible(way: readonly string[]): boolean {
    const key = [...new Set(way)].sort().join(' ');
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.#isPossible([...new Set(way)]);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  /** See `TemplateView.happens`. */
  happens(way: readonly string[]): boolean {
    const scope = this.#scopeWith(this.#known);
    return way.every((step) => agrees(step, scope));
  }

  #isPossible(way: readonly string[]): boolean {
    if (way.some((step) => !Object.hasOwn(this.#conditions, nameOf(step)))) return false;
    const names = [...this.#parametersBehind(way.map(nameOf))].sort();
    const choices = names.map((name) => this.#valuesOf(name));
    const tries = choices.reduce((product, values) => product * values.length, 1);
    if (tries > mostTries) return false;
    for (let index = 0; index < tries; index++) {
      const known = new Map(this.#known);
      let rest = index;
      for (const [at, name] of names.entries()) {
        const values = choices[at]!;
        known.set(name, values[rest % values.length]!);
        rest = Math.floor(rest / values.length);
      }
      const scope = this.#scopeWith(known);
      if (way.every((step) => agrees(step, scope))) return true;
    }
    return false;
  }

  #scopeWith(known: ReadonlyMap<string, Json>): Scope {
    return { ...scopeOf(this.#template, known, () => {}), parameters: newMap() };
  }

  /** The parameters and pseudo parameters that decide over conditions. */
  #parametersBehind(conditions: readonly string[]): ReadonlySet<string> {
    const found = new Set<string>();
    const seen = new Set<string>();
    const visit = (value: Json | undefined): void => {
      if (isList(value)) value.forEach(visit);
      if (!isMap(value)) return;
      const reference = value['Ref'];
      if (isString(reference)) found.add(reference);
      const condition = value['Condition'];
      if (isString(condition)) open(condition);
      for (const key of Object.keys(value)) if (typeof value[key] === 'object') visit(value[key]);
    };
    const open = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      visit(get(this.#conditions, name));
    };
    conditions.forEach(open);
    return found;
  }

  #valuesOf(name: string): readonly Json[] {
    const allowed = get(get(this.#parameters, name), 'AllowedValues');
    if (isList(allowed) && allowed.length > 0) return allowed.filter((value) => typeof value !== 'object');
    this.#mentioned ??= mentionedIn(this.#conditions);
    const known = this.#known.get(name);
    const literals = new Set(this.#mentioned.get(name));
    if (known !== undefined && typeof known !== 'object') literals.add(String(known));
    return [...literals, other];
  }
}

const nameOf = (step: string): string => (step.startsWith('!') ? step.slice(1) : step);

const agrees = (step: string, scope: Scope): boolean => conditionHolds(nameOf(step), scope) === !step.startsWith('!');

/** The texts that parameters are compared with. */
const mentionedIn = (value: Json, found = new Map<string, Set<string>>()): ReadonlyMap<string, ReadonlySet<string>> => {
  if (isList(value)) for (const item of value) mentionedIn(item, found);
  if (!isMap(value)) return found;
  const operands = value['Fn::Equals'];
  if (isList(operands)) {
    const names = operands.flatMap((operand) => {
      const reference = get(operand, 'Ref');
      return isString(reference) ? [reference] : [];
    });
    for (const name of names) {
      const texts = found.get(name) ?? new Set();
      for (const operand of operands) if (typeof operand !== 'object') texts.add(String(operand));
      found.set(name, texts);
    }
  }
  for (const key of Object.keys(value)) mentionedIn(value[key]!, found);
  return found;
};
