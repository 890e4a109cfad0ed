import { describe, expect, it } from 'vitest';
import { said, saidBy } from './said.ts';

const template = (events: string, more = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Work: {Type: AWS::SQS::Queue}
  News: {Type: AWS::SNS::Topic}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      CodeUri: s3://a/b
      Events:
        Keep: {Type: Schedule, Properties: {Schedule: rate(1 hour)}}
${events}${more}`;

describe('trigger-removed', () => {
  const bucket = '  Files: {Type: AWS::S3::Bucket}\n';
  it.each([
    [
      'a queue',
      '        Q: {Type: SQS, Properties: {Queue: !GetAtt Work.Arn}}\n',
      "The function 'Fn' is no longer started by the queue 'Work': the event source mapping is removed.",
    ],
    [
      'a queue elsewhere',
      '        Q: {Type: SQS, Properties: {Queue: arn:aws:sqs:eu-west-1:123456789012:other}}\n',
      "The function 'Fn' is no longer started by arn:aws:sqs:eu-west-1:123456789012:other: the event source mapping is removed.",
    ],
    [
      'a topic',
      '        T: {Type: SNS, Properties: {Topic: !Ref News}}\n',
      "The function 'Fn' is no longer started by the topic 'News': the subscription is removed.",
    ],
    [
      'a schedule',
      '        C: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}\n',
      "The function 'Fn' is no longer started by the schedule 'FnC' (rate(1 day)), which is removed.",
    ],
    [
      'a rule',
      '        E: {Type: EventBridgeRule, Properties: {Pattern: {source: [a]}}}\n',
      "The function 'Fn' is no longer started by the rule 'FnE', which is removed.",
    ],
    [
      'a bucket',
      '        B: {Type: S3, Properties: {Bucket: !Ref Files, Events: s3:ObjectCreated:*}}\n',
      "The function 'Fn' is no longer started by the bucket 'Files': the notification of the bucket is removed.",
    ],
  ])('is said of %s', (_, event, text) => {
    const [before, after] = [template(event, bucket), template('', bucket)];
    expect(saidBy('trigger-removed', before, after)).toEqual([`warning trigger-removed old.yaml:13 ${text}`]);
    expect(saidBy('trigger-removed', after, before)).toEqual([]);
  });

  it('is said of what is switched off, at the line that does it', () => {
    const schedule = (more: string) =>
      template(
        `        C:\n          Type: Schedule\n          Properties:\n            Schedule: rate(1 day)\n${more}`,
      );
    expect(saidBy('trigger-removed', schedule(''), schedule('            Enabled: false\n'))).toEqual([
      "warning trigger-removed new.yaml:17 The function 'Fn' is no longer started by the rule 'FnC' (rate(1 day)), which is switched off.",
    ]);
    expect(saidBy('trigger-removed', schedule('            Enabled: false\n'), template(''))).toEqual([]);
  });

  it('is not said of what goes with its function, or is connected in another way', () => {
    const event = '        Q: {Type: SQS, Properties: {Queue: !GetAtt Work.Arn}}\n';
    expect(saidBy('trigger-removed', template(event), 'Resources: {Work: {Type: AWS::SQS::Queue}}\n')).toEqual([]);
    expect(saidBy('trigger-removed', template(event), template(event.replace('Q:', 'R:')))).toEqual([]);
    const daily = '        C: {Type: Schedule, Properties: {Schedule: rate(1 day)}}\n';
    const weekly = '        D: {Type: Schedule, Properties: {Schedule: rate(7 days)}}\n';
    expect(saidBy('trigger-removed', template(daily), template(weekly))).toEqual([]);
  });
});

describe('trigger-removed of a queue', () => {
  it('is said of a subscription that sent to it', () => {
    const sub =
      '  Sub: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref News, Protocol: sqs, Endpoint: !GetAtt Work.Arn}}\n';
    expect(saidBy('trigger-removed', template('', sub), template(''))).toEqual([
      "warning trigger-removed old.yaml:13 The queue 'Work' no longer receives from the topic 'News': the subscription is removed.",
    ]);
  });
});

describe('queue-unread', () => {
  const event = '        Q: {Type: SQS, Properties: {Queue: !GetAtt Work.Arn}}\n';
  const alone = template('').slice(0, template('').indexOf('  Fn:'));
  it('is said where all readers of a queue go', () => {
    expect(saidBy('queue-unread', template(event), alone)).toEqual([
      "warning queue-unread old.yaml:5 The queue 'Work' is no longer read: the function 'Fn' is removed, and what is sent to it stays until it expires.",
    ]);
  });

  it('is not said where the queue goes, something else reads it, or the function stays', () => {
    expect(saidBy('queue-unread', template(event), alone.replace(/ {2}Work.*\n/, ''))).toEqual([]);
    const other = template(event).replace('Fn:', 'Other:').replace('a.b', 'c.d');
    expect(saidBy('queue-unread', template(event), other)).toEqual([]);
    expect(saidBy('queue-unread', template(event), template(''))).toEqual([]);
  });
});

describe('trigger-narrowed', () => {
  const rule = (pattern: string) => `        E: {Type: EventBridgeRule, Properties: {Pattern: ${pattern}}}\n`;
  const sns = (more: string) => `        T: {Type: SNS, Properties: {Topic: !Ref News${more}}}\n`;
  const sqs = (more: string) => `        Q: {Type: SQS, Properties: {Queue: !GetAtt Work.Arn${more}}}\n`;
  const s3 = (more: string) => `        B: {Type: S3, Properties: {Bucket: !Ref Files, ${more}}}\n`;
  const files = '  Files: {Type: AWS::S3::Bucket}\n';
  const filter = (text: string) => `, FilterCriteria: {Filters: [{Pattern: '${text}'}]}`;

  it.each([
    ['another source', rule('{source: [x]}'), rule('{source: [y]}'), "rule 'FnE'", 'EventPattern'],
    ['one more field', rule('{source: [x]}'), rule('{source: [x], detail: {a: [b]}}'), "rule 'FnE'", 'EventPattern'],
    ['a filter', sqs(''), sqs(filter('{"body":{"a":[1]}}')), "event source mapping 'FnQ'", 'FilterCriteria'],
    ['a filter policy', sns(''), sns(', FilterPolicy: {a: [b]}'), "subscription 'FnT'", 'FilterPolicy'],
  ])('is said of %s', (_, before, after, what, property) => {
    expect(saidBy('trigger-narrowed', template(before), template(after))).toEqual([
      `warning trigger-narrowed new.yaml:13 The ${what} passes on other or fewer events: '${property}' no longer takes in all that it did.`,
    ]);
  });

  it.each([
    ['other events', s3('Events: s3:ObjectCreated:*'), s3('Events: s3:ObjectRemoved:*'), "'s3:ObjectCreated:*'"],
    [
      'a prefix',
      s3('Events: s3:ObjectCreated:Put'),
      s3('Events: s3:ObjectCreated:Put, Filter: {S3Key: {Rules: [{Name: prefix, Value: in/}]}}'),
      "'s3:ObjectCreated:Put'",
    ],
  ])('is said of a bucket with %s', (_, before, after, lost) => {
    expect(saidBy('trigger-narrowed', template(before, files), template(after, files))).toEqual([
      `warning trigger-narrowed new.yaml:13 The bucket 'Files' no longer notifies of all that it did: ${lost}.`,
    ]);
  });

  it.each([
    ['a further source', rule('{source: [x]}'), rule('{source: [x, y]}')],
    ['a field less', rule('{source: [x], detail: {a: [b]}}'), rule('{source: [x]}')],
    ['no filter', sqs(filter('{"body":{"a":[1]}}')), sqs('')],
    ['further events', s3('Events: s3:ObjectCreated:Put'), s3('Events: s3:ObjectCreated:*')],
    ['a removed notification', s3('Events: s3:ObjectCreated:Put'), ''],
  ])('is not said of %s', (_, before, after) => {
    expect(saidBy('trigger-narrowed', template(before, files), template(after, files))).toEqual([]);
  });
});

describe('trigger-narrowed of event patterns', () => {
  const rule = (pattern: string) =>
    `Parameters: {P: {Type: String}}\nResources:\n  R: {Type: AWS::Events::Rule, Properties: {EventPattern: {${pattern}}}}\n  Q: {Type: AWS::SQS::Queue}\n`;
  const found = (before: string, after: string) => saidBy('trigger-narrowed', rule(before), rule(after));
  const x = (...values: string[]) => `detail: {x: [${values.join(', ')}]}`;

  it.each([
    ['source: [abc]', 'source: [{prefix: a}]'],
    ['source: [{prefix: ab}]', 'source: [{prefix: a}]'],
    ['source: [{prefix: ab}]', "source: [{wildcard: 'a*'}]"],
    ['source: [{prefix: AB}]', 'source: [{prefix: {equals-ignore-case: a}}]'],
    ['source: [abc]', 'source: [{suffix: c}]'],
    ['source: [ABC]', 'source: [{equals-ignore-case: abc}]'],
    [x('1'), x('{exists: true}')],
    [x('{prefix: a}', '{anything-but: b}'), x('{exists: true}')],
    [x('1'), x('{exists: true}', '{exists: false}')],
    ['source: [a]', `source: [a], ${x('{exists: true}', '{exists: false}')}`],
    [x('5'), x("{numeric: ['=', 5]}")],
    [x("{numeric: ['=', 5]}"), x('5')],
    [x("{numeric: ['>', 5, '<', 9]}"), x("{numeric: ['>=', 5]}")],
    [x('{anything-but: [b, c]}'), x('{anything-but: b}')],
    [x('{anything-but: [b, c]}'), x('{anything-but: [c, b]}')],
    [x('{anything-but: [b, c]}'), x('{anything-but: [b, c, d]}', 'd')],
    [x('{anything-but: {prefix: a}}'), x('{anything-but: {prefix: ab}}')],
    [x('{anything-but: {prefix: a}}'), x('{anything-but: abc}')],
    [x('a'), x('{anything-but: b}')],
    [x('{prefix: a}'), x('{anything-but: {prefix: b}}')],
    [x('{exists: true}'), x('{anything-but: b}', 'b')],
    [x('10.1.2.3'), x('{cidr: 10.0.0.0/8}')],
    [x('{cidr: 10.1.0.0/16}'), x('{cidr: 10.0.0.0/8}')],
    [x('a'), '$or: [{source: [y]}, {detail: {x: [a, b]}}]'],
    ['$or: [{source: [y]}, {source: [z]}]', 'source: [z, y]'],
    [x('!Ref P'), x('!Ref P', 'a')],
  ])('is not said where all is taken in: %s → %s', (before, after) => {
    expect(found(before, after)).toEqual([]);
  });

  it.each([
    ['source: [{prefix: a}]', 'source: [abc]'],
    ['source: [{prefix: a}]', 'source: [{prefix: ab}]'],
    ['source: [abc]', 'source: [{prefix: b}]'],
    ['source: [{equals-ignore-case: abc}]', 'source: [ABC]'],
    [x('{exists: true}'), x('1')],
    [x('{exists: false}'), x('{exists: true}')],
    [x('5'), x("{numeric: ['=', 6]}")],
    [x("'5'"), x("{numeric: ['=', 5]}")],
    [x("{numeric: ['>=', 5]}"), x("{numeric: ['>', 5]}")],
    [x('{anything-but: b}'), x('{anything-but: [b, c]}')],
    [x('{anything-but: b}'), x('{prefix: a}')],
    [x('b'), x('{anything-but: b}')],
    [x('{prefix: a}'), x('{anything-but: abc}')],
    [x('{exists: true}'), x('{anything-but: b}')],
    [x('{cidr: 10.0.0.0/8}'), x('{cidr: 10.1.0.0/16}')],
    ['source: [y, z]', '$or: [{source: [y]}, {detail: {x: [a]}}]'],
    ["detail: {x: [{numeric: ['>', 5, '<', 9]}]}", "detail: {x: [{numeric: ['>', 9]}]}"],
    [x("{numeric: ['<', 5]}"), x("{numeric: ['>', 5]}")],
    ['resources: [!GetAtt Q.Arn]', 'resources: [!GetAtt R.Arn]'],
  ])('is said where something is left out: %s → %s', (before, after) => {
    expect(found(before, after)).toEqual([
      "warning trigger-narrowed new.yaml:3 The rule 'R' passes on other or fewer events: 'EventPattern' no longer takes in all that it did.",
    ]);
  });

  it.each([
    [x('a'), x('!Ref P')],
    [x('!Ref P'), x('{prefix: a}')],
    [x('a'), x('{like: a}')],
    [x("{numeric: ['>', 0]}"), x("{numeric: ['<', 5]}", "{numeric: ['>=', 5]}")],
  ])('says perhaps where that is not known: %s → %s', (before, after) => {
    expect(found(before, after)).toEqual([
      "warning trigger-narrowed new.yaml:3 The rule 'R' perhaps passes on other or fewer events: 'EventPattern' may no longer take in all that it did.",
    ]);
  });
});

describe('call-unpermitted', () => {
  const rule = (permission: string) => `Resources:
  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b}}
  Tick:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{Id: a, Arn: !GetAtt Fn.Arn}]
