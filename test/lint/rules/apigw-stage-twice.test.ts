import { apigwStageTwice } from '../../../src/lint/rules/apigw-stage-twice.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const api = (name: string, head = '') => `Transform: AWS::Serverless-2016-10-31
Parameters: {Name: {Type: String, Default: Stage}, Other: {Type: String}}
${head}Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: ${name}
      DefinitionBody: {openapi: 3.0.1, paths: {}}
`;
const plain = (name: string, deployed: string) => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  Deployment: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api, StageName: ${deployed}}}
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: {RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: ${name}}
`;

tester.run(apigwStageTwice, {
  valid: [
    api('v1'),
    api('stage'),
    api('!Ref Other'),
    // With an OpenAPI version the deployment makes no stage.
    api('Stage', 'Globals: {Api: {OpenApiVersion: 3.0.1}}\n'),
    plain('live', 'test'),
    plain('live', '!Ref AWS::NoValue'),
  ],
  invalid: [
    marked(api('‹Stage›'), 'twice'),
    marked(api('‹!Ref Name›'), { messageId: 'twice', data: { name: 'Stage', api: 'Api' } }),
    marked(plain('‹live›', 'live'), 'twice'),
  ],
});
