import { describe, expect, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { type LintOptions, lint } from '../../src/lint/lint.ts';
import { samFunction } from './templates.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  NoAlias:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: index.handler
      Runtime: nodejs22.x
      DeploymentPreference: {Type: AllAtOnce}
  NoRuntime:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://bucket/key
      Handler: index.handler
`;

const errors = (options: LintOptions = {}, text = template) =>
  lint(text, options).problems.flatMap(({ code, level, line }) => (level === 'error' ? [`${line} ${code}`] : []));

describe('a fault that both the transform and a rule find', () => {
  it('is told once, by the rule', () => {
    expect(errors()).toEqual(['9 codedeploy-needs-alias', '10 lambda-zip-requires-handler-runtime']);
  });

  it('is told by the transform where the rule is off or not run', () => {
    expect(errors({ config: { rules: { 'codedeploy-needs-alias': 'off' } } })).toContain('9 requires-property');
    expect(errors({ only: ['lambda-timeout-range'] })).toEqual(['9 requires-property', '10 zip-without-property']);
  });

  it('is told by the transform where the finding of the rule is suppressed, for it still stops the expansion', () => {
    const text = template.replace('AllAtOnce}', 'AllAtOnce} # synth-ignore codedeploy-needs-alias: no');
    expect(errors({}, text)).toContain('9 requires-property');
  });

  it('is told by the transform where it is about another property at the same place', () => {
    const event = samFunction('Events: {Read: {Type: Kinesis, Properties: {BatchSize: 5}}}');
    const { problems } = lint(event);
    const found = problems.flatMap(({ code, line, message }) => (line === 8 ? [`${code} ${message}`] : []));
    expect(found.filter((text) => text.startsWith('esm-starting-position'))).toHaveLength(1);
    expect(found.filter((text) => text.startsWith('missing-property'))).toEqual([expect.stringContaining("'Stream'")]);
  });

  it('is told once where a rule knows what an unknown property was meant for', () => {
    const http = `Transform: AWS::Serverless-2016-10-31
Resources:
  my-api:
    Type: AWS::Serverless::HttpApi
    Properties:
      EndpointConfiguration: {Type: EDGE}
      Auth:
        ResourcePolicy: {IpRangeBlacklist: [10.0.0.0/8]}
`;
    expect(errors({}, http)).toEqual([
      '3 cfn-logical-id',
      '6 httpapi-endpoint-type',
      '8 httpapi-no-waf-or-resource-policy',
    ]);
  });
});

describe('a value that both its schema and a rule of its own refuse', () => {
  const mapping = `Resources:
  Poll:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: fn
      EventSourceArn: arn:aws:kinesis:us-east-1:123456789012:stream/s
      StartingPosition: LATEST
      BatchSize: 10001
      Topics: []
`;
  const specs = { specs: bundledSpecs };

  it('is told once, by the rule of its own', () => {
    expect(errors(specs, mapping)).toEqual(['8 esm-batch-size', '9 cfn-list-size']);
  });

  it('is told by its schema where the rule of its own is off', () => {
    const config = { rules: { 'esm-batch-size': 'off' } } as const;
    expect(errors({ ...specs, config }, mapping)).toEqual(['8 cfn-value-range', '9 cfn-list-size']);
  });
});

describe('one fault is reported once', () => {
  const codes = (text: string) =>
    lint(text, { specs: bundledSpecs }).problems.flatMap(({ code, level, line }) =>
      level === 'info' ? [] : [`${line} ${level} ${code}`],
    );

  it('where a wrong reference is also a receiver that may not be sent to', () => {
    const text = `Resources:
  Q: {Type: AWS::SQS::Queue, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}
  R: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: !Ref Q}]}}
`;
    expect(codes(text)).toEqual(['3 error cfn-reference-kind']);
  });

  it('in block style, in flow style, in JSON and in an object alike', () => {
    const object = {
      Transform: 'AWS::Serverless-2016-10-31',
      Conditions: { C: { 'Fn::Equals': ['a', 'b'] } },
      Resources: {
        F: {
          Type: 'AWS::Serverless::Function',
          Condition: { Ref: 'AWS::StackName' },
          Properties: { Handler: 'index.h', Runtime: 'nodejs24.x', InlineCode: 'x' },
        },
        T: { Type: 'AWS::SNS::Topic', Condition: 'C' },
      },
    };
    const block = `Transform: AWS::Serverless-2016-10-31
Conditions: {C: !Equals [a, b]}
Resources:
  F:
    Type: AWS::Serverless::Function
    Condition:
      Ref: AWS::StackName
    Properties: {Handler: index.h, Runtime: nodejs24.x, InlineCode: x}
  T: {Type: AWS::SNS::Topic, Condition: C}
`;
    const flow = block.replace(/Condition:\n\s+Ref: AWS::StackName/, "Condition: { Ref: 'AWS::StackName' }");
    for (const form of [block, flow, JSON.stringify(object), JSON.stringify(object, undefined, 2), object]) {
      const { problems } = lint(form, { specs: bundledSpecs });
      expect(problems.filter(({ level }) => level !== 'info').map(({ code }) => code)).toEqual(['cfn-function-place']);
    }
  });

  it('where a function has another key beside it', () => {
    const text = `Parameters: {A: {Type: String}}
Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: {Ref: A, B: c}, TopicName: !Ref A}}}
`;
    expect(codes(text)).toEqual(['2 error cfn-mixed-function']);
  });

  it('where the condition of a function is no name', () => {
    const text = `Conditions: {C: !Equals [a, b]}
Resources: {T: {Type: AWS::SNS::Topic, Condition: C, Properties: {DisplayName: !If [!Equals [a, b], a, b]}}}
`;
    expect(codes(text)).toEqual(['2 error cfn-function-nesting']);
  });

  it('where an export is named after a resource that a condition leaves out', () => {
    const text = `Conditions: {C: !Equals [!Ref AWS::Region, a]}
Resources: {T: {Type: AWS::SNS::Topic, Condition: C}}
Outputs: {O: {Value: a, Export: {Name: !Ref T}}}
`;
    expect(codes(text)).toEqual(['3 error cfn-export-name']);
  });

  it('where a queue is a destination by its URL', () => {
    const text = samFunction(
      'EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS, Destination: !Ref Q}}}',
    ).replace('Resources:\n', 'Resources:\n  Q: {Type: AWS::SQS::Queue}\n');
    expect(codes(text).filter((code) => code.startsWith('9 '))).toEqual(['9 error lambda-destination-type']);
  });

  it('where an account of an ARN is too short for its property', () => {
    const text = samFunction("Role: 'arn:aws:iam::12345:role/x'");
    expect(codes(text).filter((code) => code.startsWith('8 '))).toEqual(['8 error cfn-value-pattern']);
  });

  it('where a trust policy allows an action that there is not', () => {
    const text = `Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'lambda:AssumeRole'}]
`;
    expect(codes(text)).toEqual(['7 error iam-policy-document']);
  });

  it("where 'Resources' is misspelt", () => {
    expect(codes('Description: a\nResource: {Q: {Type: AWS::SQS::Queue}}\n')).toEqual(['2 error cfn-unknown-key']);
  });
});
