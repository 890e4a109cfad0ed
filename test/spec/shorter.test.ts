import { describe, expect, it } from 'vitest';
import { expand, lower, raise } from '../../src/index.ts';

/** The compact form of a template, which expands as the template does. */
const raised = (sam: string): string => {
  const { text, problems } = raise(sam);
  expect(problems).toEqual([]);
  expect(expand(text!).template).toEqual(expand(sam).template);
  return text!;
};

const fn = (id: string, properties: string): string =>
  `  ${id}:\n    Type: AWS::Serverless::Function\n    Properties: {${properties}}\n`;
const sam = (...resources: readonly string[]): string =>
  `Transform: AWS::Serverless-2016-10-31\nResources:\n${resources.join('')}`;

describe('run', () => {
  it.each([
    ['Handler: a.b, CodeUri: src/a, Runtime: nodejs22.x', 'run: a.b in src/a on nodejs22.x'],
    ['Handler: a.b, InlineCode: x, Runtime: !Ref AWS::Region', "run: 'a.b on ${AWS::Region}', inline: x"],
    ['Handler: a.b, CodeUri: {Bucket: b, Key: k}, Runtime: nodejs22.x', 'run: a.b in s3://b/k on nodejs22.x'],
    ['Handler: a.b, CodeUri: {Bucket: b, Key: k, Version: v}, Runtime: nodejs22.x', 'run: a.b on nodejs22.x'],
    ['Handler: a b, CodeUri: src/a', 'handler: a b, code: src/a'],
    ['CodeUri: src/a, Runtime: nodejs22.x', 'code: src/a, runtime: nodejs22.x'],
  ])('%s', (properties, compact) => expect(raised(sam(fn('F', properties)))).toContain(compact));

  it.each([
    ['runtime: nodejs24.x', { Handler: 'a.b', CodeUri: 'src/a', Runtime: 'nodejs24.x' }],
    ['run: c.d in src/c', { Handler: 'c.d', CodeUri: 'src/c', Runtime: 'nodejs22.x' }],
    ['run: null', {}],
  ])('a stage lays %s over it', (over, properties) => {
    const text = `synth: 1\nfunctions:\n  F: {run: a.b in src/a on nodejs22.x}\nstages:\n  prod:\n    functions:\n      F: {${over}}\n`;
    expect(lower(text, { stage: 'prod' }).template!['Resources']!['F']).toEqual({
      Type: 'AWS::Serverless::Function',
      ...(Object.keys(properties).length === 0 ? {} : { Properties: properties }),
    });
  });
});

describe('what all functions have in common', () => {
  const common = 'Handler: a.b, Runtime: nodejs22.x, MemorySize: 256, Tracing: Active, Architectures: [arm64]';
  const fns = (own: (id: string) => string): string =>
    ['F', 'G', 'H'].map((id) => fn(id, `${common}, CodeUri: ${id}, ${own(id)}`)).join('');
  const alike = fns(() => 'Timeout: 3, AutoPublishAlias: live, LoggingConfig: {LogFormat: JSON}');

  it('becomes their default', () => {
    const text = raised(sam(fns((id) => `Timeout: ${id.charCodeAt(0)}, AutoPublishAlias: live`)));
    expect(text).toContain('memory: 256MB');
    expect(text).toContain('  F: {code: F, timeout: 70s}\n  G: {code: G, timeout: 71s}\n');
    expect(text.match(/memory|tracing|alias|run/g)).toHaveLength(4);
  });

  it('keeps the comments of the author', () => {
    const entry = (id: string): string =>
      `  ${id}:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: ${id}\n      Handler: a.b # handler of ${id}\n      # Memory of ${id}.\n      MemorySize: 256\n      # Chip of ${id}.\n      Architectures: [arm64]\n      Tracing: Active\n      Runtime: nodejs22.x\n`;
    const text = raised(sam(...['F', 'G', 'H'].map(entry)));
    expect(text).toMatch(/^defaults functions:/m);
    for (const id of ['F', 'G', 'H']) {
      for (const comment of [`# handler of ${id}`, `# Memory of ${id}.`, `# Chip of ${id}.`]) {
        expect(text.split(comment), comment).toHaveLength(2);
      }
    }
  });

  it('takes in the environment variables that all have', () => {
    const text = raised(sam(fns((id) => `Environment: {Variables: {TABLE: Orders, LEVEL: info, ${id}: x}}`)));
    expect(text).toContain('\n  env: {TABLE: Orders, LEVEL: info}\n');
    expect(text).toContain('env: {G: x}\n');
  });

  const loop = "  'Fn::ForEach::L': [N, [A], {'${N}H': {Type: AWS::SQS::Queue}}]\n";
  it.each([
    [
      'of functions that stand outside of Globals',
      sam(alike.replaceAll(', Architectures: [arm64]', '')).replace('  G:\n', '  G:\n    IgnoreGlobals: [Runtime]\n'),
    ],
    [
      'where a loop may make further functions',
      sam(alike.replaceAll(', Architectures: [arm64]', ''), loop).replace(
        /AWS.*/,
        '[AWS::LanguageExtensions, AWS::Serverless-2016-10-31]',
      ),
    ],
    ['of one function', sam(fn('F', common))],
  ])('stays with each %s', (_, template) => expect(raised(template)).not.toMatch(/^defaults/m));
});

