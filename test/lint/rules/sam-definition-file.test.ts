import { samDefinitionFile } from '../../../src/lint/rules/sam-definition-file.ts';
import { tester } from '../tester.ts';

const api = `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, DefinitionUri: api.yaml}}
`;
const plain = 'Resources: {Api: {Type: AWS::ApiGateway::RestApi, Properties: {BodyS3Location: api.yaml}}}';
const flow = `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: flow.json}}
`;
const document = (uri: string) => `openapi: 3.0.1
paths:
  /a:
    get:
      x-amazon-apigateway-integration: {type: aws_proxy, uri: ${uri}}
    post:
      x-amazon-apigateway-integration: {type: aws_proxy, uri: ${uri}}
`;

tester.run(samDefinitionFile, {
  valid: [
    { template: api, files: { 'api.yaml': document("'arn:aws:apigateway:us-east-1:lambda:path/x'") } },
    { template: api, files: {} },
    { template: api.replace('api.yaml', 's3://bucket/api.yaml'), files: {} },
    {
      template: flow,
      files: { 'flow.json': '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${Fn}"}}}' },
    },
  ],
  invalid: [
    {
      template: api,
      files: { 'api.yaml': document('!Sub x') },
      problems: [
        { messageId: 'function', file: 'api.yaml', line: 5, column: 63, data: { name: 'Fn::Sub', more: 'and 1 more' } },
      ],
    },
    {
      template: plain,
      files: { 'api.yaml': document('{Fn::Sub: x}') },
      problems: [{ messageId: 'function', file: 'api.yaml', line: 5, column: 64 }],
    },
    {
      template: flow,
      files: {
        'flow.json': '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": {"Fn::GetAtt": ["F", "Arn"]}}}}',
      },
      problems: [
        { messageId: 'function', file: 'flow.json', line: 1, column: 64, data: { cure: 'DefinitionSubstitutions' } },
      ],
    },
  ],
});
