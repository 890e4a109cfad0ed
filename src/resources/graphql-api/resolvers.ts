import { didYouMean, nearest } from '../../model/nearest.ts';
import { carry, entryOf, shallowCopy } from '../../model/origin.ts';
import type { Attributes } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isList, isMap, isTruthy, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { addCode, addRuntime } from './code.ts';
import { apiId, carryText, emitPart, type GraphqlContext, type Part, partsOf, placeIn, present } from './shared.ts';

const NoPipeline = message(
  'missing-property',
  'error',
  (key: string) =>
    `The resolver '${key}' needs a 'Pipeline' of functions; for a unit resolver use AWS::AppSync::Resolver.`,
);
const UnknownFunction = message(
  'unknown-pipeline-function',
  'error',
  (name: string, near: string | undefined) =>
    `'Pipeline' names '${name}', which is not under 'Functions'.${didYouMean(near)}`,
);

/** What a pipeline does around its functions when nothing else is said: nothing. */
const plainCode = `
export function request(ctx) {
    return {};
}

export function response(ctx) {
    return ctx.prev.result;
}
`;

/** Emits the API's resolvers; they wait for the schema. */
export const emitResolvers = (cx: GraphqlContext, functions: ReadonlyMap<string, Json>, schemaId: string): void => {
  const attributes = shallowCopy(cx.attributes as JsonMap) as Attributes;
  attributes.DependsOn = [schemaId];
  for (const { key: type, body } of partsOf(cx.props.Resolvers)) {
    for (const part of partsOf(body)) {
      const properties = resolver(cx, type, part, functions);
      emitPart(cx, type + part.key, 'Resolver', properties, part.cause, attributes);
    }
  }
};

const resolver = (cx: GraphqlContext, type: string, part: Part, functions: ReadonlyMap<string, Json>): JsonMap => {
  const { key, body } = part;
  const properties = newMap();
  properties['ApiId'] = apiId(cx);
  properties['TypeName'] = type;
  properties['FieldName'] = key;
  if (isTruthy(get(body, 'FieldName'))) carryText(body, 'FieldName', properties);
  if (addCode(cx, part, properties)) addRuntime(cx, part, properties);
  else {
    properties['Code'] = plainCode;
    properties['Runtime'] = { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' };
  }
  properties['Kind'] = 'PIPELINE';
  properties['PipelineConfig'] = { Functions: pipeline(cx, part, functions) };
  const caching = get(body, 'Caching');
  if (isMap(caching)) properties['CachingConfig'] = present(caching);
  if (isTruthy(get(body, 'MaxBatchSize'))) carry(body, 'MaxBatchSize', properties);
  return properties;
};

const pipeline = (cx: GraphqlContext, part: Part, functions: ReadonlyMap<string, Json>): Json[] => {
  const { key, body, cause } = part;
  const names = get(body, 'Pipeline');
  if (!isList(names) || names.length === 0) {
    cx.report(NoPipeline(key), cause, key);
    return [];
  }
  return names.flatMap((each, index) => {
    const name = String(each);
    const id = functions.get(name);
    if (id !== undefined) return [id];
    const at = entryOf(names, index)?.value ?? placeIn(part, 'Pipeline');
    cx.report(UnknownFunction(name, nearest(name, functions.keys())), at, key);
    return [];
  });
};
