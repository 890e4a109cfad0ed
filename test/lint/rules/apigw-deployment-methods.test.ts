import { apigwDeploymentMethods } from '../../../src/lint/rules/apigw-deployment-methods.ts';
import { tester } from '../tester.ts';

const template = (api: string, deployment: string, more = '') => `Resources:
  Shop: {Type: AWS::ApiGateway::RestApi, Properties: {${api}}}
  Current: {Type: AWS::ApiGateway::Deployment, ${deployment}Properties: {RestApiId: !Ref Shop}}
${more}`;
const method = '  Ping: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Shop, HttpMethod: GET}}\n';
const trigger = '  Handle: {Type: AWS::CloudFormation::WaitConditionHandle, DependsOn: Ping}\n';

tester.run(apigwDeploymentMethods, {
  valid: [
    template('Name: a', 'DependsOn: Ping, ', method),
    template('Name: a', 'DependsOn: [Handle], ', method + trigger),
    template('Body: {paths: {}}', ''),
    template('Body: !Ref Body', ''),
    `Resources:\n  Current: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api}}\n`,
  ],
  invalid: [
    {
      template: template('Name: a', '', method),
      problems: [{ messageId: 'early', line: 3, column: 3, data: { id: 'Current', api: 'Shop', method: 'Ping' } }],
    },
    {
      template: template('Name: a', 'DependsOn: Shop, '),
      problems: [{ messageId: 'none', line: 3, column: 3, data: { api: 'Shop' } }],
    },
  ],
});
