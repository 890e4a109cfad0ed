import { describe, expect, it } from 'vitest';
import { lint, lower, raise } from '../../src/index.ts';
import { get } from '../../src/model/tree.ts';

/** A file with one function, whose keys are given. */
const withFunction = (keys: string): string => `synth: 1
parameters: {Stage: dev}
conditions: {IsProd: !Equals [!Ref Stage, prod]}
functions:
  F:
    code: src
    runtime: nodejs22.x
    handler: index.handler
    ${keys.replaceAll('\n', '\n    ')}
queues: {Jobs: }
topics: {Alerts: }
streams: {Clicks: {shards: 1}}
buckets: {Files: }
`;

const event = (text: string): string => `events:\n  E: ${text}`;

/** Forms of which the long one is easily got wrong: what stands in the function's properties of SAM. */
const forms: readonly (readonly [string, string, object])[] = [
  [
    'a rollout by a condition',
    'alias: live\nrollout: !If [IsProd, canary 10% for 5m, all at once]',
    { DeploymentPreference: { Type: { 'Fn::If': ['IsProd', 'Canary10Percent5Minutes', 'AllAtOnce'] } } },
  ],
  [
    'notifications of a rollout',
    'alias: live\nrollout: {shift: all at once, notify: {topic: Alerts, events: [failure, rollback]}}',
    {
      DeploymentPreference: {
        Type: 'AllAtOnce',
        TriggerConfigurations: [
          { TriggerTargetArn: { Ref: 'Alerts' }, TriggerEvents: ['DeploymentFailure', 'DeploymentRollback'] },
        ],
      },
    },
  ],
  [
    'a queue between topic and function, with settings',
    event('{topic: Alerts, through: {queue: Jobs, batch: 5}}'),
    {
      Events: {
        E: {
          Type: 'SNS',
          Properties: {
            Topic: { Ref: 'Alerts' },
            SqsSubscription: { QueueArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] }, QueueUrl: { Ref: 'Jobs' }, BatchSize: 5 },
          },
        },
      },
    },
  ],
  [
    'a time to read a stream from',
    event("{stream: Clicks, from: '2027-01-31T06:30:00Z'}"),
    {
      Events: {
        E: {
          Type: 'Kinesis',
          Properties: {
            Stream: { 'Fn::GetAtt': ['Clicks', 'Arn'] },
            StartingPosition: 'AT_TIMESTAMP',
            StartingPositionTimestamp: 1801377000,
          },
        },
      },
    },
  ],
  [
    'a bucket for failed batches',
    event('{stream: Clicks, from: latest, on-failure: Files}'),
    {
      Events: {
        E: {
          Properties: {
            DestinationConfig: { OnFailure: { Type: 'S3', Destination: { 'Fn::GetAtt': ['Files', 'Arn'] } } },
          },
        },
      },
    },
  ],
  [
    'gaps in a filter',
    event("{queue: Jobs, filter: {body: {stage: ['${Stage}']}}}"),
    {
      Events: {
        E: {
          Properties: { FilterCriteria: { Filters: [{ Pattern: { 'Fn::Sub': '{"body":{"stage":["${Stage}"]}}' } }] } },
        },
      },
    },
  ],
  [
    'a transformation of events',
    event("{pattern: {source: [shop]}, transform: {paths: {id: $.id}, template: '<id>'}}"),
    {
      Events: {
        E: {
          Type: 'EventBridgeRule',
          Properties: {
            Pattern: { source: ['shop'] },
            InputTransformer: { InputPathsMap: { id: '$.id' }, InputTemplate: '<id>' },
          },
        },
      },
    },
  ],
];

describe('forms', () => {
  it.each(forms)('%s', (_, keys, properties) => {
    const { template, text, problems } = lower(withFunction(keys));
    expect(problems).toEqual([]);
    expect(template?.Resources['F']?.Properties).toMatchObject(properties);
    const raised = raise(text!);
    expect(raised.fallbacks).toEqual([]);
    expect(lower(raised.text!).template?.Resources['F']).toEqual(template?.Resources['F']);
  });

  it('a hosted zone by its id or its name', () => {
    const api = (zone: string): string =>
      `synth: 1\napis: {A: {kind: http, domain: {name: a.example.com, certificate: 'arn:aws:acm:eu-west-1:123456789012:certificate/x', zone: ${zone}}}}\n`;
    const zoneOf = (zone: string): unknown =>
      get(get(lower(api(zone)).template?.Resources['A']?.Properties, 'Domain'), 'Route53');
    expect(zoneOf('Z123ABC')).toEqual({ HostedZoneId: 'Z123ABC' });
    expect(zoneOf('example.com.')).toEqual({ HostedZoneName: 'example.com.' });
    expect(zoneOf('{name: example.com., ipv6: true}')).toEqual({ HostedZoneName: 'example.com.', IpV6: true });
    expect(raise(lower(api('example.com.')).text!).text).toContain('zone: example.com.');
  });

  it('needs the URL of a queue between that is not in the file', () => {
    const arn = 'arn:aws:sqs:eu-west-1:123456789012:jobs';
    const { problems } = lower(withFunction(event(`{topic: Alerts, through: ${arn}}`)));
    expect(problems.map(({ message }) => message)).toEqual([
      `'through' must be 'new queue', the name of a queue, or a map with 'queue', 'url', 'batch'; found '${arn}'.`,
    ]);
  });
});

