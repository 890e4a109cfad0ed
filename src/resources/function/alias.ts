import { getAtt, ref } from '../../model/intrinsics.ts';
import { carry, shallowCopy, trace } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isString, isTruthy, type Json, type JsonMap, kindOf } from '../../model/tree.ts';
import { neededValue, parameterIn } from '../needed-value.ts';
import type { FunctionContext } from './context.ts';

const NotText = message(
  'invalid-alias',
  'error',
  (found: string) =>
    `'AutoPublishAlias' is ${found}; it must be a string or a reference to a parameter that holds one.`,
);
const NoValue = message('invalid-alias', 'error', (parameter: string) => neededValue('AutoPublishAlias', parameter));
const BadName = message(
  'wrong-value',
  'error',
  (found: string) =>
    `'AutoPublishAlias' is '${found}'; an alias name has letters, digits, '-' and '_', and is not only digits.`,
);

/** The alias that the function publishes to. */
export interface Alias {
  readonly name: string;
  readonly id: string;
}

/** The alias that the author asks for; undefined without `AutoPublishAlias`. */
export const aliasOf = (cx: FunctionContext): Alias | undefined => {
  const given = cx.props.AutoPublishAlias;
  if (!isTruthy(given)) return undefined;
  const name = nameOf(cx.resolve(given!), cx);
  if (!isString(name) || !/^(?!\d+$)[a-zA-Z0-9_-]+$/.test(name)) {
    const parameter = parameterIn(name, cx);
    const found = isString(name) ? BadName(name) : parameter === undefined ? NotText(kindOf(name)) : NoValue(parameter);
    cx.report(found, cx.at('AutoPublishAlias'));
    return undefined;
  }
  return { name, id: `${cx.id}Alias${name.replaceAll('-', 'D').replaceAll('_', 'U')}` };
};

/** Before the deployment a parameter may have no value yet; then its own name does. */
const nameOf = (value: Json, cx: FunctionContext): Json =>
  (cx.beforeBuild ? parameterIn(value, cx) : undefined) ?? value;

/** Emits the alias, which points to the version and is shifted to a new one as its update policy says. */
export const emitAlias = (
  cx: FunctionContext,
  { id, name }: Alias,
  versionId: string,
  updatePolicy: JsonMap | undefined,
): void => {
  const properties: JsonMap = { Name: name, FunctionName: ref(cx.id), FunctionVersion: getAtt(versionId, 'Version') };
  trace(properties, 'Name', cx.at('AutoPublishAlias'));
  if (isTruthy(cx.props.ProvisionedConcurrencyConfig)) carry(cx.properties, 'ProvisionedConcurrencyConfig', properties);
  const attributes = shallowCopy(cx.inherited as JsonMap);
  if (updatePolicy) attributes['UpdatePolicy'] = updatePolicy;
  cx.emit({ id, type: 'AWS::Lambda::Alias', properties, attributes, cause: cx.at('AutoPublishAlias') });
};
