import { certainlyMeant, didYouMean, nearest } from '../../model/nearest.ts';
import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList, isMap, isString } from '../../model/tree.ts';
import { dependsOn } from '../facts/templates/dependencies.ts';
import { groupBy } from '../facts/templates/grouping.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

const serverType = 'AWS::Cognito::UserPoolResourceServer';
const providerType = 'AWS::Cognito::UserPoolIdentityProvider';

/** What belongs to each user pool, as far as the template says: by the pool's ID, as it is written or referred to. */
const partsByPool = oncePerTemplate((cx) =>
  groupBy(cx.resources(serverType, providerType), (part) => symbolicText(part.get('UserPoolId'), cx)),
);

const ownProviders = ['COGNITO', 'Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple'];

/** Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html */
const standardAttributes: ReadonlySet<string> = new Set([
  'address',
  'birthdate',
  'email',
  'email_verified',
  'family_name',
  'gender',
  'given_name',
  'identities',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'phone_number_verified',
  'picture',
  'preferred_username',
  'profile',
  'sub',
  'updated_at',
  'website',
  'zoneinfo',
]);

export const cognitoClientNames = defineRule({
  id: 'cognito-client-names',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Scope, provider or attribute that the user pool of a client does not have',
  description:
    "A user pool client names scopes of resource servers (`orders/read`), identity providers and attributes of its pool. Cognito refuses a client that names what is not there: what the template does not define, and what is made only later, because nothing makes the client wait for it. `!Sub '${Server}/read'` and `!Ref Provider` make it wait, as `DependsOn` does.",
  source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  macros: 'silent',
  messages: {
    scope: "The resource server '{server}' has no scope '{scope}'.{near}",
    early: "'{client}' may be made before '{part}', and Cognito then refuses '{name}'; add 'DependsOn: {part}'.",
    provider: "'{name}' is not an identity provider of the template. Did you mean '{near}'?",
    attribute: "The user pool '{pool}' has no attribute '{name}'.{near}",
  },
  example: {
    in: 'resources',
    fails: `
Users: {Type: AWS::Cognito::UserPool, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}
Orders:
  Type: AWS::Cognito::UserPoolResourceServer
  Properties:
    UserPoolId: !Ref Users
    Identifier: orders
    Name: Orders
    Scopes: [{ScopeName: read, ScopeDescription: Read orders}]
Robots:
  Type: AWS::Cognito::UserPoolClient
  DependsOn: Orders
  Properties:
    UserPoolId: !Ref Users
    GenerateSecret: true
    AllowedOAuthFlowsUserPoolClient: true
    AllowedOAuthFlows: [client_credentials]
    AllowedOAuthScopes: [‹orders/delete›]
`,
    passes: `
Users: {Type: AWS::Cognito::UserPool, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}
Orders:
  Type: AWS::Cognito::UserPoolResourceServer
  Properties:
    UserPoolId: !Ref Users
    Identifier: orders
    Name: Orders
    Scopes: [{ScopeName: read, ScopeDescription: Read orders}]
Robots:
  Type: AWS::Cognito::UserPoolClient
  DependsOn: Orders
  Properties:
    UserPoolId: !Ref Users
    GenerateSecret: true
    AllowedOAuthFlowsUserPoolClient: true
    AllowedOAuthFlows: [client_credentials]
    AllowedOAuthScopes: [orders/read]
`,
  },
  on: ['AWS::Cognito::UserPoolClient'],
  check(client, cx) {
    const parts = partsByPool(cx).get(symbolicText(client.get('UserPoolId'), cx)) ?? [];
    for (const scope of client.all('AllowedOAuthScopes', '*')) checkScope(client, scope, parts, cx);
    for (const { value, at } of client.strings('SupportedIdentityProviders', '*')) {
      const provider = parts.find(
        (part) => part.type === providerType && symbolicText(part.get('ProviderName'), cx) === value,
      );
      if (provider) checkOrder(client, provider, value, at, cx);
      else checkProvider(value, parts, at, cx);
    }
    checkAttributes(client, cx);
  },
});

const checkScope = (
  client: ResourceNode,
  { value, at }: Found,
  parts: readonly ResourceNode[],
  cx: RuleContext,
): void => {
  const text = symbolicText(value, cx);
  const slash = text.lastIndexOf('/');
  if (slash < 0) return;
  const [identifier, scope] = [text.slice(0, slash), text.slice(slash + 1)];
  const server = parts.find(
    (part) =>
      part.type === serverType &&
      (identifier === `\${${part.id}}` || symbolicText(part.get('Identifier'), cx) === identifier),
  );
  if (!server) return;
  const scopes = server.strings('Scopes', '*', 'ScopeName').map((each) => each.value);
  const isKnown =
    server.all('Scopes').every(({ value: list }) => isList(list)) &&
    server.all('Scopes', '*').length === scopes.length &&
    !scope.includes('$');
  if (isKnown && !scopes.includes(scope)) {
    const near = didYouMean(nearest(scope, scopes));
    cx.report('scope', at, { data: { server: server.id, scope, near }, related: [server.at] });
  } else checkOrder(client, server, text, at, cx);
};

const checkOrder = (client: ResourceNode, part: ResourceNode, name: string, at: Found['at'], cx: RuleContext): void => {
  if (dependsOn(cx.template, client.id, part.id)) return;
  cx.report('early', at, { data: { client: client.id, part: part.id, name }, related: [part.at] });
};

/** A name that no provider of the template has may be that of one made elsewhere, unless it is misspelt. */
const checkProvider = (name: string, parts: readonly ResourceNode[], at: Found['at'], cx: RuleContext): void => {
  const names = parts.filter(({ type }) => type === providerType).flatMap((part) => part.strings('ProviderName'));
  const known = [...ownProviders, ...names.map(({ value }) => value)];
  const near = known.includes(name) ? undefined : certainlyMeant(name, known);
  if (near !== undefined) cx.report('provider', at, { data: { name, near }, level: 'warning' });
};

/** Attributes are known only of a pool of the template whose schema is written out. */
const checkAttributes = (client: ResourceNode, cx: RuleContext): void => {
  const pool = cx.target(client.get('UserPoolId'));
  if (pool?.type !== 'AWS::Cognito::UserPool') return;
  const schemas = pool.all('Schema');
  if (schemas.length > 1 || schemas.some(({ value }) => !isList(value))) return;
  const entries = pool.all('Schema', '*');
  const names = pool.strings('Schema', '*', 'Name').map(({ value }) => value);
  if (names.length !== entries.length || entries.some(({ value }) => !isMap(value))) return;
  const known = new Set([...standardAttributes, ...names.flatMap((name) => [name, `custom:${name}`])]);
  for (const list of ['ReadAttributes', 'WriteAttributes']) {
    for (const { value: name, at } of client.strings(list, '*')) {
      if (!isString(name) || known.has(name) || /^(cognito|dev):/.test(name) || name.includes('${')) continue;
      const near = didYouMean(nearest(name, known));
      cx.report('attribute', at, { data: { pool: pool.id, name, near }, related: [pool.at] });
    }
  }
};
