import { samImplicitApiId } from '../../../src/lint/rules/sam-implicit-api-id.ts';
import { marked } from '../marked.ts';
import { samFunctionCalled } from '../templates.ts';
import { tester } from '../tester.ts';

const template = (id: string, type: string, event: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  ${id}: {Type: AWS::Serverless::${type}, Properties: {StageName: v1}}
${samFunctionCalled('Fn', `Events: {Get: ${event}}`)}`;
const rest = (more = '') => `{Type: Api, Properties: {Path: /a, Method: get${more}}}`;

tester.run(samImplicitApiId, {
  valid: [
    template('Api', 'Api', rest(', RestApiId: !Ref Api')),
    template('ServerlessRestApi', 'Api', rest(', RestApiId: !Ref ServerlessRestApi')),
    template('ServerlessRestApi', 'Api', '{Type: HttpApi, Properties: {Path: /a, Method: get}}'),
    `Transform: AWS::Serverless-2016-10-31\nResources:\n${samFunctionCalled('Fn', `Events: {Get: ${rest()}}`)}`,
  ],
  invalid: [
    marked(template('‹ServerlessRestApi›', 'Api', rest()), { messageId: 'taken', data: { property: 'RestApiId' } }),
    marked(template('‹ServerlessHttpApi›', 'HttpApi', '{Type: HttpApi}'), {
      messageId: 'taken',
      data: { property: 'ApiId' },
    }),
  ],
});
