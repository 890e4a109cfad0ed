import { ifOperands, isNoValue } from '../model/intrinsics.ts';
import { type Cause, originOf } from '../model/origin.ts';
import type { Found, ResourceNode } from '../model/rule.ts';
import {
  get,
  isIntrinsic,
  isList,
  isMap,
  isNothing,
  isString,
  type Json,
  type JsonMap,
  newMap,
  type Step,
} from '../model/tree.ts';
import { child, keyBelow, placeBelow, placeIn } from './facts/templates/places.ts';
import { scalarNumber } from './facts/texts/scalar.ts';
import { type Known, resolveValue } from './resolve.ts';

/** A resource as rules see it. */
export class Node implements ResourceNode {
  readonly id: string;
  readonly type: string;
  readonly body: JsonMap;
  readonly properties: JsonMap;
  readonly at: Cause | undefined;
  readonly #known: Known;

  constructor(id: string, body: JsonMap, properties: Json | undefined, at: Cause | undefined, known: Known) {
    this.id = id;
    const type = get(body, 'Type');
    this.type = isString(type) ? type : '';
    this.body = body;
    this.properties = isMap(properties) ? properties : newMap();
    this.at = at;
    this.#known = known;
  }

  get(...path: Step[]): Json | undefined {
    let value: Json | undefined = this.properties;
    for (const step of path) value = child(value, step);
    return value;
  }

  place(...path: Step[]): Cause | undefined {
    return placeBelow(this.properties, this.at, ...path);
  }

  keyPlace(...path: Step[]): Cause | undefined {
    return keyBelow(this.properties, this.at, ...path);
  }

  all(...path: Step[]): Found[] {
    // Nearly always the way is plain and leads to nothing, so the place is looked up at its end only.
    let value: Json = this.properties;
    for (let depth = 0; depth < path.length; depth++) {
      const step = path[depth]!;
      if (isIntrinsic(value)) return [];
      if (step === '*') return this.#spread(value, path, depth);
      const next = child(value, step);
      if (next === undefined || next === null) return [];
      if (typeof next === 'object' && isMap(next)) {
        if (ifOperands(next)) return this.#spread(value, path, depth);
        if (isNoValue(next)) return [];
      }
      value = next;
    }
    return [{ value, at: this.#placeAt(path, path.length), path }];
  }

  literals(...path: Step[]): Found<string | number | boolean>[] {
    const literals: Found<string | number | boolean>[] = [];
    for (const { value, at, path: where } of this.all(...path)) {
      const resolved = resolveValue(value, this.#known);
      if (!isNothing(resolved) && typeof resolved !== 'object') literals.push({ value: resolved, at, path: where });
    }
    return literals;
  }

  numbers(...path: Step[]): Found<number>[] {
    const numbers: Found<number>[] = [];
    for (const { value, at, path: where } of this.literals(...path)) {
      const number = scalarNumber(value);
      if (number !== undefined) numbers.push({ value: number, at, path: where });
    }
    return numbers;
  }

  strings(...path: Step[]): Found<string>[] {
    const texts: Found<string>[] = [];
    for (const { value, at, path: where } of this.literals(...path)) {
      texts.push({ value: String(value), at, path: where });
    }
    return texts;
  }

  lacks(...path: Step[]): boolean {
    return !has(this.properties, path, 0);
  }

  /** The values at the rest of a path that leads to several. */
  #spread(value: Json, path: readonly Step[], depth: number): Found[] {
    let found: Found[] = [{ value, at: this.#placeAt(path, depth), path: path.slice(0, depth) }];
    for (let at = depth; at < path.length && found.length > 0; at++) {
      const next: Found[] = [];
      for (const each of found) this.#step(each, path[at]!, next);
      found = next;
    }
    return found;
  }

  /** The place of what so many steps of a path lead to, or of the nearest thing around it that has one. */
  #placeAt(path: readonly Step[], count: number): Cause | undefined {
    let value: Json | undefined = this.properties;
    let found: Cause | undefined;
    for (let depth = 0; depth < count; depth++) {
      found = placeIn(value, path[depth]!) ?? found;
      value = child(value, path[depth]!);
    }
    return found ?? originOf(this.properties) ?? this.at;
  }

  #step({ value, at, path }: Found, step: Step, next: Found[]): void {
    if (isIntrinsic(value)) return;
    const steps = step === '*' ? stepsIn(value) : [step];
    for (const each of steps) this.#branches(child(value, each), placeIn(value, each) ?? at, [...path, each], next);
  }

  /** A value, or both branches of an `Fn::If`; empty branches are left out. */
  #branches(value: Json | undefined, at: Cause | undefined, path: readonly Step[], next: Found[]): void {
    if (isNothing(value) || isNoValue(value)) return;
    const operands = ifOperands(value);
    if (!operands) {
      next.push({ value, at, path });
      return;
    }
    const list = (value as JsonMap)['Fn::If']!;
    for (const branch of [1, 2]) {
      this.#branches(operands[branch], placeIn(list, branch) ?? at, [...path, 'Fn::If', branch], next);
    }
  }
}

/** The steps to all that stands in a list or a map. */
const stepsIn = (value: Json): readonly Step[] => {
  if (isList(value)) return [...value.keys()];
  return isMap(value) ? Object.keys(value) : [];
};

/** Whether there is anything at the rest of a path. */
const has = (value: Json, path: readonly Step[], depth: number): boolean => {
  if (depth === path.length) return true;
  if (isIntrinsic(value)) return false;
  const step = path[depth]!;
  const steps = step === '*' ? stepsIn(value) : [step];
  return steps.some((each) => branchHas(child(value, each), path, depth + 1));
};

const branchHas = (value: Json | undefined, path: readonly Step[], depth: number): boolean => {
  if (value === undefined || isNothing(value) || isNoValue(value)) return false;
  const operands = ifOperands(value);
  if (!operands) return has(value, path, depth);
  return branchHas(operands[1], path, depth) || branchHas(operands[2], path, depth);
};
