import { inTable } from '../../model/in-table.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';

const flows = 'AllowedOAuthFlows';
const enabled = 'AllowedOAuthFlowsUserPoolClient';
const machine = 'client_credentials';

export const cognitoClientFlows = defineRule({
  id: 'cognito-client-flows',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Flows of a user pool client that do not go together',
  description:
    '`client_credentials` is for machines: it is the only flow of its client, and the client has a secret (`GenerateSecret: true`). `code` and `implicit` send users back to one of the `CallbackURLs`; without any, each login is refused. OAuth flows have no effect unless `AllowedOAuthFlowsUserPoolClient` is true. The older `ExplicitAuthFlows` (`ADMIN_NO_SRP_AUTH`, `CUSTOM_AUTH_FLOW_ONLY`, `USER_PASSWORD_AUTH`) are refused beside those that begin with `ALLOW_`.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html',
  macros: 'silent',
  messages: {
    alone:
      "'client_credentials' must be the only flow of a client; make one client for '{other}' and another one for it.",
    secret: "'client_credentials' needs a client with a secret; set 'GenerateSecret: true'.",
    callback: "The flow '{flow}' needs 'CallbackURLs'; without one, Cognito refuses each login.",
    disabled: "'AllowedOAuthFlows' has no effect unless 'AllowedOAuthFlowsUserPoolClient' is true.",
    mixed: "Cognito refuses '{old}' beside '{current}'; write '{meant}'.",
  },
  example: {
    in: 'resources',
    fails: `
Robots:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    UserPoolId: us-east-1_Example
    GenerateSecret: true
    AllowedOAuthFlowsUserPoolClient: true
    AllowedOAuthFlows: [‹client_credentials›, code]
    AllowedOAuthScopes: [openid]
    CallbackURLs: [https://shop.example.com/]
`,
    passes: `
Robots:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    UserPoolId: us-east-1_Example
    GenerateSecret: true
    AllowedOAuthFlowsUserPoolClient: true
    AllowedOAuthFlows: [client_credentials]
    AllowedOAuthScopes: [orders/read]
`,
  },
  on: ['AWS::Cognito::UserPoolClient'],
  check(client, cx) {
    checkOAuth(client, cx);
    checkExplicit(client, cx);
  },
});

const checkOAuth = (client: ResourceNode, cx: RuleContext): void => {
  if (client.lacks(flows)) return;
  if (certainly(client, enabled, 'false')) cx.report('disabled', client.keyPlace(flows), { level: 'warning' });
  // Branches of conditions may be of several clients in one.
  if (client.all(flows).length !== 1) return;
  const given = client.strings(flows, '*');
  const credentials = given.find(({ value }) => value === machine);
  const other = given.find(({ value }) => value !== machine);
  if (credentials && other) {
    cx.report('alone', credentials.at, { data: { other: other.value }, related: [other.at] });
  } else if (credentials) {
    if (certainly(client, 'GenerateSecret', 'false')) cx.report('secret', credentials.at);
  } else if (other && ['code', 'implicit'].includes(other.value) && client.lacks('CallbackURLs')) {
    cx.report('callback', other.at, { data: { flow: other.value }, level: 'warning' });
  }
};

/** Whether a switch is certainly as it is where it is not given: off. */
const certainly = (client: ResourceNode, name: string, off: string): boolean => {
  if (client.lacks(name)) return true;
  const all = client.all(name);
  const known = client.strings(name);
  return known.length === all.length && known.every(({ value }) => value === off);
};

/** The older names of flows, and what they are called today. */
const renamed: Readonly<Record<string, string>> = {
  ADMIN_NO_SRP_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  CUSTOM_AUTH_FLOW_ONLY: 'ALLOW_CUSTOM_AUTH',
  USER_PASSWORD_AUTH: 'ALLOW_USER_PASSWORD_AUTH',
};

const checkExplicit = (client: ResourceNode, cx: RuleContext): void => {
  if (client.all('ExplicitAuthFlows').length !== 1) return;
  const given = client.strings('ExplicitAuthFlows', '*');
  const current = given.find(({ value }) => value.startsWith('ALLOW_'));
  if (!current) return;
  for (const { value: old, at } of given) {
    const meant = inTable(renamed, old);
    if (meant !== undefined) cx.report('mixed', at, { data: { old, current: current.value, meant } });
  }
};