${permission}`;
  const permission = (source: string) =>
    `  Let: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Fn, Action: lambda:InvokeFunction, Principal: events.amazonaws.com, SourceArn: ${source}}}\n`;
  const own = permission('!GetAtt Tick.Arn');
  it('is said where the permission goes or no longer fits', () => {
    expect(saidBy('call-unpermitted', rule(own), rule(''))).toEqual([
      "warning call-unpermitted old.yaml:8 'Tick' can no longer call the function 'Fn' (a rule): 'Let', which permitted it, is removed.",
    ]);
    const other = permission("!Sub 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:rule/other'").replace(
      'SourceArn',
      'SourceArn',
    );
    const named = (text: string) => text.replace('ScheduleExpression', 'Name: tick\n      ScheduleExpression');
    expect(saidBy('call-unpermitted', named(rule(own)), named(rule(other)))).toEqual([
      "warning call-unpermitted new.yaml:9 'Tick' can no longer call the function 'Fn' (a rule): 'Let' no longer permits it.",
    ]);
  });

  it('is said of a call that comes without permission', () => {
    const none = 'Resources:\n  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b}}\n';
    expect(saidBy('call-unpermitted', none, rule(''))).toEqual([
      "warning call-unpermitted new.yaml:7 'Tick' calls the function 'Fn' (a rule), but nothing in the template permits it.",
    ]);
    expect(saidBy('call-unpermitted', none, rule(own))).toEqual([]);
  });

  it('is not said of what was not permitted before, and where something else permits it', () => {
    expect(saidBy('call-unpermitted', rule(''), rule('').replace('rate(1 day)', 'rate(2 days)'))).toEqual([]);
    expect(saidBy('call-unpermitted', rule(own), rule(own.replace('Let:', 'Allow:')))).toEqual([]);
  });

  it('is said of a queue that a function may no longer read', () => {
    const reader = (managed: string, source = 'Work') => `Resources:
  Work: {Type: AWS::SQS::Queue}
  Other: {Type: AWS::SQS::Queue}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: {Service: lambda.amazonaws.com}}]}
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/${managed}']
  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b, Role: !GetAtt Role.Arn}}
  Mapping: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref Fn, EventSourceArn: !GetAtt ${source}.Arn}}
