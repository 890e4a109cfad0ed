import { isList, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { isFunctionKey, isMacroKey } from '../templates/function-keys.ts';

/** A map with a function in it. */
export interface FunctionUse {
  readonly map: JsonMap;
  readonly fn: string;
  /** The resource it stands in. */
  readonly logicalId: string | undefined;
}

/** What one walk finds of intrinsic functions. */
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

/** The intrinsic functions of a template; the walk is made once for all rules that ask. */
export const functionsOf = (template: JsonMap): Functions => {
  const known = cache.get(template);
  if (known) return known;
  const collector = new Collector();
  for (const section of Object.keys(template)) {
    if (!notRead.includes(section)) collector.section(section, template[section]!);
  }
  cache.set(template, collector);
  return collector;
};

class Collector implements Functions {
  readonly mixed: FunctionUse[] = [];
  readonly named: FunctionUse[] = [];
  readonly loops: FunctionUse[] = [];
  readonly substitutions: { text: string; variables: JsonMap }[] = [];
  #inConditions = false;
  #logicalId: string | undefined;

  section(name: string, content: Json): void {
    this.#inConditions = name === 'Conditions';
    if (name !== 'Resources' || !isMap(content)) return this.#walk(content);
    this.#keys(content);
    for (const id of Object.keys(content)) {
      this.#logicalId = id;
      this.#walk(content[id]!);
    }
    this.#logicalId = undefined;
  }

  #walk(value: Json): void {
    if (isList(value)) {
      for (const item of value) this.#walk(item);
    } else if (isMap(value)) {
      this.#keys(value);
      for (const key in value) if (typeof value[key] === 'object') this.#walk(value[key]!);
    }
  }

  #keys(map: JsonMap): void {
    const logicalId = this.#logicalId;
    let count = 0;
    let fn: string | undefined;
    for (const key in map) {
      count++;
      if (fn === undefined && this.#isFunction(map, key)) fn = key;
      if (key.startsWith('Fn::ForEach')) this.loops.push({ map, fn: key, logicalId });
      else if (isFunctionKey(key) && !isMacroKey(key)) this.named.push({ map, fn: key, logicalId });
    }
    if (fn === 'Fn::Sub') this.#substitution(map[fn]!);
    if (fn !== undefined && count > 1) this.mixed.push({ map, fn, logicalId });
  }

  /** A macro and a loop may stand among other keys. */
  #isFunction(map: JsonMap, key: string): boolean {
    if (key === 'Ref' || (this.#inConditions && key === 'Condition')) return isString(map[key]);
    return isFunctionKey(key) && !isMacroKey(key);
  }

  #substitution(operand: Json): void {
    if (!isList(operand)) return;
    const [text, variables] = operand;
    if (isString(text) && isMap(variables)) this.substitutions.push({ text, variables });
  }
}
