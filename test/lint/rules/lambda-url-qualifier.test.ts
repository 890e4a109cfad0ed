import { lambdaUrlQualifier } from '../../../src/lint/rules/lambda-url-qualifier.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const url = (qualifier: string) => `Resources:
  Url:
    Type: AWS::Lambda::Url
    Properties:
      Qualifier: ${qualifier}
  V1: {Type: AWS::Lambda::Version}
  Live: {Type: AWS::Lambda::Alias}
`;

tester.run(lambdaUrlQualifier, {
  valid: [
    url('live'),
    url('!Ref Name'),
    url('!Ref AWS::NoValue'),
    samFunction('AutoPublishAlias: live\nFunctionUrlConfig: {AuthType: AWS_IAM}'),
  ],
  invalid: [
    { template: url('3'), problems: [{ messageId: 'version', line: 5, column: 18, data: { value: '3' } }] },
    { template: url('!Ref V1'), problems: [{ messageId: 'version', line: 5, column: 18, data: { value: 'V1' } }] },
    { template: url('!Ref Live'), problems: [{ messageId: 'arn', line: 5, column: 18, data: { id: 'Live' } }] },
    { template: url('$LATEST'), problems: [{ messageId: 'name', line: 5, column: 18, data: { value: '$LATEST' } }] },
    { template: url('a'.repeat(129)), problems: [{ messageId: 'name', line: 5, column: 18 }] },
  ],
});
