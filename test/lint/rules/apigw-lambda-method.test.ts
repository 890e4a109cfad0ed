import { apigwLambdaMethod } from '../../../src/lint/rules/apigw-lambda-method.ts';
import { tester } from '../tester.ts';

const uri = "!Sub 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations'";
const method = (verb: string, to = uri, type = 'AWS_PROXY') => `Resources:
  Fn: {Type: AWS::Lambda::Function}
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: orders}}
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      Integration:
        Type: ${type}
        IntegrationHttpMethod: ${verb}
        Uri: ${to}
`;
const body = (verb: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody:
        openapi: 3.0.1
        paths:
          /orders:
            get:
              x-amazon-apigateway-integration:
                type: aws
                httpMethod: ${verb}
                uri: !Join ['', ['arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/', !ImportValue fn, /invocations]]
`;

tester.run(apigwLambdaMethod, {
  valid: [
    method('POST'),
    method('!Ref Verb').replace('Resources', 'Parameters: {Verb: {Type: String}}\nResources'),
    method('GET', "'https://example.com'", 'HTTP_PROXY'),
    method('GET', "'arn:aws:apigateway:us-east-1:s3:path/bucket/key'", 'AWS'),
    body('post'),
  ],
  invalid: [
    { template: method('GET'), problems: [{ messageId: 'method', line: 12, column: 32 }], output: method('POST') },
    { template: body('get'), problems: [{ messageId: 'method', line: 14, column: 29 }], output: body('POST') },
  ],
});
