import { describe, expect, it } from 'vitest';
import { type LintOptions, lint } from '../../src/lint/lint.ts';

/** The places of function names that AWS does not take. */
const found = (name: string, more = '', options: LintOptions = {}): string[] =>
  lint(
    `Transform: AWS::Serverless-2016-10-31
Parameters:
  Name: {Type: String, Default: ''}
  Names: {Type: CommaDelimitedList, Default: ''}
  Odd: {Type: String, Default: a b}
  Secret: {Type: String, Default: '', NoEcho: true}
  Switch: {Type: String, Default: off}
  Open: {Type: String}
Conditions:
  NoName: !Equals [!Ref Name, '']
  HasName: !Not [!Condition NoName]
  HasNames: !Not [!Equals [!Join ['', !Ref Names], '']]
  HasSecret: !Not [!Equals [!Ref Secret, '']]
  SwitchedOn: !Equals [!Ref Switch, on]
  IsOpen: !Equals [!Ref Open, '']
  All: !And [!Condition IsOpen, !Condition HasName]
  Any: !Or [!Condition IsOpen, !Condition HasName]
Resources:
  Fn:
    Type: AWS::Serverless::Function
    ${more}
    Properties: {InlineCode: x, Handler: index.handler, Runtime: nodejs22.x, FunctionName: ${name}}
`,
    { only: ['lambda-function-name'], ...options },
  ).problems.map(({ message }) => message.replace(/^.*name ('.*?') .*$/, '$1'));

describe('the default of a parameter', () => {
  it('counts where no condition stands in its way', () => {
    expect(found('!Ref Odd')).toEqual(["'a b'"]);
    expect(found('!If [NoName, !Ref Name, ok]')).toEqual(["''"]);
    expect(found('!If [HasName, ok, !Ref Name]')).toEqual(["''"]);
  });

  it('does not count in a branch that is taken for other values only', () => {
    expect(found('!If [NoName, ok, !Ref Name]')).toEqual([]);
    expect(found('!If [HasName, !Ref Name, ok]')).toEqual([]);
    expect(found("!If [HasName, !Sub 'a ${Name}', ok]")).toEqual([]);
    expect(found("!If [HasName, !If [IsOpen, ok, !Join ['', [!Ref Name, ' a']]], ok]")).toEqual([]);
    expect(found("!If [HasNames, !Join [' ', [!Ref Names, b]], ok]")).toEqual([]);
    expect(found('!If [HasSecret, !Ref Secret, ok]')).toEqual([]);
  });

  it('does not count in a resource that is made for other values only', () => {
    expect(found('!Ref Name', 'Condition: HasName')).toEqual([]);
    expect(found('!Ref Name', 'Condition: NoName')).toEqual(["''"]);
    expect(found('!Ref Name', 'Condition: All')).toEqual([]);
    expect(found('!Ref Name', 'Condition: Any')).toEqual(["''"]);
  });

  it('does not count where it is empty and no condition speaks of that: it is given at the deployment', () => {
    expect(found('!Ref Name')).toEqual([]);
    expect(found("!Sub '${Name}/x y'")).toEqual([]);
    expect(found('!Ref Name', 'Condition: IsOpen')).toEqual([]);
    expect(found('!If [IsOpen, !Ref Name, ok]')).toEqual([]);
    const plain = (conditions: string) => `Parameters: {TableArn: {Type: String, Default: ''}}
${conditions}Resources:
  Docs:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: {Effect: Allow, Action: dynamodb:GetItem, Resource: [!Ref TableArn, !Sub '\${TableArn}/index/*']}
`;
    expect(lint(plain('')).problems).toEqual([]);
    expect(lint(plain('Conditions: {Always: !Equals [a, a]}\n')).problems.map(({ code }) => code)).toEqual([
      'cfn-unused-condition',
    ]);
  });

  it('does not count where it is empty and the branch is not taken by default', () => {
    expect(found('!If [SwitchedOn, !Ref Name, ok]')).toEqual([]);
    expect(found('!If [SwitchedOn, !Ref Odd, ok]')).toEqual(["'a b'"]);
  });

  it('gives way to a value that was given', () => {
    const parameters = { Name: 'a b' };
    expect(found('!If [HasName, !Ref Name, ok]', '', { parameters })).toEqual(["'a b'"]);
    expect(found('!If [NoName, !Ref Name, ok]', '', { parameters })).toEqual([]);
  });

  it('does not count as a part of a text either', () => {
    const template = (condition: string) => `Parameters:
  Stream: {Type: String, Default: ''}
Conditions:
  NoStream: !Equals [!Ref Stream, '']
  HasStream: !Not [!Condition NoStream]
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Condition: ${condition}
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: 'kinesis:GetRecords', Resource: !Sub '\${Stream}'}]
`;
    const codes = (condition: string) => lint(template(condition)).problems.map(({ code }) => code);
    expect(codes('HasStream')).not.toContain('iam-policy-document');
    expect(codes('NoStream')).toContain('iam-policy-document');
  });

  it('leaves texts alone that no parameter is in', () => {
    expect(found('!If [HasName, a b, ok]')).toEqual(["'a b'"]);
    expect(found("!If [HasName, !Sub 'a b', ok]", 'Condition: HasName')).toEqual(["'a b'"]);
  });

  it('counts where one of the places that share it can be reached', () => {
    expect(found('!If [HasName, &name !Ref Name, !If [IsOpen, *name, ok]]')).toContain("''");
  });
});
