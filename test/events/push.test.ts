import { describe, expect, test } from 'vitest';
import { eventPlugins } from '../../src/events/index.ts';
import { expand, type Problem } from '../../src/index.ts';
import { getIn, type Json } from '../../src/model/tree.ts';
import { lineOf } from '../line.ts';
import { oddValues } from '../odd-values.ts';

const functionWith = (events: string, more = ''): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: h
      Runtime: nodejs20.x
      Events:
${events.replace(/^/gm, '        ')}
${more.replace(/^/gm, '  ')}`;

const code = { InlineCode: 'x', Handler: 'h', Runtime: 'nodejs20.x' };

const resource = (template: string, id: string): Json | undefined => getIn(expand(template).template, 'Resources', id);

describe('what a schedule makes', () => {
  const template = functionWith(`Tick:
  Type: Schedule
  Properties:
    Schedule: rate(1 day)
    DeadLetterConfig:
      Type: SQS
`);

  test.each([
    ['FnTick', 'Tick:'],
    ['FnTickPermission', 'Tick:'],
    ['FnTickQueue', 'DeadLetterConfig:'],
    ['FnTickQueuePolicy', 'DeadLetterConfig:'],
  ])('%s is traced to %s', (id, line) => {
    expect(lineOf(template, resource(template, id))).toBe(line);
  });

  test('has a name only when the event has one; a rule name has no effect', () => {
    const named = template.replace('Schedule: rate(1 day)', 'Schedule: rate(1 day)\n            RuleName: mine');
    const { template: expanded, problems } = expand(named);
    expect(problems).toMatchObject([{ code: 'ignored-property', level: 'warning', line: 14, eventId: 'Tick' }]);
    expect(getIn(expanded, 'Resources', 'FnTick', 'Properties', 'Name')).toBeUndefined();
  });
});

describe('a dead-letter queue', () => {
  const withConfig = (config: string) =>
    expand(functionWith(`T: {Type: ScheduleV2, Properties: {ScheduleExpression: e, DeadLetterConfig: ${config}}}`));

  test.each([
    ['{Type: SNS}', 'wrong-value'],
    ['{Type: SQS, Arn: a}', 'exclusive-properties'],
    ['{}', 'missing-property'],
    ['{Type: SQS, QueueLogicalId: {Ref: A}}', 'invalid-logical-id'],
    ['{Type: SQS, QueueLogicalId: my-queue}', 'invalid-logical-id'],
  ])('%s is refused', (config, code) => {
    expect(withConfig(config).problems).toMatchObject([{ code, logicalId: 'Fn', eventId: 'T', line: 10 }]);
  });

  test('is made even where an Arn is written but empty', () => {
    const { template } = withConfig('{Arn: null}');
    expect(getIn(template, 'Resources', 'FnTQueue', 'Type')).toBe('AWS::SQS::Queue');
  });
});

test('a target id of EventBridge has at most 64 characters', () => {
  const name = 'N'.repeat(70);
  const rule = resource(functionWith(`${name}: {Type: EventBridgeRule, Properties: {Pattern: {a: [b]}}}`), `Fn${name}`);
  expect(getIn(rule, 'Properties', 'Targets', 0, 'Id')).toBe(`Fn${'N'.repeat(50)}LambdaTarget`);
});

describe('the bucket of an S3 event', () => {
  const event = 'Put: {Type: S3, Properties: {Bucket: !Ref Images, Events: [s3:ObjectCreated:*, s3:ObjectRemoved:*]}}';

  test('traces each notification to its event', () => {
    const template = functionWith(event, 'Images: {Type: AWS::S3::Bucket, Properties: {BucketName: b}}');
    const bucket = resource(template, 'Images');
    expect(lineOf(template, bucket)).toContain('Images: {Type');
    const configurations = getIn(bucket, 'Properties', 'NotificationConfiguration', 'LambdaConfigurations');
    expect(configurations).toHaveLength(2);
    expect(lineOf(template, getIn(configurations, 1))).toBe(event);
  });

  test('stays as the author gave it', () => {
    const input = {
      Resources: {
        Fn: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            ...code,
            Events: { E: { Type: 'S3', Properties: { Bucket: { Ref: 'B' }, Events: 'e' } } },
          },
        },
        B: {
          Type: 'AWS::S3::Bucket',
          DependsOn: 'Fn',
          Properties: { NotificationConfiguration: { LambdaConfigurations: [] } },
        },
      },
    };
    const before = JSON.stringify(input);
    expect(getIn(expand(input).template, 'Resources', 'B', 'DependsOn')).toEqual(['Fn', 'FnEPermission']);
    expect(JSON.stringify(input)).toBe(before);
  });

  test('is suggested when its name is misspelt', () => {
    const { problems } = expand(functionWith(event.replace('Images', 'Image'), 'Images: {Type: AWS::S3::Bucket}'));
    expect(problems).toMatchObject([{ code: 'not-in-template', line: 10, eventId: 'Put' }]);
    expect(problems[0]?.message).toContain("Did you mean '!Ref Images'?");
  });

  test('is to blame when it is no bucket', () => {
    const { problems } = expand(functionWith(event, 'Images: {Type: AWS::SNS::Topic}'));
    expect(problems).toMatchObject([{ code: 'wrong-resource-type', logicalId: 'Images', line: 10 }]);
  });

  test.each([
    ['Properties: {NotificationConfiguration: []}', 'NotificationConfiguration'],
    ['Properties: {NotificationConfiguration: {LambdaConfigurations: {}}}', 'LambdaConfigurations'],
    ['Properties: []', 'Properties'],
  ])('is to blame for %s', (properties, name) => {
    const { problems } = expand(functionWith(event, `Images:\n  Type: AWS::S3::Bucket\n  ${properties}`));
    expect(problems[0]).toMatchObject({ logicalId: 'Images', line: 13 });
    expect(problems[0]?.message).toContain(`'${name}'`);
  });

  test('gets the tags of the last function that propagates its own', () => {
    const expanded = expand({
      Resources: {
        Fn: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            ...code,
            Tags: { Owner: 'me' },
            PropagateTags: true,
            Events: { E: { Type: 'S3', Properties: { Bucket: { Ref: 'B' }, Events: 'e' } } },
          },
        },
        Other: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            ...code,
            Events: { E: { Type: 'S3', Properties: { Bucket: { Ref: 'B' }, Events: 'e' } } },
          },
        },
        B: { Type: 'AWS::S3::Bucket', Properties: { Tags: [{ Key: 'a', Value: 'b' }] } },
      },
    });
    expect(getIn(expanded.template, 'Resources', 'B', 'Properties', 'Tags')).toEqual([{ Key: 'a', Value: 'b' }]);
  });
});

describe('the user pool of a Cognito event', () => {
  const pool = 'Pool: {Type: AWS::Cognito::UserPool, Properties: {LambdaConfig: {PreSignUp: arn}}}';

  test('tells which trigger is taken, at the event', () => {
    const event = 'E: {Type: Cognito, Properties: {UserPool: !Ref Pool, Trigger: [PostConfirmation, PreSignUp]}}';
    const { problems } = expand(functionWith(event, pool));
    expect(problems).toMatchObject([{ code: 'duplicate-trigger', logicalId: 'Fn', eventId: 'E', line: 10 }]);
    expect(problems[0]?.message).toContain("'PreSignUp'");
  });

  test('keeps its own triggers', () => {
    const event = 'E: {Type: Cognito, Properties: {UserPool: !Ref Pool, Trigger: PostConfirmation}}';
    const found = resource(functionWith(event, pool), 'Pool');
    expect(Object.keys(getIn(found, 'Properties', 'LambdaConfig') as object)).toEqual([
      'PreSignUp',
      'PostConfirmation',
    ]);
  });
});

test('an SNS event names what its queue lacks', () => {
  const { problems } = expand(functionWith('N: {Type: SNS, Properties: {Topic: t, SqsSubscription: {QueueArn: a}}}'));
  expect(problems).toMatchObject([{ code: 'missing-property', eventId: 'N', line: 10 }]);
  expect(problems[0]?.message).toContain("needs 'QueueUrl'");
});

test('the name of an event has to fit into logical ids', () => {
  const { problems } = expand(functionWith('my-event: {Type: AlexaSkill}'));
  expect(problems).toMatchObject([{ code: 'invalid-event-id', logicalId: 'Fn', eventId: 'my-event' }]);
});

const types = [
  ['AlexaSkill', {}],
  ['CloudWatchLogs', { LogGroupName: 'l', FilterPattern: 'f' }],
  ['Cognito', { UserPool: { Ref: 'Pool' }, Trigger: 'PreSignUp' }],
  ['EventBridgeRule', { Pattern: { a: ['b'] } }],
  ['IoTRule', { Sql: 's' }],
  ['S3', { Bucket: { Ref: 'Bucket' }, Events: 'e' }],
  ['Schedule', { Schedule: 'rate(1 day)' }],
  ['ScheduleV2', { ScheduleExpression: 'rate(1 day)' }],
  ['SNS', { Topic: { Ref: 'Topic' } }],
] as const;

test.each(types)('no value of a property of an %s event, nor of what it changes, is beyond it', (type, sound) => {
  const errors = (properties: object, changed: object = {}) => {
    const found: Problem[] = [];
    for (const [host, body] of [
      ['function', { Type: 'AWS::Serverless::Function', Properties: code }],
      ['stateMachine', { Type: 'AWS::Serverless::StateMachine', Properties: { DefinitionUri: 's3://b/k' } }],
    ] as const) {
      if (!eventPlugins.some((plugin) => plugin.type === type && (plugin.hosts as string[]).includes(host))) continue;
      const { problems } = expand({
        Resources: {
          Host: { ...body, Properties: { ...body.Properties, Events: { E: { Type: type, Properties: properties } } } },
          Bucket: { Type: 'AWS::S3::Bucket', ...changed },
          Pool: { Type: 'AWS::Cognito::UserPool', ...changed },
          Topic: { Type: 'AWS::SNS::Topic', ...changed },
        },
      } as never);
      found.push(...problems.filter(({ level }) => level === 'error'));
    }
    return found;
  };
  const internal = (properties: object, changed?: object) =>
    expect(errors(properties, changed).filter(({ code }) => code === 'internal-error')).toEqual([]);
  expect(errors(sound)).toEqual([]);
  const names = new Set(
    eventPlugins.filter((each) => each.type === type).flatMap((each) => Object.keys(each.properties)),
  );
  for (const value of oddValues) {
    for (const name of names) {
      for (const whole of [value, [value], { Ref: value }, { Arn: value }, { Type: 'SQS', QueueLogicalId: value }]) {
        internal({ ...sound, [name]: whole });
      }
      internal({ ...sound, [name]: { QueueArn: 'a', QueueUrl: 'u', QueuePolicyLogicalId: value, BatchSize: value } });
    }
    for (const name of ['DependsOn', 'Properties', 'Condition', 'Metadata']) internal(sound, { [name]: value });
    for (const name of ['NotificationConfiguration', 'LambdaConfig', 'Tags', 'FifoTopic']) {
      internal(sound, { Properties: { [name]: value } });
      internal(sound, { Properties: { [name]: { LambdaConfigurations: value, PreSignUp: value } } });
    }
  }
});
