import { lambdaSnapstartNeedsVersion } from '../../../src/lint/rules/lambda-snapstart-needs-version.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

const snapStart = 'SnapStart: {ApplyOn: PublishedVersions}';
const sam = (properties: string) => `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {CodeUri: s3://bucket/key, Handler: a.B, Runtime: java21, ${properties}}
`;
const version = (fn: string) => `  Version:
    Type: AWS::Lambda::Version
    Properties: {FunctionName: ${fn}}
  Other:
    Type: AWS::Lambda::Function
`;
const alias = (number: string) => `  Alias:
    Type: AWS::Lambda::Alias
    Properties: {Name: live, FunctionName: !GetAtt Fn.Arn, FunctionVersion: ${number}}
`;

tester.run(lambdaSnapstartNeedsVersion, {
  valid: [
    lambda('SnapStart: {ApplyOn: None}'),
    lambda(snapStart, version('!Ref Fn')),
    lambda(snapStart, version('!If [A, !Ref Other, !GetAtt Fn.Arn]')),
    lambda(snapStart, version('!Ref NameOfAny')),
    lambda(snapStart, alias("'3'")),
    sam(`${snapStart}, AutoPublishAlias: live`),
  ],
  invalid: [
    { template: lambda(snapStart), problems: [{ messageId: 'plain', line: 4, column: 39, endColumn: 56 }] },
    { template: lambda(snapStart, version('!Ref Other')), problems: [{ messageId: 'plain', line: 4, column: 39 }] },
    { template: lambda(snapStart, alias('$LATEST')), problems: [{ messageId: 'plain', line: 4, column: 39 }] },
    { template: sam(snapStart), problems: [{ messageId: 'sam', line: 4, column: 96 }] },
  ],
});
