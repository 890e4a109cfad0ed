import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isNothing } from '../../model/tree.ts';
import { documentsOfApi, policyKey } from '../facts/apis/document.ts';
import { endpointTypes } from '../facts/apis/kind.ts';
import { leastPolicySize } from '../facts/policies/size.ts';
import { isPlainMap, presentIn } from '../facts/templates/choices.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';

export const apigwPrivatePolicy = defineRule({
  id: 'apigw-private-policy',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Private API without a resource policy',
  description:
    'A private API cannot be deployed until a resource policy says which VPC endpoints may call it (`Auth: ResourcePolicy` in SAM, `Policy` in CloudFormation). A resource policy has at most 8,192 characters, which AWS raises on request; that is a warning, as is a private API of which the template makes no deployment.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html',
  options: { characters: { default: 8192, doc: 'The quota of characters in a resource policy.' } },
  messages: {
    missing: "'{id}' is private and has no resource policy, so it cannot be deployed; set '{property}'.",
    large: "The resource policy of '{id}' has at least {size} characters; the quota is {maximum}.",
  },
  example: {
    in: 'api',
    fails: `
StageName: prod
Auth: {DefaultAuthorizer: AWS_IAM}
EndpointConfiguration: ‹{Type: PRIVATE}›
DefinitionBody:
  openapi: 3.0.1
  info: {title: Shop, version: '1'}
  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`,
    passes: `
StageName: prod
Auth: {DefaultAuthorizer: AWS_IAM, ResourcePolicy: {SourceVpcWhitelist: [vpc-1a2b3c4d]}}
EndpointConfiguration: {Type: PRIVATE}
DefinitionBody:
  openapi: 3.0.1
  info: {title: Shop, version: '1'}
  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`,
  },
  on: ['AWS::ApiGateway::RestApi'],
  check(api, cx) {
    checkSize(api, cx);
    if (!endpointTypes(api)?.has('PRIVATE') || mayHavePolicy(api, cx)) return;
    const types = api.strings('EndpointConfiguration', 'Types', '*');
    const isSam = cx.written(api.id)?.type === 'AWS::Serverless::Api';
    const data = { id: api.id, property: isSam ? 'ResourcePolicy' : 'Policy' };
    const at = types.find(({ value }) => value === 'PRIVATE')?.at;
    cx.report('missing', at, { data, ...(deployedApis(cx).has(api) ? {} : { level: 'warning' as const }) });
  },
});

const deployedApis = oncePerTemplate(
  (cx) => new Set(cx.resources('AWS::ApiGateway::Deployment').map((each) => cx.target(each.get('RestApiId')))),
);

/** Whether there is a policy, or one cannot be excluded. */
const mayHavePolicy = (api: ResourceNode, cx: RuleContext): boolean => {
  const unseen = ['Policy', 'BodyS3Location', 'CloneFrom'];
  if (unseen.some((property) => !api.lacks(property))) return true;
  return presentIn(api.get('Body'), api.at).some(
    ({ value }) => !isPlainMap(cx.resolve(value) ?? value) || !isNothing(get(value, policyKey)),
  );
};

const checkSize = (api: ResourceNode, cx: RuleContext): void => {
  const maximum = cx.option<number>('characters');
  const policies = [
    { value: api.get('Policy'), at: api.place('Policy') },
    ...documentsOfApi(api, cx).map(({ body, at }) => ({
      value: get(body, policyKey),
      at: cx.placeOf(body, policyKey) ?? at,
    })),
  ];
  for (const { value, at } of policies) {
    const size = leastPolicySize(value, cx);
    if (size > maximum) cx.report('large', at, { data: { id: api.id, size, maximum }, level: 'warning' });
  }
};