describe('principals and managed policies', () => {
  const roleOf = (keys: string): object =>
    lower(`synth: 1\nroles:\n  R: {for: account}\n  X: {${keys}}\n`).template?.Resources['X']?.Properties as object;

  it('takes a managed policy of AWS by its name alone', () => {
    const { text } = lower('synth: 1\nroles:\n  X: {for: lambda, access: AWSLambdaBasicExecutionRole}\n');
    expect(text).toContain('policy/service-role/AWSLambdaBasicExecutionRole');
    expect(raise(text!).text).toContain('access: AWSLambdaBasicExecutionRole}');
  });

  it('takes a role of the file', () => {
    expect(roleOf('for: R')).toMatchObject({
      AssumeRolePolicyDocument: { Statement: [{ Principal: { AWS: { 'Fn::GetAtt': ['R', 'Arn'] } } }] },
    });
  });

  it('refuses types that IAM does not have', () => {
    const { problems } = lower('synth: 1\nroles:\n  X: {for: {service: lambda.amazonaws.com}}\n');
    expect(problems.map(({ message }) => message)).toEqual([
      "'service' is not a key of the principals under 'for'. Did you mean 'Service'?",
    ]);
  });
});

describe('metrics of an alarm', () => {
  it('can watch the rollout of the state machine that they are of', () => {
    const { problems } = lint(`synth: 1
machines:
  M:
    definition: {StartAt: A, States: {A: {Type: Pass, End: true}}}
    alias: live
    events-to-alias: true
    rollout: {shift: canary 10% for 5m, alarms: Al}
    events: {Tick: every hour}
alarms: {Al: M failures >= 1 in 1m}
`);
    expect(problems.map(({ code }) => code).filter((code) => /^(?:cfn-circular|codedeploy)-/.test(code))).toEqual([]);
  });

  const alarm = (metrics: string): string => `synth: 1\nalarms:\n  X: {metrics: {${metrics}}, is: "> 1 in 5m"}\n`;

  it('takes an expression as a text', () => {
    const { template, text } = lower(alarm('r: e / 2'));
    expect(template?.Resources['X']?.Properties).toMatchObject({ Metrics: [{ Id: 'r', Expression: 'e / 2' }] });
    expect(raise(text!).text).toContain('metrics: {r: e / 2}');
  });

  it('refuses keys that CloudFormation does not have', () => {
    expect(lower(alarm('r: {of: F}')).problems.map(({ code }) => code)).toEqual(['spec-unknown-key']);
  });
});

describe('lists', () => {
  it('keep their order where only some of their items were written as such', () => {
    const sam = `Transform: AWS::Serverless-2016-10-31
Resources:
  T: {Type: AWS::Serverless::SimpleTable}
  F:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Runtime: nodejs22.x
      Handler: a.b
      Policies: [{DynamoDBCrudPolicy: {TableName: !Ref T}}, AmazonS3ReadOnlyAccess]
`;
    const { text, fallbacks } = raise(sam);
    expect(fallbacks).toEqual([]);
    expect(text).toContain('access: [{T: crud}, AmazonS3ReadOnlyAccess]');
  });
});

describe('cross-origin requests of a REST API', () => {
  it('fills gaps between the quotes', () => {
    const { template, problems } = lower(
      `synth: 1
parameters: {H: x, Age: 600}
apis: {R: {kind: rest, stage: v1, cors: {origins: '*', methods: [GET, '\${H}'], max-age: '\${Age}'}}}
`,
    );
    expect(problems).toEqual([]);
    expect(template?.Resources['R']?.Properties).toMatchObject({
      Cors: { AllowOrigin: "'*'", AllowMethods: { 'Fn::Sub': "'GET,${H}'" }, MaxAge: { 'Fn::Sub': "'${Age}'" } },
    });
  });
});

describe('a stage', () => {
  it('refuses sections that a file does not have', () => {
    const { problems } = lower('synth: 1\nqueues: {Q: }\nstages: {prod: {queus: {Q: {visibility: 5m}}, region: x}}\n', {
      stage: 'prod',
    });
    expect(problems.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'spec-unknown-key 17',
      'spec-unknown-key 47',
    ]);
  });
});

describe('defaults of a section with several kinds', () => {
  it('are for every kind of the file that knows the key', () => {
    const { template } = lower(
      "synth: 1\ndefaults: {apis: {cors: '*', tracing: true, http: {fail-on-warnings: true}}}\napis: {H: {kind: http}, R: {kind: rest, stage: x}}\n",
    );
    expect(template?.Globals).toEqual({
      HttpApi: { CorsConfiguration: { AllowOrigins: ['*'] }, FailOnWarnings: true },
      Api: { Cors: "'*'", TracingEnabled: true },
    });
  });
});

