import { isList, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { isFunctionKey, isMacroKey } from '../templates/function-keys.ts';
import { type Preorder, preorderOf } from '../templates/preorder.ts';

/** A map with a function in it. */
export interface FunctionUse {
  readonly map: JsonMap;
  readonly fn: string;
  /** The resource it stands in. */
  readonly logicalId: string | undefined;
}

/** What is found of the intrinsic functions of a template. */
export interface Functions {
  /** Functions that stand beside other keys. */
  readonly mixed: readonly FunctionUse[];
  /** Keys that begin like those of functions, macros and loops aside. */
  readonly named: readonly FunctionUse[];
  /** Loops. */
  readonly loops: readonly FunctionUse[];
  /** Texts of `Fn::Sub` that bring variables along. */
  readonly substitutions: readonly { readonly text: string; readonly variables: JsonMap }[];
}

const notRead = ['Metadata', 'Transform', 'Description', 'AWSTemplateFormatVersion'];
const cache = new WeakMap<JsonMap, Functions>();

/** The intrinsic functions of a template; looked for once for all rules that ask. */
export const functionsOf = (template: JsonMap): Functions => {
  const known = cache.get(template);
  if (known) return known;
  const collector = new Collector(preorderOf(template));
  collector.template();
  cache.set(template, collector);
  return collector;
};

class Collector implements Functions {
  readonly mixed: FunctionUse[] = [];
  readonly named: FunctionUse[] = [];
  readonly loops: FunctionUse[] = [];
  readonly substitutions: { text: string; variables: JsonMap }[] = [];
  readonly #row: Preorder;
  #logicalId: string | undefined;
  /** Maps with a function among other keys. */
  readonly #mixed = new Set<JsonMap>();

  constructor(row: Preorder) {
    this.#row = row;
  }

  template(): void {
    const { steps, parents, ends } = this.#row;
    for (const section of this.#row.entriesOf(0)) {
      const name = String(steps[section]);
      if (notRead.includes(name)) continue;
      this.#logicalId = undefined;
      for (let at = section + 1; at < ends[section]!; at++) {
        const key = steps[at]!;
        if (typeof key !== 'string') continue;
        if (name === 'Resources' && parents[at] === section) this.#logicalId = undefined;
        if (isFunctionKey(key)) this.#function(key, at);
        else if (key === 'Ref' || (name === 'Conditions' && key === 'Condition')) this.#reference(key, at);
        if (name === 'Resources' && parents[at] === section) this.#logicalId = key;
      }
    }
  }

  #function(fn: string, at: number): void {
    if (fn.startsWith('Fn::ForEach')) this.loops.push(this.#use(fn, at));
    else if (!isMacroKey(fn)) this.named.push(this.#use(fn, at));
    // A macro and a loop may stand among other keys.
    if (isMacroKey(fn)) return;
    if (this.#isFirst(fn, at) && fn === 'Fn::Sub') this.#substitution(this.#row.values[at]!);
  }

  #reference(fn: string, at: number): void {
    if (isString(this.#row.values[at])) this.#isFirst(fn, at);
  }

  /** Whether a function is the first one of its map; says so of a map that has other keys as well. */
  #isFirst(fn: string, at: number): boolean {
    if (this.#row.isAlone(at)) return true;
    const use = this.#use(fn, at);
    if (this.#mixed.has(use.map)) return false;
    this.#mixed.add(use.map);
    this.mixed.push(use);
    return true;
  }

  #use(fn: string, at: number): FunctionUse {
    return { map: this.#row.values[this.#row.parents[at]!] as JsonMap, fn, logicalId: this.#logicalId };
  }

  #substitution(operand: Json): void {
    if (!isList(operand)) return;
    const [text, variables] = operand;
    if (isString(text) && isMap(variables)) this.substitutions.push({ text, variables });
  }
}
