import { isList, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { isFunctionKey, isMacroKey } from './function-keys.ts';

/** What one walk finds of intrinsic functions. */
export interface Functions {
  /** Maps in which a function stands beside other keys, and its name. */
  readonly mixed: readonly { readonly map: JsonMap; readonly fn: string }[];
  /** Maps with a key that begins like that of a function, macros and loops aside. */
  readonly named: readonly { readonly map: JsonMap; readonly fn: string }[];
  /** Maps with a loop, and its key. */
  readonly loops: readonly { readonly map: JsonMap; readonly fn: string }[];
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
    if (!notRead.includes(section)) collector.walk(template[section]!, section === 'Conditions');
  }
  cache.set(template, collector);
  return collector;
};

class Collector implements Functions {
  readonly mixed: { map: JsonMap; fn: string }[] = [];
  readonly named: { map: JsonMap; fn: string }[] = [];
  readonly loops: { map: JsonMap; fn: string }[] = [];
  readonly substitutions: { text: string; variables: JsonMap }[] = [];

  walk(value: Json, inConditions: boolean): void {
    if (isList(value)) {
      for (const item of value) this.walk(item, inConditions);
    } else if (isMap(value)) {
      let count = 0;
      let fn: string | undefined;
      for (const key in value) {
        count++;
        if (fn === undefined && isFunction(value, key, inConditions)) fn = key;
        if (key.startsWith('Fn::ForEach')) this.loops.push({ map: value, fn: key });
        else if (isFunctionKey(key) && !isMacroKey(key)) this.named.push({ map: value, fn: key });
        this.walk(value[key]!, inConditions);
      }
      if (fn === 'Fn::Sub') this.#substitution(value[fn]!);
      if (fn !== undefined && count > 1) this.mixed.push({ map: value, fn });
    }
  }

  #substitution(operand: Json): void {
    if (!isList(operand)) return;
    const [text, variables] = operand;
    if (isString(text) && isMap(variables)) this.substitutions.push({ text, variables });
  }
}

/** A macro and a loop may stand among other keys. */
const isFunction = (map: JsonMap, key: string, inConditions: boolean): boolean => {
  if (key === 'Ref' || (inConditions && key === 'Condition')) return isString(map[key]);
  return isFunctionKey(key) && !isMacroKey(key);
};
