import { describe, expect, it } from 'vitest';
import { expand } from '../../src/expand.ts';
import { lint } from '../../src/node.ts';

const sam = 'Transform: AWS::Serverless-2016-10-31\n';
const api = (properties: string) =>
  `${sam}Conditions: {C: !Equals [a, b]}\nResources:\n  A: {Type: AWS::Serverless::Api, Properties: {StageName: v1, ${properties}}}\n`;
const fn = (properties: string, globals = '') =>
  `${sam}${globals}Resources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties: {Handler: index.handler, Runtime: nodejs22.x, ${properties}}\n`;

const said = (problems: readonly { level: string; code: string; line?: number; column?: number; message: string }[]) =>
  problems.map(({ line, column, level, code, message }) => `${line}:${column} ${level} ${code} ${message}`);

/** Messages that once left readers guessing: each names the thing, what is allowed, and the cure. */
describe('messages that were hard to understand', () => {
  it.each([
    [
      'an empty file',
      '',
      "1:1 error not-a-template The file is empty. A template needs a 'Resources' section with at least one resource.",
    ],
    [
      'a file of comments',
      '# later\n',
      "1:1 error not-a-template The file is empty. A template needs a 'Resources' section with at least one resource.",
    ],
    [
      'no section of resources',
      sam,
      "1:1 error missing-resources The template has no 'Resources' section; it needs at least one resource.",
    ],
    [
      'an empty section of resources',
      `${sam}Resources:\n`,
      "2:1 error missing-resources 'Resources' is empty; a template needs at least one resource.",
    ],
    [
      'an application that cannot be looked up',
      `${sam}Resources:\n  A: {Type: AWS::Serverless::Application, Properties: {Location: {ApplicationId: 'arn:x', SemanticVersion: 1.0.0}}}\n`,
      "3:82 error application-not-available The template of the application 'arn:x' in version '1.0.0' is not known. Give its URL with '--application arn:x@1.0.0=URL' (in the library 'resolveApplication').",
    ],
    [
      'code whose place is a function',
      fn("CodeUri: !Sub 's3://b/${AWS::StackName}'"),
      "5:72 error wrong-type 'CodeUri' is an intrinsic function that is not resolved before the deployment; it must be s3://bucket/key, a local path, or a map with 'Bucket' and 'Key', whose values may be functions.",
    ],
    [
      'a function for settings that the transform reads',
      api('Auth: !If [C, {DefaultAuthorizer: AWS_IAM}, !Ref AWS::NoValue]'),
      "4:69 error wrong-type 'Auth' is an intrinsic function ('Fn::If'); it must be a map, because the transform reads its entries. Use the function for the values inside it.",
    ],
    [
      'a loop without its transform',
      'Resources:\n  Fn::ForEach::A: [N, [a], {"${N}": {Type: AWS::SNS::Topic}}]\n',
      "2:3 error missing-language-extensions A loop needs 'Transform: AWS::LanguageExtensions'.",
    ],
    [
      'tabs, which are one fault',
      'Resources:\n\tA:\n\t\tType: AWS::SNS::Topic\n\tB:\n\t\tType: AWS::SNS::Topic\n',
      '2:1 error yaml-syntax This line is indented with a tab; YAML takes spaces only. So are 3 other lines.',
    ],
    [
      'a resource that is not indented far enough',
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n B:\n    Type: AWS::SNS::Topic\n',
      "4:2 error yaml-syntax The resource 'B' is indented by 1 space; like 'A' it must be indented by 2.",
    ],
    [
      'a misspelt property, which is one fault',
      fn('InlineCode: x').replace('Runtime', 'Runtim'),
      "5:42 error unknown-property 'Fn' (AWS::Serverless::Function) has no property 'Runtim'. Did you mean 'Runtime'?",
    ],
  ])('%s', (_, text, message) => {
    expect(said(expand(text).problems)).toEqual([message]);
    expect(said(lint(text).problems).filter((each) => !each.includes(' info '))).toEqual([message]);
  });

  it.each([
    [
      'a function and Globals that give it an architecture each',
      fn('InlineCode: x, Architectures: [arm64]', 'Globals: {Function: {Architectures: [x86_64]}}\n'),
      "6:93 error lambda-architectures 'Architectures' has 2 entries, because those of 'Globals' (line 2) and of the function are joined; a function has exactly one architecture. Set it in one place.",
    ],
    [
      'a resource that is indented too far',
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    B:\n      Type: AWS::SNS::Topic\n',
      "4:5 error cfn-unknown-key 'B' has the 'Type' of a resource, but it is inside 'A'; indent it like 'A'.",
    ],
    [
      'a misspelt property of a type of CloudFormation, which is one fault',
      'Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {QueueNam: x}}\n',
      "2:43 error cfn-unknown-property AWS::SQS::Queue has no property 'QueueNam'. Did you mean 'QueueName'?",
    ],
  ])('of the linter: %s', (_, text, message) => {
    expect(said(lint(text).problems).filter((each) => !each.includes(' info '))).toEqual([message]);
  });
});
