import { defineRule } from '../../model/rule.ts';
import { listed } from '../facts/texts/names.ts';

/** Integrations whose answers API Gateway passes on as they are. */
const proxies: ReadonlySet<string> = new Set(['AWS_PROXY', 'HTTP_PROXY']);

export const apigwMethodResponse = defineRule({
  id: 'apigw-method-response',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Integration response without its method response',
  description:
    'Each of the `IntegrationResponses` of a method maps to one of its `MethodResponses` by the `StatusCode`. API Gateway refuses a status code that the method does not have. Proxy integrations, which pass answers on as they are, are left alone.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html',
  macros: 'silent',
  messages: { missing: "The method has no method response '{code}'; it has {known}. Add it to 'MethodResponses'." },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::ApiGateway::Method
  Properties:
    RestApiId: !ImportValue api
    ResourceId: !ImportValue orders
    HttpMethod: OPTIONS
    AuthorizationType: NONE
    MethodResponses: [{StatusCode: '200'}]
    Integration: {Type: MOCK, IntegrationResponses: [{StatusCode: ‹'204'›}]}
`,
    passes: `
Orders:
  Type: AWS::ApiGateway::Method
  Properties:
    RestApiId: !ImportValue api
    ResourceId: !ImportValue orders
    HttpMethod: OPTIONS
    AuthorizationType: NONE
    MethodResponses: [{StatusCode: '204'}]
    Integration: {Type: MOCK, IntegrationResponses: [{StatusCode: '204'}]}
`,
  },
  on: ['AWS::ApiGateway::Method'],
  reads: ['Integration'],
  check(method, cx) {
    const types = method.strings('Integration', 'Type').map(({ value }) => value.toUpperCase());
    if (types.length === 0 || types.some((type) => proxies.has(type))) return;
    const codes = method.strings('MethodResponses', '*', 'StatusCode').map(({ value }) => value);
    const responses = method.all('MethodResponses', '*');
    // What a function makes may be a response with any code.
    if (codes.length < responses.length || (responses.length === 0 && !method.lacks('MethodResponses'))) return;
    const known = codes.length === 0 ? 'none' : listed(codes);
    for (const { value: code, at } of method.strings('Integration', 'IntegrationResponses', '*', 'StatusCode')) {
      if (!codes.includes(code)) cx.report('missing', at, { data: { code, known } });
    }
  },
});