`;
    const [reads, logs] = ['AWSLambdaSQSQueueExecutionRole', 'AWSLambdaBasicExecutionRole'];
    expect(saidBy('call-unpermitted', reader(reads), reader(logs))).toEqual([
      "warning call-unpermitted new.yaml:8 'Fn' can no longer read the queue 'Work' (an event source mapping): 'Role' no longer permits it.",
    ]);
    const added = reader(logs).replace(/ {2}Mapping.*/, '');
    expect(saidBy('call-unpermitted', added, reader(logs))).toEqual([
      "warning call-unpermitted new.yaml:10 'Fn' reads the queue 'Work' (an event source mapping), but nothing in the template permits it.",
    ]);
    expect(saidBy('call-unpermitted', reader(logs), reader(logs).replace('a.b', 'c.d'))).toEqual([]);
    expect(saidBy('call-unpermitted', reader(reads), reader(reads, 'Other'))).toEqual([]);
  });
});

describe('what is switched off', () => {
  const template = (state: string, disabled: boolean, actions = true) => `Resources:
  P:
    Type: AWS::Pipes::Pipe
    Properties:
      DesiredState: ${state}
      RoleArn: arn:aws:iam::123456789012:role/p
      Source: !GetAtt Q.Arn
      Target: !GetAtt F.Arn
  Q: {Type: AWS::SQS::Queue}
  F: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs22.x, Handler: index.h, Role: 'arn:aws:iam::123456789012:role/p', Code: {ZipFile: x}}}
  I:
    Type: AWS::IoT::TopicRule
    Properties: {TopicRulePayload: {Sql: "SELECT * FROM 'a'", RuleDisabled: ${disabled}, Actions: [{Lambda: {FunctionArn: !GetAtt F.Arn}}]}}
  A: {Type: AWS::CloudWatch::Alarm, Properties: {ActionsEnabled: ${actions}, AlarmActions: [!GetAtt F.Arn], ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, Threshold: 1}}
