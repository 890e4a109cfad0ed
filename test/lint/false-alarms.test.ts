import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { type LintOptions, lint } from '../../src/lint/lint.ts';

/** What is told of a template that AWS takes: errors and warnings, as `line:column code`. */
const alarms = (template: string, options: LintOptions = {}): string[] =>
  lint(template, { path: 'template.yaml', specs: bundledSpecs, ...options })
    .problems.filter(({ level }) => level !== 'info')
    .map(({ line, column, code }) => `${line}:${column} ${code}`);

const sam = 'Transform: AWS::Serverless-2016-10-31\n';
const maker = `  Maker:
    Type: AWS::Serverless::Function
    Properties: {Handler: index.b, Runtime: nodejs24.x, InlineCode: 'exports.b = async () => {}'}
`;

/** A function whose other properties follow. */
const makes = (id: string) => `  ${id}:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.b
      Runtime: nodejs24.x
      InlineCode: 'exports.b = async () => {}'
`;

describe('no false alarm is told of', () => {
  it.each(['AWS::CloudFormation::CustomResource', 'Custom::Made'])('properties and attributes of %s', (type) => {
    const template = `${sam}Resources:
${maker}  Made: {Type: '${type}', Properties: {ServiceToken: !GetAtt Maker.Arn, BucketName: x, Deep: {Er: [1]}}}
Outputs:
  A: {Value: !GetAtt Made.Whatever}
  B: {Value: !Sub 'x-\${Made.Deep.Er}'}
`;
    expect(alarms(template)).toEqual([]);
    const without = template.replace('ServiceToken: !GetAtt Maker.Arn, ', '');
    if (type.startsWith('AWS::')) expect(alarms(without)).toEqual(['6:55 cfn-custom-resource-token']);
  });

  it('a resource that AWS::Include brings', () => {
    const template = `${sam}Resources:
${maker}  Alarm: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: 's3://parts/alarm.yaml'}}}
`;
    expect(alarms(template)).toEqual([]);
  });

  it('two subscriptions of a log group, each with its own permission', () => {
    const template = `${sam}Resources:
  Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 7}}
${makes('Maker')}      Events:
        A: {Type: CloudWatchLogs, Properties: {LogGroupName: !Ref Logs, FilterPattern: a}}
        B: {Type: CloudWatchLogs, Properties: {LogGroupName: !Ref Logs, FilterPattern: b}}
`;
    expect(alarms(template).filter((alarm) => alarm.includes('permission'))).toEqual([]);
  });

  it('a self-managed Kafka cluster without a position', () => {
    const event = `      Events:
        Orders:
          Type: SelfManagedKafka
          Properties:
            KafkaBootstrapServers: ['a.example.com:9092']
            Topics: [orders]
            SourceAccessConfigurations: [{Type: VPC_SUBNET, URI: 'subnet:subnet-12345678'}, {Type: VPC_SECURITY_GROUP, URI: 'security_group:sg-12345678'}]`;
    const template = `${sam}Resources:
${makes('Maker')}${event}
`;
    expect(alarms(template).filter((alarm) => alarm.includes('position'))).toEqual([]);
  });

  it('the empty default of a parameter where a condition says that it is given', () => {
    const template = `${sam}Parameters:
  RoleArn: {Type: String, Default: ''}
  QueueArn: {Type: String, Default: ''}
Conditions:
  HasRole: !Not [!Equals [!Ref RoleArn, '']]
  HasQueue: !Not [!Equals [!Ref QueueArn, '']]
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
  Dead: {Type: AWS::SQS::Queue, Properties: {MessageRetentionPeriod: 1209600}}
${makes('Given')}      Role: !If [HasRole, !Ref RoleArn, !GetAtt Role.Arn]
${makes('Made')}      EventInvokeConfig:
        DestinationConfig:
          OnFailure: {Type: SQS, Destination: !If [HasQueue, !Ref QueueArn, !GetAtt Dead.Arn]}
`;
    expect(alarms(template)).toEqual([]);
    expect(alarms(template.replaceAll(/!Ref (Role|Queue)Arn, !Get/g, "!Sub '${$1Arn}', !Get"))).toEqual([]);
    expect(alarms(template.replaceAll(/!GetAtt \w+\.Arn\]/g, '!Ref AWS::NoValue]'))).toEqual([]);
    expect(alarms(template.replace(/Default: ''/, 'Default: role'))).toEqual(['22:27 cfn-value-pattern']);
  });

  const policy = (statements: string, kind = 'PolicyDocument') => `Parameters: {Stage: {Type: String}}
Conditions: {IsBranch: !Equals [!Ref Stage, branch], IsMain: !Equals [!Ref Stage, main]}
Resources:
  Docs: {Type: AWS::IAM::ManagedPolicy, Condition: IsMain, Properties: {${kind}: {Version: '2012-10-17', Statement: ${statements}}}}
`;
  const write = (bucket: string) =>
    `{Sid: Write, Effect: Allow, Action: 's3:PutObject', Resource: 'arn:aws:s3:::${bucket}/*'}`;

  it('the same statement id in branches that exclude each other', () => {
    expect(alarms(policy(`[!If [IsBranch, ${write('a')}, ${write('b')}]]`))).toEqual([]);
    expect(alarms(policy(`!If [IsBranch, [${write('a')}], [${write('b')}]]`))).toEqual([]);
    // Other conditions may exclude each other, too.
    const either = `[!If [IsBranch, ${write('a')}, !Ref AWS::NoValue], !If [IsMain, ${write('b')}, !Ref AWS::NoValue]]`;
    expect(alarms(policy(either))).toEqual([]);
    const nested = `!If [IsBranch, [${write('a')}, !If [IsMain, ${write('b')}, ${write('c')}]], []]`;
    expect(alarms(policy(nested))).toHaveLength(2);
    expect(alarms(policy(`[${write('a')}, !If [IsBranch, ${write('b')}, !Ref AWS::NoValue]]`))).toHaveLength(1);
  });

  it.each([
    ['Api', 'StageName: v1, Cors: "\'*\'", '],
    ['Api', 'StageName: v1, Auth: {DefaultAuthorizer: AWS_IAM}, '],
    ['HttpApi', 'CorsConfiguration: true, '],
    ['HttpApi', 'Auth: {EnableIamAuthorizer: true, DefaultAuthorizer: AWS_IAM}, '],
    ['HttpApi', 'Tags: {a: b}, '],
  ])('a definition of an %s that comes from S3, with %s', (type, properties) => {
    const include = '{Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://shared/api.yaml}}}';
    const template = `${sam}Resources:
  Shop: {Type: AWS::Serverless::${type}, Properties: {${properties}DefinitionBody: ${include}}}
Outputs: {Id: {Value: !Ref Shop}}
`;
    expect(alarms(template)).toEqual([]);
    const { problems } = lint(template);
    expect(problems.filter(({ code }) => code === 'definition-not-read').map(({ level }) => level)).toEqual(['info']);
  });

  it('events on an API whose definition comes from S3', () => {
    const include = '{Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://shared/api.yaml}}}';
    const event = (type: string, key: string) =>
      `${sam}Resources:
  Shop: {Type: AWS::Serverless::${type}, Properties: {${type === 'Api' ? 'StageName: v1, ' : ''}DefinitionBody: ${include}}}
${maker.replace('}\n', `, Events: {E: {Type: ${type}, Properties: {${key}: !Ref Shop, Path: /a, Method: get}}}}\n`)}`;
    expect(alarms(event('Api', 'RestApiId'))).toEqual([]);
    expect(alarms(event('HttpApi', 'ApiId'))).toEqual([]);
  });

  it('secrets in the examples of an API definition', () => {
    const template = (key: string) => `Resources:
  Shop:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        openapi: 3.0.1
        info: {title: x, version: '1'}
        paths:
          /token:
            options:
              responses:
                '200': {description: ok, content: {application/json: {${key}: {one: {value: {access_token: SlAV32hkKG}}}}}}
              x-amazon-apigateway-integration: {type: mock}
`;
    expect(alarms(template('examples'))).toEqual([]);
    expect(alarms(template('example'))).toEqual([]);
    expect(alarms(template('other'))).toEqual(['12:107 hardcoded-secret']);
  });

  it("the access key of AWS's documentation, and names of secrets", () => {
    const template = (value: string) =>
      `Resources: {T: {Type: 'AWS::Lambda::Function', Properties: {Code: {ZipFile: x}, Role: !Ref R, Environment: {Variables: {${value}}}}}}\nParameters: {R: {Type: String}}\n`;
    const secrets = (value: string) => alarms(template(value)).filter((each) => each.endsWith('hardcoded-secret'));
    expect(secrets('KEY: AKIAIOSFODNN7EXAMPLE')).toEqual([]);
    expect(secrets('DB_SECRET: orders/prod/db')).toEqual([]);
    expect(secrets('KEY: AKIAIOSFODNN7ORDERSX')).toHaveLength(1);
    expect(secrets('DB_SECRET: Orders+prod/db')).toHaveLength(1);
  });

  it('parameters that are roles, functions, switches or choices', () => {
    const template = (parameter: string, use: string) => `Parameters: {P: ${parameter}}
Resources:
  Made: {Type: Custom::Made, Properties: {${use}}}
`;
    const text = '{Type: String}';
    for (const key of ['ServiceToken', 'Credentials', 'AuthorizerCredentials', 'ClientRequestToken']) {
      expect(alarms(template(text, `${key}: !Ref P`)).filter((each) => each.endsWith('param-noecho'))).toEqual([]);
    }
    expect(alarms(template(text, 'ServiceToken: !ImportValue x, DbPassword: !Ref P'))).toEqual(['1:14 param-noecho']);
    const named = (parameter: string) =>
      alarms(`Parameters: {RotateDbSecret: ${parameter}}
Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref RotateDbSecret}}}
`);
    expect(named(text)).toEqual(['1:14 param-noecho']);
    expect(named("{Type: String, Default: 'no'}")).toEqual([]);
    expect(named("{Type: String, AllowedValues: ['yes', 'no']}")).toEqual([]);
    expect(named("{Type: String, AllowedPattern: '^arn:.*'}")).toEqual([]);
    expect(named('{Type: Number}')).toEqual([]);
    expect(named("{Type: String, Default: ''}")).toEqual(['1:14 param-noecho']);
  });

  it('what only a macro uses', () => {
    const template = (transform: string) => `Transform: ${transform}
Parameters: {Site: {Type: String}}
Conditions: {IsX: !Equals [a, b]}
Mappings: {M: {a: {b: c}}}
Resources:
  T: {Type: AWS::SNS::Topic}
`;
    expect(alarms(template('[Tracer]'))).toEqual([]);
    expect(alarms(template('[{Name: Tracer, Parameters: {site: !Ref Site}}]'))).toEqual([]);
    const include = '{Name: AWS::Include, Parameters: {Location: !Sub "s3://x/${Site}.yaml"}}';
    expect(alarms(template(`[${include}]`))).toEqual(['3:14 cfn-unused-condition', '4:12 cfn-unused-mapping']);
  });

  it('a dead-letter queue that a function reads', () => {
    const template = (more: string) => `${sam}Resources:
  Dead: {Type: AWS::SQS::Queue, Properties: {MessageRetentionPeriod: 1209600, VisibilityTimeout: 60}}
${maker.replace('}\n', ', Events: {Q: {Type: SQS, Properties: {Queue: !GetAtt Dead.Arn}}}}\n')}${more}`;
    expect(alarms(template(''))).toEqual(['3:3 esm-sqs-no-dlq']);
    for (const source of [
      'Work: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5}}}',
      'Sub: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !ImportValue T, Protocol: sqs, Endpoint: !ImportValue Q, RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn}}}',
      'Rule: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: !ImportValue F, DeadLetterConfig: {Arn: !GetAtt Dead.Arn}}]}}',
      'Fn: {Type: AWS::Serverless::Function, Properties: {Handler: index.b, Runtime: nodejs24.x, InlineCode: x, DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Dead.Arn}}}',
    ]) {
      expect(alarms(template(`  ${source}\n`)).filter((each) => each.endsWith('esm-sqs-no-dlq'))).toEqual([]);
    }
  });

  it('actions that policies of AWS itself have', () => {
    const template = (action: string) => `Resources:
  T: {Type: AWS::SNS::Topic}
  P:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref T]
      PolicyDocument: {Version: '2012-10-17', Statement: {Effect: Allow, Principal: {AWS: '*'}, Action: '${action}', Resource: !Ref T, Condition: {StringEquals: {'AWS:SourceOwner': !Ref AWS::AccountId}}}}
`;
    expect(alarms(template('SNS:Receive'))).toEqual([]);
    expect(alarms(template('SNS:Recieve'))).toEqual(['7:105 iam-unknown-action']);
  });

  it('an include from outside the folder of the template, which is a warning', () => {
    const template = `Resources:
  T: {Type: AWS::SNS::Topic, Properties: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: ../topic.yaml}}}}
`;
    const reader = { kind: () => undefined, text: () => undefined, fingerprint: () => undefined };
    const { problems } = lint(template, { path: 'template.yaml', reader });
    expect(problems.map(({ code, level }) => `${code} ${level}`)).toEqual(['include-outside warning']);
  });
});

const folder = '../shared/reports/faults';

describe.skipIf(!existsSync(folder))('the reported templates', () => {
  it.each([
    ['field-cr', ['6:16 lambda-inline-code']],
    ['field-empty', []],
    ['field-sid', []],
    ['field-s3inc', []],
    ['field-vpc', []],
    ['field-example', []],
    ['field-noecho', []],
    ['field-macro', []],
    ['field-dlqread', []],
    ['field-snsreceive', []],
    ['field-mtls', []],
  ])('%s has nothing that AWS refuses', (name, expected) => {
    expect(alarms(readFileSync(`${folder}/${name}.yaml`, 'utf8'))).toEqual(expected);
  });
});
