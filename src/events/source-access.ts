import { didYouMean, nearest } from '../model/nearest.ts';
import { type Message, message } from '../model/problem.ts';
import { get, isList, isMap, isString, isTruthy, type JsonMap, kindOf } from '../model/tree.ts';
import type { MappingContext } from './event-source-mapping.ts';

const NotAList = message(
  'wrong-type',
  'error',
  (found: string) =>
    `'SourceAccessConfigurations' is ${found}; it must be a list, because the policy of the role is built from it.`,
);
const NotAMap = message(
  'wrong-type',
  'error',
  (found: string) => `An item of 'SourceAccessConfigurations' is ${found}; it must be a map with 'Type' and 'URI'.`,
);
const BadType = message(
  'wrong-value',
  'error',
  (found: string, allowed: readonly string[], near: string | undefined) =>
    `The 'Type' of an item of 'SourceAccessConfigurations' is ${found}; it must be one of ${allowed.join(', ')}.${didYouMean(near)}`,
);

/** A place among the access configurations, as `at` takes it. */
export type AccessPath = [name: string, index: number, ...rest: string[]];

/** One way of access to the source of an event. */
export interface Access<Type extends string> {
  readonly type: Type;
  readonly item: JsonMap;
  readonly path: AccessPath;
}

/**
 * The items of `SourceAccessConfigurations`, each of a known type; gives the event up at the first that is not.
 * @param missing what to say where there are none
 * @param allowed the types that the source takes
 */
export function* sourceAccess<Type extends string>(
  cx: MappingContext,
  missing: Message,
  allowed: readonly Type[],
): Generator<Access<Type>> {
  const configurations = cx.props.SourceAccessConfigurations;
  const whole = cx.at('SourceAccessConfigurations');
  if (!isTruthy(configurations)) return cx.fail(missing, whole);
  if (!isList(configurations)) return cx.fail(NotAList(kindOf(configurations)), whole);
  for (const [index, item] of configurations.entries()) {
    const path: AccessPath = ['SourceAccessConfigurations', index];
    if (!isMap(item)) return cx.fail(NotAMap(kindOf(item)), cx.at(...path));
    const found = get(item, 'Type');
    const type = allowed.find((name) => name === found);
    if (type === undefined) {
      const [text, near] = isString(found) ? [`'${found}'`, nearest(found, allowed)] : [kindOf(found), undefined];
      return cx.fail(BadType(text, allowed, near), cx.at(...path, 'Type'));
    }
    yield { type, item, path };
  }
}