`;
  const running = template('RUNNING', false);
  it('is a pipe, a rule of IoT and an alarm', () => {
    const found = said(running, template('STOPPED', true, false));
    expect(found).toEqual([
      "warning queue-unread new.yaml:5 The queue 'Q' is no longer read: the pipe 'P' is switched off, and what is sent to it stays until it expires.",
      "warning trigger-removed new.yaml:13 The function 'F' is no longer started by the IoT rule 'I', which is switched off.",
      "warning trigger-removed new.yaml:14 The function 'F' is no longer started by the alarm 'A', which is switched off.",
      "warning trigger-removed new.yaml:5 The function 'F' is no longer started by the pipe 'P', which is switched off.",
    ]);
    expect(said(template('STOPPED', true, false), running)).toEqual([]);
  });
});

describe('the key that a queue is encrypted with', () => {
  const template = (services: string, statement = "Action: 'kms:Decrypt', Resource: '*'") => `Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root'}, Action: 'kms:*', Resource: '*'}
          - {Effect: Allow, Principal: {Service: [${services}]}, Action: ['kms:GenerateDataKey*', 'kms:Decrypt'], Resource: '*'}
          - {Effect: Allow, Principal: {Service: !Sub 'logs.\${AWS::Region}.amazonaws.com'}, Action: ['kms:GenerateDataKey*', 'kms:Decrypt'], Resource: '*'}
  News: {Type: AWS::SNS::Topic}
  Q: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !GetAtt Key.Arn}}
  MaySend: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Q], PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Q.Arn}]}}}
  Sub: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref News, Protocol: sqs, Endpoint: !GetAtt Q.Arn}}
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]}
      Policies:
        - PolicyName: p
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - {Effect: Allow, Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], Resource: !GetAtt Q.Arn}
              - {Effect: Allow, ${statement}}
  F: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs22.x, Handler: a.b, Role: !GetAtt R.Arn, Code: {ZipFile: x}}}
  Reads: {Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: !GetAtt Q.Arn, FunctionName: !Ref F}}
`;
  const both = template('sns.amazonaws.com, s3.amazonaws.com');
  it('must let in the service that sends', () => {
    expect(saidBy('call-unpermitted', both, template('s3.amazonaws.com'))).toEqual([
      "warning call-unpermitted new.yaml:9 'News' can no longer call the queue 'Q' (a subscription): 'Key' no longer permits it.",
    ]);
    expect(saidBy('call-unpermitted', template('s3.amazonaws.com'), both)).toEqual([]);
    expect(saidBy('call-unpermitted', both, template('sns.amazonaws.com'))).toEqual([]);
  });

  it('must be one that the role which reads may decrypt with', () => {
    expect(
      saidBy(
        'call-unpermitted',
        both,
        template('sns.amazonaws.com, s3.amazonaws.com', "Action: 'kms:Encrypt', Resource: '*'"),
      ),
    ).toEqual([
      "warning call-unpermitted new.yaml:25 'F' can no longer read the queue 'Q' (an event source mapping): 'R' no longer permits it.",
    ]);
  });
});
