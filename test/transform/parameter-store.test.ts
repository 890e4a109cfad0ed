import { expect, it } from 'vitest';
import { expand } from '../../src/expand.ts';

const template = (properties: string): string => `Transform: AWS::Serverless-2016-10-31
Parameters:
  Name: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /orders/name}
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      InlineCode: x
      ${properties}
`;

it.each([[{}], [{ Name: '/other/name' }]])('keeps references to what the parameter store holds: %o', (parameters) => {
  const { template: expanded, problems } = expand(template('FunctionName: !Ref Name'), { parameters });
  expect(problems).toEqual([]);
  expect(expanded!.Resources['Orders']!.Properties!['FunctionName']).toEqual({ Ref: 'Name' });
});

it('says that the value is needed where CloudFormation cannot put it in later', () => {
  const { problems } = expand(template('AutoPublishAlias: !Ref Name'));
  expect(problems.map(({ level, message }) => `${level} ${message}`)).toEqual([
    expect.stringContaining("error 'AutoPublishAlias' needs the value of the parameter 'Name'"),
  ]);
});

it('takes the text of a list for its items', () => {
  const { template: expanded, problems } = expand(`Transform: AWS::Serverless-2016-10-31
Parameters:
  Ranges: {Type: CommaDelimitedList, Default: '10.0.0.1, 10.0.0.2'}
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      Auth: {ResourcePolicy: {IpRangeWhitelist: !Ref Ranges}}
      DefinitionBody: {swagger: '2.0', paths: {/orders: {get: {}}}}
`);
  expect(problems).toEqual([]);
  const policy = expanded!.Resources['Api']!.Properties!['Body']['x-amazon-apigateway-policy'];
  expect(policy.Statement[1].Condition).toEqual({ NotIpAddress: { 'aws:SourceIp': ['10.0.0.1', '10.0.0.2'] } });
});
