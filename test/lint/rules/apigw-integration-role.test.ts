import { apigwIntegrationRole } from '../../../src/lint/rules/apigw-integration-role.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const method = (uri: string, more = '', type = 'AWS') => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  Send:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: POST
      Integration: {Type: ${type}, IntegrationHttpMethod: POST, Uri: ${uri}${more}}
`;
const sqs = "!Sub 'arn:${AWS::Partition}:apigateway:${AWS::Region}:sqs:path/${AWS::AccountId}/orders'";
const lambda = "!Sub 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations'";
const body = (integration: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody: {openapi: 3.0.1, paths: {/a: {post: {x-amazon-apigateway-integration: {${integration}}}}}}
`;

tester.run(apigwIntegrationRole, {
  valid: [
    method(sqs, ', Credentials: !GetAtt Role.Arn'),
    method(lambda),
    method('https://example.com', '', 'HTTP'),
    method('!ImportValue uri'),
    body('type: mock'),
    `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties: {Definition: {StartAt: A, States: {A: {Type: Succeed}}}, Events: {Start: {Type: Api, Properties: {Path: /a, Method: post}}}}
`,
  ],
  invalid: [
    marked(method(`‹${sqs}›`), { messageId: 'role', data: { service: 'sqs', property: 'Credentials' } }),
    marked(body("type: aws, httpMethod: POST, uri: ‹'arn:aws:apigateway:eu-west-1:states:action/StartExecution'›"), {
      messageId: 'role',
      data: { service: 'states', property: 'credentials' },
    }),
    marked(
      'Resources: {Send: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: a, IntegrationType: AWS_PROXY, IntegrationSubtype: ‹SQS-SendMessage›}}}',
      { messageId: 'role', data: { property: 'CredentialsArn' } },
    ),
  ],
});
