import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, type Json } from '../../../model/tree.ts';
import { type Choice, entryChoices, isPlainMap } from '../templates/choices.ts';
import { apiDocuments, integrationKey } from './document.ts';

/** What a REST API puts into a header or another part of a request or response. */
export interface Mapping {
  readonly owner: ResourceNode;
  /** `method.response.header.Access-Control-Allow-Origin` */
  readonly name: string;
  readonly value: Json;
  readonly at: Cause | undefined;
}

type Path = readonly string[];

const inOperations: readonly Path[] = [
  [integrationKey, 'requestParameters'],
  [integrationKey, 'responses', '*', 'responseParameters'],
];
const inDocuments: readonly Path[] = [['x-amazon-apigateway-gateway-responses', '*', 'responseParameters']];
const inResources: readonly (readonly [type: string, path: Path])[] = [
  ['AWS::ApiGateway::Method', ['Integration', 'RequestParameters']],
  ['AWS::ApiGateway::Method', ['Integration', 'IntegrationResponses', '*', 'ResponseParameters']],
  ['AWS::ApiGateway::GatewayResponse', ['ResponseParameters']],
];

/** Every mapping of the REST APIs of the template, in documents and in resources of their own. */
export const restMappings = (view: TemplateView): Mapping[] => [
  ...apiDocuments(view)
    .filter(({ kind }) => kind === 'REST')
    .flatMap(({ api, body, at, operations }) => [
      ...inDocuments.flatMap((path) => mappingsIn(api, { value: body, at }, path)),
      ...operations.flatMap((operation) =>
        inOperations.flatMap((path) => mappingsIn(api, { value: operation.body, at: operation.at }, path)),
      ),
    ]),
  ...inResources.flatMap(([type, path]) =>
    view.resources(type).flatMap((owner) => mappingsIn(owner, { value: owner.properties, at: owner.at }, path)),
  ),
];

const mappingsIn = (owner: ResourceNode, root: Choice, path: Path): Mapping[] => {
  let found = [root];
  for (const step of path) found = found.flatMap((each) => below(each, step));
  return found.flatMap(({ value: map, at }) =>
    isPlainMap(map) ? Object.keys(map).flatMap((name) => valuesOf(owner, map, name, at)) : [],
  );
};

const below = ({ value, at }: Choice, step: string): Choice[] => {
  if (step !== '*') return entryChoices(value, step, at);
  if (Array.isArray(value)) return value.map((item) => ({ value: item, at }));
  return isPlainMap(value) ? Object.keys(value).flatMap((key) => entryChoices(value, key, at)) : [];
};

const valuesOf = (owner: ResourceNode, map: Json, name: string, around: Cause | undefined): Mapping[] =>
  get(map, name) === undefined ? [] : entryChoices(map, name, around).map((each) => ({ owner, name, ...each }));
