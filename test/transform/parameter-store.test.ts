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
    expect.stringContaining("error 'AutoPublishAlias' is"),
  ]);
});
