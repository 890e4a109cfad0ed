import { conditionHolds } from '../language-extensions/conditions.ts';
import { type Scope, scopeOf } from '../language-extensions/scope.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../model/tree.ts';

/** A value that nothing in the template mentions. */
const other = '\u0000';
/** Combinations of values that are tried; where there are more, nothing is known. */
const mostTries = 512;
/** Conditions that are evaluated or read for all questions together; once they are, nothing more is known. */
const mostEvaluations = 2_000_000;

/** Which conditions can hold together, whatever values the parameters of a template have. */
export class Scenarios {
  readonly #template: JsonMap;
  readonly #known: ReadonlyMap<string, Json>;
  readonly #conditions: JsonMap;
  readonly #parameters: JsonMap;
  readonly #answers = new Map<string, boolean>();
  #evaluationsLeft = mostEvaluations;
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
    if (this.#evaluationsLeft <= 0) return false;
    const { compared: behind, count } = this.#behind(way.map(nameOf));
    this.#evaluationsLeft -= count;
    const names = [...behind.keys()].sort();
    const choices = names.map((name) => this.#valuesOf(name, behind.get(name)!));
    const tries = choices.reduce((product, values) => product * values.length, 1);
    if (tries > mostTries) return false;
    for (let index = 0; index < tries && this.#evaluationsLeft > 0; index++) {
      this.#evaluationsLeft -= count;
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

  /**
   * The parameters and pseudo parameters that decide over conditions, each with the texts that tell its values apart there;
   * and how many conditions that are.
   */
  #behind(conditions: readonly string[]): {
    readonly compared: ReadonlyMap<string, ReadonlySet<string>>;
    readonly count: number;
  } {
    const opened = new Set<string>();
    const compared = new Map<string, Set<string>>();
    const textsOf = (name: string): Set<string> => {
      const texts = compared.get(name) ?? new Set();
      compared.set(name, texts);
      return texts;
    };
    const visit = (value: Json | undefined): void => {
      if (isList(value)) value.forEach(visit);
      if (!isMap(value)) return;
      const { Ref: reference, Condition: condition } = value;
      // A parameter that is looked up by, for one: any text may matter.
      if (isString(reference)) addAll(textsOf(reference), this.#textsOf(reference));
      if (isString(condition)) open(condition);
      for (const key of Object.keys(value)) {
        const inner = value[key];
        if (key === 'Fn::Equals' && isList(inner)) compare(inner);
        else if (typeof inner === 'object') visit(inner);
      }
    };
    const compare = (operands: readonly Json[]): void => {
      const texts = operands.flatMap((operand) => (typeof operand === 'object' ? [] : [String(operand)]));
      for (const operand of operands) {
        const name = get(operand, 'Ref');
        if (isString(name)) addAll(textsOf(name), texts);
        else visit(operand);
      }
    };
    const open = (name: string): void => {
      if (opened.has(name)) return;
      opened.add(name);
      visit(get(this.#conditions, name));
    };
    conditions.forEach(open);
    return { compared, count: opened.size };
  }

  /** The texts that a parameter is compared with in any condition. */
  #textsOf(parameter: string): ReadonlySet<string> {
    this.#mentioned ??= mentionedIn(this.#conditions);
    return this.#mentioned.get(parameter) ?? new Set();
  }

  #valuesOf(name: string, compared: ReadonlySet<string>): readonly Json[] {
    const allowed = get(get(this.#parameters, name), 'AllowedValues');
    if (isList(allowed) && allowed.length > 0) return allowed.filter((value) => typeof value !== 'object');
    const known = this.#known.get(name);
    const texts = new Set(compared);
    if (known !== undefined && typeof known !== 'object') texts.add(String(known));
    return [...texts, other];
  }
}

const addAll = (set: Set<string>, texts: Iterable<string>): void => {
  for (const text of texts) set.add(text);
};

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