describe('a key given twice', () => {
  it('is named as it is, whatever it says', () => {
    const key = "x'; the last one wins.";
    const { problems } = lower(`synth: 1\nenvironment:\n  ? "${key}"\n  : a\n  ? "${key}"\n  : b\n`);
    expect(problems.map(({ message }) => message)).toContain(
      `The key '${key}' appears twice in this map. Keep one of them.`,
    );
  });

  it('is an error in a compact spec, and a warning in SAM', () => {
    const { problems } = lower('synth: 1\nqueues:\n  Q: {delay: 1s}\n  Q: {delay: 2s}\n');
    expect(problems.map(({ level, code, line, message }) => `${line} ${level} ${code} ${message}`)).toEqual([
      "4 error duplicate-key The key 'Q' appears twice in this map. Keep one of them.",
    ]);
    const sam = lower('Resources: {Q: {Type: AWS::SQS::Queue, Type: AWS::SQS::Queue}}\n');
    expect(sam.problems.map(({ level, code, message }) => `${level} ${code} ${message}`)).toEqual([
      "warning duplicate-key The key 'Type' appears twice in this map; the last one wins.",
    ]);
  });
});

describe('targets of an event rule', () => {
  it('are named after what they are, unless they have a name', () => {
    const { template } = lower(
      'synth: 1\nqueues: {Q: }\nevent-rules:\n  R: {schedule: every hour, targets: [{to: Q, input: {a: 1}}, {to: Q, id: second}, Q]}\n',
    );
    expect(template?.Resources['R']?.Properties).toMatchObject({
      Targets: [{ Id: 'Q' }, { Id: 'second' }, { Id: 'Q' }],
    });
  });
});

describe('what is reported of a conversion', () => {
  it("names SAM's own keys in maps too", () => {
    const { fallbacks } = raise(`Transform: AWS::Serverless-2016-10-31
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Runtime: nodejs22.x
      Handler: a.b
      AutoPublishAlias: live
      DeploymentPreference: {Type: AllAtOnce, Alarms: MyAlarm}
`);
    expect(fallbacks.map(({ logicalId, reason }) => `${logicalId}: ${reason}`)).toEqual([
      "F: no compact form for rollout.Alarms ('alarms' cannot say this value; it takes an alarm, or a list of them)",
    ]);
  });
});

describe('logs of all functions', () => {
  it('go into a group of each function, unless it has one', () => {
    const f = 'inline: x, runtime: nodejs22.x, handler: index.handler';
    const { template, problems } = lower(
      `synth: 1\ndefaults: {functions: {logs: {format: json, retention: 30d}}}\nfunctions:\n  A: {${f}}\n  B: {${f}, logs: {level: warn}}\n  C: {${f}, logs: {group: Own}}\nlog-groups: {Own: {retention: 7d}}\n`,
    );
    expect(problems).toEqual([]);
    expect(template?.Globals).toEqual({ Function: { LoggingConfig: { LogFormat: 'JSON' } } });
    const logging = ['A', 'B', 'C'].map((id) => get(template?.Resources[id]?.Properties, 'LoggingConfig'));
    expect(logging).toEqual([
      { LogGroup: { Ref: 'ALogs' } },
      { LogGroup: { Ref: 'BLogs' }, ApplicationLogLevel: 'WARN' },
      { LogGroup: { Ref: 'Own' } },
    ]);
    expect(template?.Resources['ALogs']?.Properties).toEqual({ RetentionInDays: 30 });
  });
});

describe('a map of the author', () => {
  it('is not changed by what another key puts beside it', () => {
    const f = (id: string, more = '') =>
      `  ${id}: {Type: AWS::Serverless::Function, Metadata: {BuildMethod: esbuild${more}}, Properties: {CodeUri: ${id}, Runtime: nodejs22.x, Handler: a.b}}\n`;
    const { text, problems } = raise(
      `Transform: AWS::Serverless-2016-10-31\nResources:\n${f('A')}${f('B')}${f('C', ', Other: 1')}`,
    );
    expect(problems).toEqual([]);
    expect(text).toContain('Metadata: {Other: 1}');
  });
});

it('characters that are not seen and turn what is around them are escaped', () => {
  const value = 'a\u202eb\u2066c\u2028d\u0007';
  const { text } = raise({
    Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { Tags: [{ Key: value, Value: value }] } } },
  });
  expect(text).toContain('"a\\u202eb\\u2066c\\u2028d\\u0007"');
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u2028\u0007]/);
  expect(get(lower(text!).template as never, 'Resources')).toEqual({
    Queue: { Type: 'AWS::SQS::Queue', Properties: { Tags: [{ Key: value, Value: value }] } },
  });
});
