import { ifOperands } from '../../../model/intrinsics.ts';
import { type Cause, entryOf } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, getIn, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { entryChoices, isPlainMap } from '../templates/choices.ts';
import { groupBy } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { type ApiKind, apiKind } from './kind.ts';

/** One method of a path of an API's document. */
export interface Operation {
  readonly path: string;
  /** In upper case; `ANY` for API Gateway's own name of it. */
  readonly method: string;
  readonly body: JsonMap;
  /** What made the operation: an event, or its key in the document. */
  readonly at: Cause | undefined;
}

/** A path of an API's document. */
export interface PathItem {
  readonly path: string;
  /** Methods, and what they share. */
  readonly body: JsonMap;
  /** What made the path: an event, or its key in the document. */
  readonly at: Cause | undefined;
  /** The condition that it depends on. */
  readonly condition: string | undefined;
}

/** A way to be let in that a document defines. */
export interface SecurityScheme {
  readonly name: string;
  readonly body: JsonMap;
  readonly at: Cause | undefined;
}

/** The OpenAPI document of an API of the expanded template. */
export interface ApiDocument {
  readonly api: ResourceNode;
  readonly kind: ApiKind;
  readonly body: JsonMap;
  readonly at: Cause | undefined;
  /** Whether all of it is known: nothing is included at deploy time. */
  readonly isComplete: boolean;
  readonly paths: readonly PathItem[];
  readonly operations: readonly Operation[];
  readonly schemes: readonly SecurityScheme[];
}

/** The keys of API Gateway's own in a document: the integration of an operation, the resource policy of the API. */
export const integrationKey = 'x-amazon-apigateway-integration';
export const policyKey = 'x-amazon-apigateway-policy';
/** Stands for every method that a path does not name. */
export const anyMethod = 'x-amazon-apigateway-any-method';
/** The keys of a path item that are methods, in lower case. */
export const pathMethods: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  anyMethod,
]);

/** The documents of all APIs, those that the expansion made included. Read once for all rules. */
export const apiDocuments = oncePerTemplate((cx): readonly ApiDocument[] =>
  cx.resources('AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api').flatMap((api) => {
    const kind = apiKind(api);
    if (kind === undefined) return [];
    const bodies = entryChoices(api.properties, 'Body', api.at);
    return bodies.flatMap(({ value, at }) => (isMap(value) ? [readDocument(api, kind, value, at)] : []));
  }),
);

const documentsByApi = oncePerTemplate((cx) => groupBy(apiDocuments(cx), ({ api }) => api));

/** The documents of one API: several where `Fn::If` chooses. */
export const documentsOfApi = (api: ResourceNode, cx: TemplateView): readonly ApiDocument[] =>
  documentsByApi(cx).get(api) ?? [];

const readDocument = (api: ResourceNode, kind: ApiKind, body: JsonMap, at: Cause | undefined): ApiDocument => {
  const items: PathItem[] = [];
  const operations: Operation[] = [];
  const schemes: SecurityScheme[] = [];
  let isComplete = isPlainMap(body);
  const plain = (value: unknown): value is JsonMap => {
    const isPlain = isPlainMap(value as JsonMap);
    isComplete &&= isPlain || value === null;
    return isPlain;
  };
  for (const paths of entryChoices(body, 'paths', at)) {
    if (!plain(paths.value)) continue;
    for (const path of Object.keys(paths.value)) {
      for (const item of entryChoices(paths.value, path, paths.at)) {
        if (!plain(item.value)) continue;
        const key = entryOf(paths.value, path)?.key ?? item.at;
        items.push({ path, body: item.value, at: key, condition: conditionOf(paths.value[path]) });
        for (const method of Object.keys(item.value)) {
          if (!pathMethods.has(method.toLowerCase())) continue;
          const place = entryOf(item.value, method)?.key ?? item.at;
          for (const { value } of entryChoices(item.value, method, item.at)) {
            if (plain(value)) operations.push({ path, method: methodName(method), body: value, at: place });
          }
        }
      }
    }
  }
  for (const map of [get(body, 'securityDefinitions'), getIn(body, 'components', 'securitySchemes')]) {
    if (map === undefined || !plain(map)) continue;
    for (const name of Object.keys(map)) {
      const place = entryOf(map, name)?.key ?? at;
      for (const { value } of entryChoices(map, name, at))
        if (plain(value)) schemes.push({ name, body: value, at: place });
    }
  }
  return { api, kind, body, at, isComplete, paths: items, operations, schemes };
};

const conditionOf = (value: Json | undefined): string | undefined => {
  const condition = ifOperands(value)?.[0];
  return isString(condition) ? condition : undefined;
};

const methodName = (name: string): string => (name === anyMethod ? 'ANY' : name.toUpperCase());
