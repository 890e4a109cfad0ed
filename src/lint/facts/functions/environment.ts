import { greatestOf, leastOf } from '../../../model/lists.ts';
import type { Found, ResourceNode, RuleContext } from '../../../model/rule.ts';
import { isIntrinsic, isMap, type Json, type JsonMap } from '../../../model/tree.ts';
import { choicesOf } from '../templates/choices.ts';
import { isFunctionKey } from '../templates/function-keys.ts';
import { utf8Length } from '../texts/utf8.ts';

/** The names of a function's environment variables, each at its key. */
export const environmentNames = (fn: ResourceNode): Found<string>[] =>
  fn.all('Environment', 'Variables').flatMap(({ value, path }) => {
    if (!isMap(value) || isIntrinsic(value)) return [];
    return Object.keys(value)
      .filter((name) => !isFunctionKey(name))
      .map((name) => ({ value: name, at: fn.keyPlace(...path, name), path: [...path, name] }));
  });

/** How much the environment variables of a function take. */
export interface EnvironmentSize {
  /** What the variables take in the deployment that makes the most of one of them, at least. */
  readonly bytes: number;
  /** Whether that is all: every value is known. */
  readonly complete: boolean;
}

/** The bytes of names and values of environment variables; what is known only at deploy time counts nothing. */
export const environmentSize = (variables: JsonMap, cx: Pick<RuleContext, 'resolve'>): EnvironmentSize => {
  let complete = true;
  const sizeOf = (name: string, value: Json | undefined): number => {
    if (value === undefined) return 0;
    const known = cx.resolve(value);
    const isLiteral = known !== undefined && typeof known !== 'object' && !String(known).includes('{{resolve:');
    complete &&= isLiteral;
    return utf8Length(name) + (isLiteral ? utf8Length(String(known)) : 0);
  };
  let least = 0;
  let more = 0;
  for (const name of Object.keys(variables)) {
    // Conditions of several variables may exclude each other, so only one of them takes its largest branch.
    const sizes = choicesOf(variables[name], undefined).map(({ value }) => sizeOf(name, value));
    const smallest = leastOf(sizes);
    least += smallest;
    more = Math.max(more, greatestOf(sizes) - smallest);
  }
  return { bytes: least + more, complete };
};
