import { sha1Hex } from '../../model/hash.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';

/** What a condition comes to: known, or a name for what it asks that is the same wherever the same is asked. */
export type Holds = boolean | { readonly key: string; readonly name: string };

/**
 * The conditions of a template by what they ask rather than by their names, so that renaming one changes nothing, and
 * changing what one asks changes everything that uses it.
 */
export class Conditions {
  readonly #definitions: Json | undefined;
  readonly #value: (value: Json) => Json | undefined;
  readonly #known = new Map<string, Holds>();
  readonly #open = new Set<string>();

  /** @param value the plainest form of an operand */
  constructor(definitions: Json | undefined, value: (value: Json) => Json | undefined) {
    this.#definitions = definitions;
    this.#value = value;
  }

  named(name: string): Holds {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const definition = get(this.#definitions, name);
    if (definition === undefined || this.#open.has(name)) return { key: `?${name}`, name };
    this.#open.add(name);
    const found = this.#of(definition);
    this.#open.delete(name);
    const holds = typeof found === 'boolean' ? found : { key: keyOf(found), name };
    this.#known.set(name, holds);
    return holds;
  }

  /** A condition in its plainest form: true, false, or what cannot be told before the deployment. */
  #of(value: Json): boolean | Json {
    const name = intrinsicName(value);
    const operand = name === undefined ? undefined : (value as JsonMap)[name];
    if (name === 'Condition' && isString(operand)) {
      const holds = this.named(operand);
      return typeof holds === 'boolean' ? holds : wrap('Condition', holds.key);
    }
    const operands = isList(operand) ? operand : [];
    if (name === 'Fn::Not' && operands.length === 1) return negated(this.#of(operands[0]!));
    if (name === 'Fn::And') return this.#combined(name, operands, false);
    if (name === 'Fn::Or') return this.#combined(name, operands, true);
    if (name === 'Fn::Equals' && operands.length === 2) return this.#equals(operands);
    return this.#value(value) ?? null;
  }

  #combined(name: string, operands: readonly Json[], decisive: boolean): boolean | Json {
    const open: Json[] = [];
    for (const operand of operands) {
      const each = this.#of(operand);
      if (each === decisive) return decisive;
      if (typeof each !== 'boolean') open.push(each);
    }
    if (open.length === 0) return !decisive;
    return open.length === 1 ? open[0]! : wrap(name, sorted(open));
  }

  #equals(operands: readonly Json[]): boolean | Json {
    const sides = operands.map((operand) => this.#value(operand) ?? null);
    const [left, right] = sides as [Json, Json];
    if (JSON.stringify(left) === JSON.stringify(right)) return true;
    if (isScalar(left) && isScalar(right)) return String(left) === String(right);
    return wrap('Fn::Equals', sorted(sides));
  }
}

const isScalar = (value: Json): boolean => typeof value !== 'object';

const wrap = (name: string, value: Json): JsonMap => Object.assign(newMap(), { [name]: value });

const negated = (value: boolean | Json): boolean | Json => {
  if (typeof value === 'boolean') return !value;
  const inner = isMap(value) ? value['Fn::Not'] : undefined;
  return isList(inner) ? inner[0]! : wrap('Fn::Not', [value]);
};

const sorted = (values: readonly Json[]): Json[] =>
  values
    .map((value) => [JSON.stringify(value), value] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, value]) => value);

/** Conditions are built on each other, so that their texts could double with each step: a hash does not. */
const keyOf = (value: Json): string => {
  const text = JSON.stringify(value);
  return text.length <= 80 ? text : `#${sha1Hex(text)}`;
};
