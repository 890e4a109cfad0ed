import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, newMap } from '../../model/tree.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { listed } from '../facts/texts/names.ts';
import { scalarText } from '../facts/texts/scalar.ts';

const header = 'method.response.header.';

/** Integrations whose answers API Gateway passes on as they are. */
const proxies: ReadonlySet<string> = new Set(['AWS_PROXY', 'HTTP_PROXY']);

export const apigwMethodResponse = defineRule({
  id: 'apigw-method-response',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Integration response that its method response does not know',
  description:
    'Each of the `IntegrationResponses` of a method maps to one of its `MethodResponses` by the `StatusCode`. API Gateway refuses a status code that the method does not have, and a header that the method response does not declare in its `ResponseParameters`. Proxy integrations, which pass answers on as they are, are left alone.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html',
  macros: 'silent',
  messages: {
    missing: "The method has no method response '{code}'; it has {known}. Add it to 'MethodResponses'.",
    header: "The method response '{code}' does not declare '{name}'; add '{name}: true' to its 'ResponseParameters'.",
  },
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
    checkHeaders(method, responses, cx);
  },
});

/** The headers that integration responses set, each of which the method response of the same code declares. */
const checkHeaders = (method: ResourceNode, responses: readonly Found[], cx: RuleContext): void => {
  for (const { value, path } of method.all('Integration', 'IntegrationResponses', '*')) {
    const code = scalarText(get(value, 'StatusCode'));
    const set = get(value, 'ResponseParameters');
    if (code === undefined || !isPlainMap(set)) continue;
    const declared = responses
      .filter((each) => scalarText(get(each.value, 'StatusCode')) === code)
      .map((each) => get(each.value, 'ResponseParameters') ?? newMap());
    if (declared.length === 0 || !declared.every(isPlainMap)) continue;
    for (const name of Object.keys(set)) {
      if (!name.startsWith(header) || declared.some((each) => Object.hasOwn(each, name))) continue;
      cx.report('header', method.keyPlace(...path, 'ResponseParameters', name), { data: { code, name } });
    }
  }
};
