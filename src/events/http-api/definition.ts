import { anyMethod, integrationKey } from '../../model/api-extensions.ts';
import { isNoValue } from '../../model/intrinsics.ts';
import type { SourceResource } from '../../model/plugin.ts';
import { get, getIn, isList, isMap, isNothing, isString, isTruthy, type Json, type JsonMap } from '../../model/tree.ts';
import { defaultPath } from './route.ts';

/** The definition that events add routes to: the author's or one of the transform; undefined when it is not in this template. */
export const definitionOf = (api: SourceResource): JsonMap | undefined => {
  if (api.type !== 'AWS::Serverless::HttpApi' && api.type !== 'AWS::Serverless::Api') return undefined;
  const body = get(api.properties, 'DefinitionBody');
  if (isMap(body) && isTruthy(body)) return body;
  return isTruthy(get(api.properties, 'DefinitionUri')) && isNothing(body) ? undefined : {};
};

/** Whether a route takes all requests that no other route takes. */
export const isDefaultRoute = (path: string, method: string): boolean =>
  path === defaultPath && (method === anyMethod || method.toLowerCase() === 'any');

/**
 * Whether a definition's default route goes to a function under every condition; undefined when the definition gives
 * that route no integration yet.
 */
export const defaultRouteGoesTo = (definition: JsonMap, functionId: string): boolean | undefined => {
  const items = outcomes(getIn(definition, 'paths', defaultPath));
  const methods = items.map((item) => get(item, anyMethod));
  const integrated = (method: Json | undefined): boolean =>
    isMap(method) && outcomes(method).some((each) => isTruthy(get(each, integrationKey)));
  if (items.length === 0 || !methods.every(integrated)) return undefined;
  return methods
    .flatMap(outcomes)
    .flatMap((each) => outcomes(getIn(each, integrationKey, 'uri')))
    .every((uri) => functionIn(get(uri, 'Fn::Sub')) === functionId);
};

/** The values that something may have under conditions. */
const outcomes = (value: Json | undefined): Json[] => {
  if (isNothing(value)) return [];
  const operands = get(value, 'Fn::If');
  return isList(operands) ? operands.slice(1).filter((each) => !isNoValue(each)) : [value];
};

/** The function whose ARN a URI is made of: the first id before `.Arn`. An alias has no `.Arn` and does not count. */
const functionIn = (uri: Json | undefined): string | undefined => {
  const parts = isString(uri) ? uri.split('.Arn').slice(0, -1) : [];
  return parts.map((part, at) => `${at > 0 ? 'Arn' : ''}${part}`.split(/[^A-Za-z0-9]/).at(-1)!).find((id) => id !== '');
};
