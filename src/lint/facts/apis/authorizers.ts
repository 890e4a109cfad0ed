import { type Cause, entryOf } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isMap, type JsonMap } from '../../../model/tree.ts';
import { type Choice, entryChoices } from '../templates/choices.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { apiDocuments } from './document.ts';
import { type ApiKind, apiBehind, apiKind } from './kind.ts';

type Field = 'type' | 'ttl' | 'identity' | 'payload' | 'issuer' | 'audience' | 'uri' | 'credentials';

/** An authorizer of an API: a resource of its own, or part of the API's document. */
export interface Authorizer {
  readonly kind: ApiKind;
  readonly name: string;
  readonly owner: ResourceNode;
  readonly at: Cause | undefined;
  /** How its fields are called where it is written. */
  readonly names: Readonly<Record<Field, string>>;
  /** What a field may be; empty where it is not given. */
  values(field: Field): readonly Choice[];
  /** Where the name of a field stands, or the nearest thing around it. */
  keyOf(field: Field): Cause | undefined;
}

const common = {
  uri: 'AuthorizerUri',
  ttl: 'AuthorizerResultTtlInSeconds',
  identity: 'IdentitySource',
  issuer: 'Issuer',
  audience: 'Audience',
};
const ownNames = {
  'AWS::ApiGateway::Authorizer': { ...common, type: 'Type', payload: '', credentials: 'AuthorizerCredentials' },
  'AWS::ApiGatewayV2::Authorizer': {
    ...common,
    type: 'AuthorizerType',
    payload: 'AuthorizerPayloadFormatVersion',
    credentials: 'AuthorizerCredentialsArn',
  },
};
const documentNames = {
  type: 'type',
  ttl: 'authorizerResultTtlInSeconds',
  identity: 'identitySource',
  payload: 'authorizerPayloadFormatVersion',
  issuer: 'issuer',
  audience: 'audience',
  uri: 'authorizerUri',
  credentials: 'authorizerCredentials',
};

/** All authorizers of the APIs of the template. */
export const apiAuthorizers = oncePerTemplate((cx): readonly Authorizer[] => [
  ...fromResources(cx),
  ...fromDocuments(cx),
]);

const fromResources = (cx: TemplateView): Authorizer[] =>
  (Object.keys(ownNames) as (keyof typeof ownNames)[]).flatMap((type) =>
    cx.resources(type).flatMap((owner) => {
      const kind = type === 'AWS::ApiGateway::Authorizer' ? 'REST' : apiKind(apiBehind(owner, cx));
      return kind ? [make(kind, owner.id, owner, owner.at, owner.properties, ownNames[type], 'JwtConfiguration')] : [];
    }),
  );

const fromDocuments = (cx: TemplateView): Authorizer[] =>
  apiDocuments(cx).flatMap(({ api, kind, schemes }) =>
    schemes.flatMap(({ name, body, at }) => {
      const map = get(body, 'x-amazon-apigateway-authorizer');
      if (!isMap(map)) return [];
      const place = entryOf(body, 'x-amazon-apigateway-authorizer')?.key ?? at;
      return [make(kind, name, api, place, map, documentNames, 'jwtConfiguration')];
    }),
  );

const make = (
  kind: ApiKind,
  name: string,
  owner: ResourceNode,
  at: Cause | undefined,
  map: JsonMap,
  names: Readonly<Record<Field, string>>,
  jwt: string,
): Authorizer => ({
  kind,
  name,
  owner,
  at,
  names,
  values(field) {
    if (field !== 'issuer' && field !== 'audience') return entryChoices(map, names[field], at);
    return entryChoices(map, jwt, at).flatMap(({ value, at: place }) => entryChoices(value, names[field], place));
  },
  keyOf(field) {
    const ofTokens = field === 'issuer' || field === 'audience';
    const key = entryOf(ofTokens ? get(map, jwt) : map, names[field])?.key;
    return key ?? (ofTokens ? entryOf(map, jwt)?.key : undefined) ?? at;
  },
});