describe('what all entries of another section have in common', () => {
  const alarm = (id: string, metric: string): string =>
    `  ${id}:\n    Type: AWS::CloudWatch::Alarm\n    Properties: {Namespace: AWS/Lambda, MetricName: ${metric}, Dimensions: [{Name: FunctionName, Value: !Ref F}], Statistic: Sum, ComparisonOperator: GreaterThanOrEqualToThreshold, Threshold: 1, Period: 60, EvaluationPeriods: 1, AlarmActions: [!Ref Alerts], TreatMissingData: notBreaching}\n`;
  const rest = `${fn('F', 'Handler: a.b, CodeUri: f, Runtime: nodejs22.x')}  Alerts: {Type: AWS::SNS::Topic}\n`;

  it('becomes their default, and they the phrases that are left', () => {
    const text = raised(sam(rest, alarm('A', 'Errors'), alarm('B', 'Throttles'), alarm('C', 'Invocations')));
    expect(text).toContain('alarms: {notify: Alerts, missing: ok}');
    expect(text).toContain('  A: F errors >= 1 in 1m\n  B: F throttles >= 1 in 1m\n');
  });

  it('stays with two', () => {
    expect(raised(sam(rest, alarm('A', 'Errors'), alarm('B', 'Throttles')))).not.toContain('defaults');
  });
});

describe('forms that SAM has under another name', () => {
  it('events of EventBridge', () => {
    const event = 'Events: {E: {Type: CloudWatchEvent, Properties: {Pattern: {source: [aws.ec2]}}}}';
    const text = raised(sam(fn('F', `Handler: a.b, CodeUri: f, Runtime: nodejs22.x, ${event}`)));
    expect(text).toContain('E: {pattern: {source: [aws.ec2]}}');
  });

  it('statements of a document without a version', () => {
    const policy = "Policies: [{Statement: [{Effect: Allow, Action: 's3:List*', Resource: '*'}]}]";
    const text = raised(sam(fn('F', `Handler: a.b, CodeUri: f, Runtime: nodejs22.x, ${policy}`)));
    expect(text).toContain("access: [{allow: s3:List*, resource: '*', version: none}]");
  });

  it.each(['AWS::LanguageExtensions', '[Own]', '{Name: Own, Parameters: {A: b}}'])(
    'the macro %s without that of SAM',
    (transform) => {
      const text = raised(`Transform: ${transform}\nResources: {Q: {Type: AWS::SQS::Queue}}\n`);
      expect(text).toMatch(/^Transform:/m);
    },
  );

  it('a parameter and a resource of one name', () => {
    const text = raised('Parameters: {Q: {Type: String}}\nResources: {Q: {Type: AWS::SQS::Queue}}\n');
    expect(text).toContain('Parameters:\n');
  });
});

describe('forms that are short', () => {
  const run = 'Handler: a.b, CodeUri: f, Runtime: nodejs22.x';
  it.each([
    [
      'destinations whose kind cannot be seen',
      `Parameters: {A: {Type: String}}\n${sam(fn('F', `${run}, EventInvokeConfig: {DestinationConfig: {OnSuccess: {Type: SNS, Destination: !Ref A}, OnFailure: {Type: S3Bucket, Destination: !Ref A}}}`))}`,
      'async: {on-success: topic A, on-failure: bucket A}',
    ],
    [
      'authorizers of a REST API',
      sam(
        '  A: {Type: AWS::Serverless::Api, Properties: {StageName: x, Auth: {Authorizers: {U: {UserPoolArn: arn:aws:1}, L: {FunctionArn: arn:aws:2}}}}}\n',
      ),
      'authorizers: {U: cognito arn:aws:1, L: lambda arn:aws:2}',
    ],
    [
      'authorizers that say more',
      sam(
        '  A: {Type: AWS::Serverless::Api, Properties: {StageName: x, Auth: {Authorizers: {U: {UserPoolArn: arn:aws:1, AuthorizationScopes: [a]}}}}}\n',
      ),
      'U: {cognito: arn:aws:1, scopes: a}',
    ],
    [
      'connectors of an entry',
      sam(
        fn('F', run),
        '  T:\n    Type: AWS::DynamoDB::Table\n    Connectors: {ToF: {Properties: {Destination: {Id: F}, Permissions: [Read]}}}\n',
      ),
      'connectors: {ToF: {to: F, allow: read}}',
    ],
    [
      'connectors of any resource, with what has no key',
      sam(
        fn('F', run),
        '  R:\n    Type: AWS::Events::Rule\n    Properties: {Targets: []}\n    Connectors: {ToF: {Properties: {SourceReference: {Qualifier: live}, Destination: {Id: F}, Permissions: [Write]}, DependsOn: F}}\n',
      ),
      'to: F',
    ],
    [
      'trust policies without a version',
      sam(
        '  R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]}}}\n',
      ),
      'role R: {for: lambda, version: none}',
    ],
    [
      'trust policies with lists',
      sam(
        "  R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: [lambda.amazonaws.com]}, Action: [sts:AssumeRole]}]}}}\n",
      ),
      'role R: {for: [lambda]}',
    ],
    [
      'trust policies with one list',
      sam(
        "  R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: [lambda.amazonaws.com]}, Action: sts:AssumeRole}]}}}\n",
      ),
      'trust:',
    ],
    [
      'applications of the repository',
      sam(
        "  A: {Type: AWS::Serverless::Application, Properties: {Location: {ApplicationId: 'arn:aws:x:y', SemanticVersion: '1.0.2'}}}\n",
      ),
      'app A: {template: arn:aws:x:y@1.0.2}',
    ],
    [
      'applications with a version that is a parameter',
      `Parameters: {V: {Type: String}}\n${sam('  A: {Type: AWS::Serverless::Application, Properties: {Location: {ApplicationId: arn:aws:x:y, SemanticVersion: !Ref V}}}\n')}`,
      "app A: {template: 'arn:aws:x:y@${V}'}",
    ],
    [
      'the encryption of a stream',
      sam('  S: {Type: AWS::Kinesis::Stream, Properties: {StreamEncryption: {EncryptionType: KMS, KeyId: alias/a}}}\n'),
      'stream S: {encryption-key: alias/a}',
    ],
    [
      'names that need no value',
      `Parameters: {A: {Type: String}, B: {Type: String}}\n${sam('  T: {Type: AWS::SNS::Topic}\n', '  U: {Type: AWS::SNS::Topic}\n', '  Q: {Type: AWS::SQS::Queue}\n')}`,
      'parameters: {A, B}\n',
    ],
  ])('%s', (_, template, compact) => expect(raised(template)).toContain(compact));

  it('names that need no value keep their comments', () => {
    const text = raised(sam('  # Bad news.\n  T: {Type: AWS::SNS::Topic}\n', '  U: {Type: AWS::SNS::Topic}\n'));
    expect(text).toContain('topics:\n  # Bad news.\n  T:\n');
  });
});

describe('what a key adds', () => {
  it.each(['', ', access: AWSLambdaExecute', ', role: arn:aws:iam::123456789012:role/hooks'])(
    'a hook comes back%s',
    (more) => {
      const { text } = lower(`synth: 1\nfunctions:\n  Check: {run: a.b in src on nodejs22.x, hook: true${more}}\n`);
      expect(raised(text!)).toMatch(/hook: true(?!.*Policies)/);
    },
  );
});
