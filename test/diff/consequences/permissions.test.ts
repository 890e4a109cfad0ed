import { describe, expect, it } from 'vitest';
import { toJson } from '../../../src/diff/report/json.ts';
import { toMarkdown } from '../../../src/diff/report/markdown.ts';
import { toText } from '../../../src/diff/report/text.ts';
import { changeOf } from '../sides.ts';
import { said, saidBy } from './said.ts';

const role = (statements: string, more = '', trust = '{Service: lambda.amazonaws.com}') => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: ${trust}}]}
      Policies:
        - PolicyName: one
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - {Effect: Allow, Action: logs:PutLogEvents, Resource: a}
${statements}
${more}`;
const allow = (action: string, resource: string, more = '') =>
  `              - {Effect: Allow, Action: ${action}, Resource: ${resource}${more}}`;
const queue = '  Queue: {Type: AWS::SQS::Queue}\n';

describe('permissions-gained and permissions-lost', () => {
  it('tell what is not covered by the other', () => {
    const more = role(allow('sqs:SendMessage', '!GetAtt Queue.Arn'), queue);
    expect(saidBy('permissions-gained', role('', queue), more)).toEqual([
      "warning permissions-gained new.yaml:12 The role 'Role' gains permissions: sqs:SendMessage on ${Queue.Arn}.",
    ]);
    expect(saidBy('permissions-lost', more, role('', queue))).toEqual([
      "info permissions-lost old.yaml:12 The role 'Role' loses permissions: sqs:SendMessage on ${Queue.Arn}.",
    ]);
    expect(
      saidBy(
        'permissions-gained',
        role(allow('sqs:*', 'arn:aws:sqs:::a*')),
        role(allow('sqs:SendMessage', 'arn:aws:sqs:::ab')),
      ),
    ).toEqual([]);
    expect(
      saidBy(
        'permissions-gained',
        role(allow('s3:GetObject', 'b', ', Condition: {Bool: {x: true}}')),
        role(allow('s3:GetObject', 'b')),
      ),
    ).toHaveLength(1);
    expect(
      saidBy(
        'permissions-gained',
        role(allow('s3:GetObject', 'b')),
        role(allow('s3:GetObject', 'b', ', Condition: {Bool: {x: true}}')),
      ),
    ).toEqual([]);
  });

  it('say on which condition a permission is left', () => {
    const open = role(allow('s3:GetObject', 'b'));
    const narrowed = role(allow('s3:GetObject', 'b', ', Condition: {Bool: {x: true}}'));
    expect(saidBy('permissions-lost', open, narrowed)).toEqual([
      expect.stringMatching(
        /^info permissions-lost new\.yaml:12 The role 'Role' keeps permissions in part: s3:GetObject on b becomes s3:GetObject on b if /,
      ),
    ]);
    expect(saidBy('permissions-lost', open, role(''))[0]).toContain('loses permissions: s3:GetObject on b.');
  });

  it('say what is narrowed, and reports do', () => {
    const wide = role(allow('s3:*', "'*'"));
    const narrow = role(`${allow('s3:GetObject', 'b')}\n${allow('s3:PutObject', 'b')}`);
    expect(saidBy('permissions-lost', wide, narrow)).toEqual([
      "info permissions-lost new.yaml:12 The role 'Role' keeps permissions in part: s3:* on all resources becomes s3:GetObject and s3:PutObject on b.",
    ]);
    const change = changeOf(wide, narrow);
    const diff = { name: 'a', from: 'b', to: 'c', change, consequences: [] };
    expect(toText(diff, false)).toContain('    ~ Allow s3:* on * → Allow s3:GetObject and s3:PutObject on b\n');
    expect(toMarkdown([diff])).toContain(
      '| ~ | `Role` | `s3:*` | `*` |  |\n| → | `Role` | `s3:GetObject` and `s3:PutObject` | `b` |  |\n',
    );
    expect(JSON.parse(toJson([diff])).templates[0].permissions).toMatchObject([
      {
        gained: [],
        lost: [],
        narrowed: [
          { from: { action: 's3:*', resource: '*' }, to: [{ action: 's3:GetObject' }, { action: 's3:PutObject' }] },
        ],
      },
    ]);
    // What was there before beside the wide one is not its rest.
    const both = role(`${allow('s3:*', "'*'")}\n${allow('s3:GetObject', 'b')}`);
    expect(saidBy('permissions-lost', both, role(allow('s3:GetObject', 'b')))[0]).toContain(
      'loses permissions: s3:* on',
    );
  });

  it('show ARNs of the own account as their names', () => {
    const arn = (name: string) => `!Sub 'arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:${name}'`;
    const change = changeOf(role(''), role(allow('sqs:SendMessage', arn('orders'))));
    expect(change.consequences[0]!.text).toBe("The role 'Role' gains permissions: sqs:SendMessage on orders.");
    expect(toText({ name: 'a', from: 'b', to: 'c', change, consequences: [] }, false)).toContain(
      '+ Allow sqs:SendMessage on orders\n',
    );
    const other = 'arn:aws:sqs:eu-west-1:123456789012:orders';
    expect(saidBy('permissions-gained', role(''), role(allow('sqs:SendMessage', other)))[0]).toContain(`on ${other}.`);
  });

  it.each([
    ['AWS::DynamoDB::Table', 'Arn', "'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${It}'"],
    ['AWS::SQS::Queue', 'Arn', "'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${It.QueueName}'"],
    ['AWS::S3::Bucket', 'Arn', "'arn:aws:s3:::${It}'"],
  ])('take the ARN of a %s for the same in other words', (type, attribute, text) => {
    const it = `  It: {Type: ${type}}\n`;
    const one = role(allow('"a:Do"', `!GetAtt It.${attribute}`), it);
    const other = role(allow('"a:Do"', `!Sub ${text}`), it);
    for (const [before, after] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(saidBy('permissions-gained', before, after)).toEqual([]);
      expect(saidBy('permissions-lost', before, after)).toEqual([]);
    }
    const wider = role(allow('"a:Do"', `!Sub ${text.replace(/\$\{It[.\w]*\}/, '*')}`), it);
    expect(saidBy('permissions-gained', one, wider)).toHaveLength(1);
    expect(saidBy('permissions-gained', wider, one)).toEqual([]);
    const elsewhere = role(allow('"a:Do"', `!Sub ${text.replace(/:(?:\$\{AWS::Region\})?:/, ':eu-west-3:')}`), it);
    expect(saidBy('permissions-gained', one, elsewhere)).toHaveLength(1);
    expect(saidBy('permissions-gained', one, other, { region: 'eu-west-1' })).toEqual([]);
  });

  it('count what is denied the other way round', () => {
    const denied = role(allow('s3:GetObject', 'b').replace('Allow', 'Deny'));
    expect(saidBy('permissions-gained', denied, role(''))[0]).toContain(
      'gains permissions: what was denied: s3:GetObject on b.',
    );
    expect(saidBy('permissions-lost', role(''), denied)).toHaveLength(1);
  });

  it('see policies that are attached from outside, and do not tell of new roles', () => {
    const policy = `  Policy:
    Type: AWS::IAM::Policy
    Properties: {PolicyName: p, Roles: [!Ref Role], PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: s3:GetObject, Resource: a}]}}
`;
    expect(saidBy('permissions-gained', role(''), role('', policy))[0]).toMatch(
      /^warning permissions-gained new\.yaml:15 The role 'Role' gains permissions: s3:GetObject on a\.$/,
    );
    expect(saidBy('permissions-gained', `Resources:\n${queue}`, role('', queue))).toEqual([]);
  });

  it('follow what they speak of to another logical id', () => {
    const before = role(allow('sqs:SendMessage', '!GetAtt Queue.Arn'), queue);
    expect(
      saidBy('permissions-gained', before, before.replace('Queue:', 'Orders:').replace('Queue.Arn', 'Orders.Arn')),
    ).toEqual([]);
  });

  it('read the roles of SAM functions', () => {
    const fn = (policy: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      CodeUri: s3://a/b
      Policies:
        - ${policy}: {TableName: orders}
`;
    const [gained] = saidBy('permissions-gained', fn('DynamoDBReadPolicy'), fn('DynamoDBCrudPolicy'));
    expect(gained).toMatch(/^warning permissions-gained new\.yaml:10 The role 'FnRole' gains permissions: /);
    expect(gained).toContain('dynamodb:DeleteItem');
  });
});

describe('permissions-all', () => {
  it.each([
    ['everything', allow('"*"', '"*"'), 'everything on all resources'],
    ['a service', allow('dynamodb:*', '"*"'), 'dynamodb:* on all resources'],
    ['what leads to everything', allow('iam:PassRole', '"*"'), 'iam:PassRole on all resources'],
  ])('is said of %s', (_, statement, text) => {
    expect(saidBy('permissions-all', role(''), role(statement))).toEqual([
      `error permissions-all new.yaml:12 The role 'Role' gains broad permissions: ${text}.`,
    ]);
    expect(saidBy('permissions-all', `Resources:\n${queue}`, role(statement, queue))).toHaveLength(1);
    expect(saidBy('permissions-gained', role(''), role(statement))).toEqual([]);
    expect(saidBy('permissions-all', role(statement), role(''))).toEqual([]);
  });

  it('is said of policies for administrators', () => {
    const managed = role('').replace(
      '      Policies:',
      '      ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]\n      Policies:',
    );
    expect(saidBy('permissions-all', role(''), managed)).toEqual([
      "error permissions-all new.yaml:6 The role 'Role' gains broad permissions: managed policy AdministratorAccess.",
    ]);
    const basic = managed.replace('AdministratorAccess', 'service-role/AWSLambdaBasicExecutionRole');
    expect(saidBy('permissions-all', role(''), basic)).toEqual([]);
    expect(saidBy('permissions-gained', role(''), basic)).toHaveLength(1);
  });
});

describe('trust-gained', () => {
  it('is said of who else may take a role', () => {
    const other = role('', '', '{Service: lambda.amazonaws.com, AWS: "arn:aws:iam::123456789012:root"}');
    expect(saidBy('trust-gained', role(''), other)).toEqual([
      "warning trust-gained new.yaml:5 The role 'Role' can now be assumed by the account 123456789012.",
    ]);
    expect(saidBy('trust-gained', role(''), role('', '', '"*"'))[0]).toMatch(
      /^error .* can now be assumed by anyone\.$/,
    );
    expect(saidBy('trust-gained', other, role(''))).toEqual([]);
    const lines = (principals: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              Service:
                - lambda.amazonaws.com
${principals}`;
    const more = '                - events.amazonaws.com\n              AWS: "123456789012"\n';
    expect(saidBy('trust-gained', lines(''), lines(more)).map((line) => line.split(' ')[2])).toEqual([
      'new.yaml:14',
      'new.yaml:13',
    ]);
    expect(saidBy('trust-gained', `Resources:\n${queue}`, role('', queue))).toEqual([]);
    expect(saidBy('trust-gained', `Resources:\n${queue}`, other + queue)).toHaveLength(1);
  });
});

describe('statements that say what does not count', () => {
  const statement = (text: string) => role(`              - {Effect: Allow, ${text}}`);
  const gained = (before: string, after: string) =>
    saidBy('permissions-gained', statement(before), statement(after)).map(
      (line) => line.split('gains permissions: ')[1],
    );
  const on = "Resource: '*'";

  it.each<[before: string, after: string]>([
    [`NotAction: ['iam:*'], ${on}`, `NotAction: ['iam:*', 's3:*'], ${on}`],
    [`NotAction: ['iam:Get*'], ${on}`, `NotAction: ['iam:*'], ${on}`],
    [`Action: '*', ${on}`, `NotAction: ['s3:*', 'iam:*'], ${on}`],
    [`Action: '*', ${on}`, "Action: 's3:*', NotResource: 'arn:aws:s3:::a'"],
    [`NotAction: ['iam:*'], ${on}`, `Action: ['s3:GetObject', 'sqs:*'], ${on}`],
    [`NotAction: ['iam:*'], ${on}`, "NotAction: ['iam:*'], Resource: 'arn:aws:s3:::a'"],
    [`NotAction: ['iam:*'], ${on}`, `NotAction: ['iam:*'], ${on}, Condition: {Bool: {x: true}}`],
    [
      "Action: 's3:*', NotResource: 'arn:aws:s3:::a*'",
      "Action: 's3:Get*', NotResource: ['arn:aws:s3:::a*', 'arn:aws:s3:::b']",
    ],
    ["Action: 's3:*', NotResource: 'arn:aws:s3:::a'", "Action: 's3:*', NotResource: 'arn:aws:s3:::a*'"],
    ["Action: 's3:*', NotResource: 'arn:aws:s3:::a/*'", "Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*'"],
    ["NotAction: 'iam:*', Resource: ['arn:a', 'arn:b']", "NotAction: 'iam:*', Resource: 'arn:a'"],
  ])('are covered: %s → %s', (before, after) => {
    expect(said(statement(before), statement(after)).filter((line) => !/ permissions-lost /.test(line))).toEqual([]);
    expect(saidBy('permissions-lost', statement(before), statement(after)).length).toBeGreaterThan(0);
  });

  it.each<[before: string, after: string, what: string]>([
    [`NotAction: ['iam:*', 's3:*'], ${on}`, `NotAction: ['iam:*'], ${on}`, 'NotAction [iam:*], Resource [*].'],
    [`NotAction: ['iam:*'], ${on}`, `NotAction: ['iam:Get*'], ${on}`, 'NotAction [iam:Get*], Resource [*].'],
    [`NotAction: ['iam:*'], ${on}`, `Action: 'iam:GetRole', ${on}`, 'iam:GetRole on all resources.'],
    [`NotAction: ['iam:Get*'], ${on}`, `Action: 'iam:*Role', ${on}`, 'iam:*Role on all resources.'],
    [`Action: 's3:*', ${on}`, `NotAction: 'iam:*', ${on}`, 'NotAction [iam:*], Resource [*].'],
    [
      "NotAction: 'iam:*', Resource: 'arn:a'",
      "NotAction: 'iam:*', Resource: ['arn:a', 'arn:b']",
      'NotAction [iam:*], Resource [arn:a, arn:b].',
    ],
    [
      `NotAction: 'iam:*', ${on}, Condition: {Bool: {x: true}}`,
      `NotAction: 'iam:*', ${on}`,
      'NotAction [iam:*], Resource [*].',
    ],
    [
      "Action: 's3:*', NotResource: 'arn:aws:s3:::a*'",
      "Action: 's3:*', NotResource: 'arn:aws:s3:::a'",
      'Action [s3:*], NotResource [arn:aws:s3:::a].',
    ],
    ["Action: 's3:*', NotResource: 'arn:aws:s3:::a*'", "Action: 's3:*', Resource: 'arn:aws:s3:::ab'", 's3:* on ab.'],
  ])('are not covered: %s → %s', (before, after, what) => {
    expect(gained(before, after)).toEqual([what]);
  });

  it('are kept in part', () => {
    expect(
      saidBy(
        'permissions-lost',
        statement(`NotAction: ['iam:*'], ${on}`),
        statement(`NotAction: ['iam:*', 's3:*'], ${on}`),
      ),
    ).toEqual([
      "info permissions-lost new.yaml:12 The role 'Role' keeps permissions in part: NotAction [iam:*], Resource [*] becomes NotAction [iam:*, s3:*], Resource [*].",
    ]);
  });
});

describe('callers-gained', () => {
  const policy = (principal: string, more = '') => `Resources:
${queue}  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: sqs:SendMessage, Resource: '*', Principal: ${principal}${more}}]}
  Topic: {Type: AWS::SNS::Topic}
`;
  const none = `Resources:\n${queue}  Topic: {Type: AWS::SNS::Topic}\n`;

  it('is said of resource policies', () => {
    expect(saidBy('callers-gained', none, policy('"*"'))).toEqual([
      "error callers-gained new.yaml:7 Anyone gains access to the queue 'Queue': sqs:SendMessage.",
    ]);
    const organization = ", Condition: {StringEquals: {'aws:PrincipalOrgID': o-1}}";
    expect(saidBy('callers-gained', none, policy('"*"', organization))).toEqual([
      "warning callers-gained new.yaml:7 Anyone who meets a condition gains access to the queue 'Queue': sqs:SendMessage if {StringEquals: {aws:PrincipalOrgID: [o-1]}}.",
    ]);
    expect(saidBy('callers-gained', none, policy('{AWS: "123456789012"}'))[0]).toBe(
      "warning callers-gained new.yaml:7 The account 123456789012 gains access to the queue 'Queue': sqs:SendMessage.",
    );
    const inside = ', Condition: {ArnEquals: {aws:SourceArn: !Ref Topic}}';
    expect(saidBy('callers-gained', none, policy('{Service: sns.amazonaws.com}', inside))).toEqual([]);
    expect(saidBy('callers-gained', none, policy('{Service: sns.amazonaws.com}'))[0]).toContain(
      "The service sns.amazonaws.com gains access to the queue 'Queue'",
    );
    expect(saidBy('callers-gained', policy('"*"'), none)).toEqual([]);
  });

  it.each([
    "StringEquals: {'aws:SourceOwner': !Ref AWS::AccountId}",
    "StringEquals: {'aws:SourceAccount': [!Ref AWS::AccountId]}",
    "StringLike: {'AWS:PrincipalAccount': !Ref AWS::AccountId}",
    "StringEquals: {'kms:CallerAccount': !Ref AWS::AccountId}, Bool: {'aws:SecureTransport': true}",
    "ArnLike: {'aws:SourceArn': !Sub 'arn:aws:s3:*:${AWS::AccountId}:*'}",
    "StringEquals: {'aws:PrincipalArn': !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/a'}",
  ])('is not said of a condition that only the own account meets: %s', (condition) => {
    expect(saidBy('callers-gained', none, policy('"*"', `, Condition: {${condition}}`))).toEqual([]);
  });

  it.each([
    "StringNotEquals: {'aws:SourceOwner': !Ref AWS::AccountId}",
    "StringEqualsIfExists: {'aws:SourceAccount': !Ref AWS::AccountId}",
    "'ForAllValues:StringEquals': {'aws:SourceAccount': !Ref AWS::AccountId}",
    "StringEquals: {'aws:SourceAccount': [!Ref AWS::AccountId, '123456789012']}",
    "StringEquals: {'aws:SourceAccount': '123456789012'}",
    "StringLike: {'aws:PrincipalAccount': '*'}",
    "ArnLike: {'aws:SourceArn': 'arn:aws:s3:*:*:*'}",
    "StringLike: {'aws:SourceArn': !Sub 'arn:*:${AWS::AccountId}:*'}",
  ])('is said of a condition that others meet, too: %s', (condition) => {
    expect(saidBy('callers-gained', none, policy('"*"', `, Condition: {${condition}}`))[0]).toMatch(
      /^warning callers-gained new\.yaml:7 Anyone who meets a condition gains access to the queue 'Queue': /,
    );
  });

  it('is said of permissions of functions', () => {
    const fn = (permission: string) => `Resources:
  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b}}
  Topic: {Type: AWS::SNS::Topic}
${permission}`;
    const permission = (principal: string, source = '') =>
      `  May: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Fn, Action: lambda:InvokeFunction, Principal: ${principal}${source}}}\n`;
    expect(saidBy('callers-gained', fn(''), fn(permission('"*"')))[0]).toBe(
      "error callers-gained new.yaml:4 Anyone gains access to the function 'Fn': lambda:InvokeFunction.",
    );
    expect(saidBy('callers-gained', fn(''), fn(permission('sns.amazonaws.com', ', SourceArn: !Ref Topic')))).toEqual(
      [],
    );
    expect(saidBy('callers-gained', fn(''), fn(permission('s3.amazonaws.com')))).toHaveLength(1);
  });
});

describe('the first policy of what is open without one', () => {
  const api = (more = '', method = 'AuthorizationType: NONE') => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a${more}}}
  Get: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, ${method}}}
`;
  const policy = (condition = '', key = 'Policy') =>
    `, ${key}: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'${condition}}]}`;
  const inNet = policy(", Condition: {IpAddress: {'aws:SourceIp': 10.0.0.0/8}}");

  it('takes something away from a REST API', () => {
    expect(said(api(), api(inNet)).filter((line) => !/ api-not-redeployed /.test(line))).toEqual([
      "warning endpoint-changes new.yaml:2 The REST API 'Api' gets a resource policy: clients that it does not allow can no longer call it.",
    ]);
    const hidden = ', EndpointConfiguration: {Types: [PRIVATE]}';
    const byEndpoint = policy(", Condition: {StringEquals: {'aws:SourceVpce': vpce-1}}");
    expect(saidBy('callers-gained', api(), api(hidden + byEndpoint))).toEqual([]);
    expect(saidBy('endpoint-changes', api(), api(policy()))).toEqual([]);
  });

  it('opens a private API, and one whose callers IAM decides about', () => {
    const hidden = ', EndpointConfiguration: {Types: [PRIVATE]}';
    expect(saidBy('callers-gained', api(hidden), api(hidden + policy()))).toEqual([
      "error callers-gained new.yaml:2 Anyone gains access to the REST API 'Api': execute-api:Invoke.",
    ]);
    const iam = 'AuthorizationType: AWS_IAM';
    expect(saidBy('callers-gained', api('', iam), api(policy(), iam))).toHaveLength(1);
    const users = 'AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: a';
    expect(saidBy('callers-gained', api('', users), api(policy(), users))).toEqual([]);
  });

  it('is compared with what the next one allows', () => {
    expect(saidBy('callers-gained', api(inNet), api(policy()))).toHaveLength(1);
    expect(said(api(inNet), api()).filter((line) => !/ api-not-redeployed /.test(line))).toEqual([
      "warning api-exposed new.yaml:2 The REST API 'Api' has no resource policy any more: the policy no longer limits who can call it.",
    ]);
  });

  it.each([
    [
      'AWS::EC2::VPCEndpoint',
      'VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3',
      'PolicyDocument',
      "the VPC endpoint 'E': everything",
    ],
    ['AWS::EFS::FileSystem', 'Encrypted: true', 'FileSystemPolicy', "the file system 'E': elasticfilesystem:Client*"],
  ])('narrows %s, and its removal widens', (type, properties, key, what) => {
    const thing = (more = '') => `Resources:\n  E: {Type: ${type}, Properties: {${properties}${more}}}\n`;
    const statement = (action: string) =>
      thing(
        `, ${key}: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: '${action}', Resource: '*'}]}`,
      );
    const action = type.includes('EFS') ? 'elasticfilesystem:ClientMount' : 's3:GetObject';
    expect(saidBy('callers-gained', thing(), statement(action))).toEqual([]);
    expect(saidBy('callers-gained', statement(action), thing())).toEqual([
      `error callers-gained new.yaml:2 Anyone gains access to ${what}.`,
    ]);
    expect(saidBy('callers-gained', statement('*'), thing())).toEqual([]);
  });
});

describe('a managed policy that the template attaches to nobody', () => {
  const managed = (statement: string, more = '') => `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties: {PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, ${statement}}]}${more}}
`;
  const conditional = "Action: s3:GetObject, Resource: '*', Condition: {Bool: {x: true}}";
  const free = "Action: s3:GetObject, Resource: '*'";

  it('gains and loses permissions itself', () => {
    expect(saidBy('permissions-gained', managed(conditional), managed(free))).toEqual([
      "warning permissions-gained new.yaml:4 The managed policy 'P' gains permissions: s3:GetObject on all resources.",
    ]);
    expect(
      saidBy(
        'permissions-gained',
        managed("NotAction: ['iam:*', 's3:*'], Resource: '*'"),
        managed("NotAction: ['iam:*'], Resource: '*'"),
      ),
    ).toHaveLength(1);
    expect(said(managed(free), managed(conditional)).map((line) => line.split(' ')[1])).toEqual(['permissions-lost']);
    expect(saidBy('permissions-all', managed(free), managed("Action: '*', Resource: '*'"))).toHaveLength(1);
  });

  it('is reported as its roles where it has some', () => {
    const attached = (statement: string) => managed(statement, ', Roles: [deployer]');
    expect(saidBy('permissions-gained', attached(conditional), attached(free))).toEqual([
      "warning permissions-gained new.yaml:4 'deployer' gains permissions: s3:GetObject on all resources.",
    ]);
    const named = (statement: string) =>
      `${managed(statement)}  R: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref P], AssumeRolePolicyDocument: {}}}\n`;
    expect(saidBy('permissions-gained', named(conditional), named(free))).toEqual([
      "warning permissions-gained new.yaml:4 The role 'R' gains permissions: s3:GetObject on all resources.",
    ]);
  });
});

describe('managed policies of AWS', () => {
  const named = (policy: string, more = '') =>
    `Resources:\n  R: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [${policy}], AssumeRolePolicyDocument: {}${more}}}\n`;
  const aws = (name: string) => `'arn:aws:iam::aws:policy/${name}'`;

  it('perhaps give more than those they replace', () => {
    expect(
      saidBy('permissions-gained', named(aws('AmazonDynamoDBFullAccess')), named(aws('AmazonDynamoDBReadOnlyAccess'))),
    ).toEqual([
      "warning permissions-gained new.yaml:2 The role 'R' perhaps gains permissions: managed policy AmazonDynamoDBReadOnlyAccess.",
    ]);
    expect(saidBy('permissions-gained', named(''), named(aws('AmazonDynamoDBReadOnlyAccess')))).toEqual([
      "warning permissions-gained new.yaml:2 The role 'R' gains permissions: managed policy AmazonDynamoDBReadOnlyAccess.",
    ]);
  });

  it('give nothing to a role that may do everything', () => {
    const inline =
      ", Policies: [{PolicyName: p, PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: 'sqs:*', Resource: '*'}]}}]";
    const all = named(aws('AdministratorAccess'));
    expect(said(all, named(aws('AmazonDynamoDBReadOnlyAccess'))).map((line) => line.split(' ')[1])).toEqual([
      'permissions-lost',
    ]);
    expect(said(all, named('', inline)).map((line) => line.split(' ')[1])).toEqual(['permissions-lost']);
    expect(saidBy('permissions-all', named('', inline), all)).toHaveLength(1);
    // A policy of the own account may have that name.
    expect(
      saidBy(
        'permissions-gained',
        named("'arn:aws:iam::123456789012:policy/AdministratorAccess'"),
        named(aws('ReadOnlyAccess')),
      ),
    ).toHaveLength(1);
  });
});

describe('conditional statements', () => {
  const conditional = (statement: string) => `              - !If [C, ${statement}, !Ref AWS::NoValue]`;
  const template = (statements: string) =>
    `Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, a]}\n${role(statements)}`;
  const all = conditional("{Effect: Allow, Action: '*', Resource: '*'}");

  it('perhaps give permissions, and leave the others as they are', () => {
    const found = said(template(''), template(all));
    expect(found).toEqual([
      "warning permissions-all new.yaml:14 The role 'Role' perhaps gains broad permissions: everything on all resources.",
    ]);
    expect(said(template(all), template(''))).toEqual([
      "info permissions-lost old.yaml:14 The role 'Role' perhaps loses permissions: everything on all resources.",
    ]);
  });

  it('hide nothing that is certain', () => {
    const other = conditional('{Effect: Allow, Action: sqs:SendMessage, Resource: a}');
    expect(
      said(template(`${allow('s3:Get*', "'*'")}\n${other}`), template(`${allow("'*'", "'*'")}\n${other}`)),
    ).toEqual([expect.stringContaining("error permissions-all new.yaml:14 The role 'Role' gains broad permissions")]);
    expect(
      saidBy(
        'permissions-gained',
        template(other),
        template(other.replace('- !If [C, ', '- ').replace(', !Ref AWS::NoValue]', '')),
      ),
    ).toEqual([expect.stringContaining('gains permissions: sqs:SendMessage on a.')]);
  });

  it('say the same in both branches as without a condition', () => {
    const plain = '{Effect: Allow, Action: s3:GetObject, Resource: b}';
    const both = `              - !If [C, {Effect: Allow, Action: s3:Get*, Resource: b}, ${plain}]`;
    expect(said(template(`              - ${plain}`), template(both))).toEqual([
      expect.stringContaining('perhaps gains permissions: s3:Get* on b.'),
    ]);
  });

  it('count in the policies of resources and of trust', () => {
    const policy = (statement: string) => `Parameters: {P: {Type: String}}
Conditions: {C: !Equals [!Ref P, a]}
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Statement:
          - {Effect: Allow, Action: sqs:SendMessage, Resource: '*', Principal: {AWS: '111111111111'}}
          - ${statement}
`;
    const before = policy('!Ref AWS::NoValue');
    const anyone = "{Effect: Allow, Action: 'sqs:*', Resource: '*', Principal: '*'}";
    expect(said(before, policy(`!If [C, ${anyone}, !Ref AWS::NoValue]`))).toEqual([
      expect.stringMatching(/^warning callers-gained .*Anyone perhaps gains access to the queue 'Queue': sqs:\*\.$/),
    ]);
    expect(said(before, policy(anyone.replace('Allow', '!If [C, Allow, Deny]')))).toEqual([
      expect.stringMatching(/^warning callers-gained .*Anyone perhaps gains access/),
    ]);
  });
});

describe('a denial that is removed', () => {
  it('is a consequence in the policy of a resource and in a trust policy', () => {
    const policy = (more: string) => `Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement:
          - {Effect: Allow, Action: s3:GetObject, Resource: a, Principal: {AWS: '111111111111'}}
${more}`;
    const deny =
      "          - {Effect: Deny, Action: 's3:*', Resource: a, Principal: '*', Condition: {Bool: {aws:SecureTransport: 'false'}}}\n";
    expect(saidBy('callers-gained', policy(deny), policy(''))).toEqual([
      "warning callers-gained old.yaml:10 The bucket 'Bucket' no longer denies what its policy denied before: s3:* to anyone if {Bool: {aws:SecureTransport: [false]}}.",
    ]);
    expect(saidBy('callers-gained', policy(''), policy(deny))).toEqual([]);
    const trust = (effect: string) =>
      role('').replace('Statement: [{', `Statement: [{Effect: ${effect}, Action: sts:AssumeRole, Principal: '*'}, {`);
    expect(saidBy('trust-gained', trust('Deny'), role(''))).toEqual([
      expect.stringContaining(
        "The role 'Role' no longer denies what its policy denied before: sts:AssumeRole to anyone.",
      ),
    ]);
  });

  it('has a line, and is shown as a rule that goes', () => {
    const denied = role(allow('s3:GetObject', 'b').replace('Allow', 'Deny'));
    expect(saidBy('permissions-gained', denied, role(''))).toEqual([expect.stringContaining(' old.yaml:12 ')]);
    const report = (before: string, after: string) => {
      const change = changeOf(before, after);
      return toText({ name: 'a', from: 'b', to: 'c', change, consequences: [] }, false);
    };
    expect(report(denied, role(''))).toContain('    - Deny s3:GetObject on b');
    expect(report(role(''), denied)).toContain('    + Deny s3:GetObject on b');
  });
});

describe('boundary-removed', () => {
  it('is said of roles whose boundary goes or is another', () => {
    const limited = role('').replace(
      '      Policies:',
      '      PermissionsBoundary: arn:aws:iam::111111111111:policy/a\n      Policies:',
    );
    expect(saidBy('boundary-removed', limited, role(''))).toEqual([
      "warning boundary-removed old.yaml:6 The role 'Role' loses its permissions boundary (arn:aws:iam::111111111111:policy/a): everything that its policies allow counts.",
    ]);
    expect(saidBy('boundary-removed', limited, limited.replace('policy/a', 'policy/b'))).toHaveLength(1);
    expect(saidBy('boundary-removed', role(''), limited)).toEqual([]);
  });
});

describe('the names of those who gain something', () => {
  it('are whole in sentences', () => {
    const attached = (action: string) =>
      `Resources:\n  Policy:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyName: p\n      Roles: [r]\n      PolicyDocument: {Statement: [{Effect: Allow, Action: '${action}', Resource: '*'}]}\n`;
    expect(saidBy('permissions-all', attached('s3:Get*'), attached('*'))).toEqual([
      expect.stringContaining(" 'r' gains broad permissions: everything on all resources."),
    ]);
    const managed = (arns: string) =>
      role('').replace('      Policies:', `      ManagedPolicyArns: [${arns}]\n      Policies:`);
    const withNone = `Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, a]}\n`;
    expect(
      saidBy(
        'permissions-gained',
        withNone + managed('arn:aws:iam::aws:policy/A'),
        withNone + managed('arn:aws:iam::aws:policy/A, !If [C, arn:aws:iam::aws:policy/B, !Ref AWS::NoValue]'),
      ),
    ).toEqual([expect.stringMatching(/managed policy (?:policy\/)?B\.$/)]);
  });
});

describe('permissions that count on a condition', () => {
  const wide = "{Version: '2012-10-17', Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}";
  const narrow = "{Version: '2012-10-17', Statement: [{Effect: Allow, Action: 's3:GetObject', Resource: '*'}]}";
  const template = (policies: string, more = '', condition = '') => `Parameters: {Stage: {Type: String}}
Conditions: {Prod: !Equals [!Ref Stage, prod]}
Resources:
  Role:
    Type: AWS::IAM::Role
${condition}    Properties:
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]}
      Policies: ${policies}
${more}`;
  const plain = `[{PolicyName: a, PolicyDocument: ${narrow}}]`;
  const attached = (condition: string) => `  Policy:
    Type: AWS::IAM::Policy
${condition}    Properties: {PolicyName: b, Roles: [!Ref Role], PolicyDocument: ${wide}}
`;
  const managed = (arn: string) => `    # ${arn}\n      ManagedPolicyArns: [${arn}]\n`;
  const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
  const levels = (before: string, after: string) =>
    saidBy('permissions-all', before, after).map((line) => `${line.split(' ')[0]} ${line.includes('perhaps gains')}`);

  it('are gained perhaps: in a document, an item of a list, a policy of its own, a managed policy', () => {
    const choice = (then: string, otherwise: string) => `!If [Prod, ${then}, ${otherwise}]`;
    for (const after of [
      template(`[{PolicyName: a, PolicyDocument: ${choice(wide, narrow)}}]`),
      template(
        `[{PolicyName: a, PolicyDocument: ${narrow}}, ${choice(`{PolicyName: b, PolicyDocument: ${wide}}`, '!Ref AWS::NoValue')}]`,
      ),
      template(choice(`[{PolicyName: a, PolicyDocument: ${wide}}]`, plain)),
      template(plain, attached('    Condition: Prod\n')),
      template(plain, managed(choice(admin, '!Ref AWS::NoValue'))),
    ]) {
      expect(levels(template(plain), after), after).toEqual(['warning true']);
    }
  });

  it('are gained for certain where nothing else decides', () => {
    const condition = '    Condition: Prod\n';
    expect(levels(template(plain), template(plain, attached('')))).toEqual(['error false']);
    expect(levels(template(plain), template(plain, managed(admin)))).toEqual(['error false']);
    // The role itself is there on the same condition.
    expect(levels(template(plain, '', condition), template(plain, attached(condition), condition))).toEqual([
      'error false',
    ]);
  });

  it('are gained where the condition of a policy goes', () => {
    expect(levels(template(plain, attached('    Condition: Prod\n')), template(plain, attached('')))).toEqual([
      'error false',
    ]);
  });
});

describe('a policy without principals', () => {
  it.each([
    ['AWS::IoT::Policy', 'PolicyDocument', 'IoT policy'],
    ['AWS::SSO::PermissionSet', 'InlinePolicy', 'permission set'],
  ])('gains permissions for what it is attached to, and lets in nobody else: %s', (type, property, noun) => {
    const policy = (topics: string) =>
      `Resources: {P: {Type: ${type}, Properties: {${property}: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: 'iot:Publish', Resource: [${topics}]}]}}}}\n`;
    const topic = (name: string) => `'arn:aws:iot:eu-central-1:123456789012:topic/${name}'`;
    const [one, two] = [policy(topic('a')), policy(`${topic('a')}, ${topic('b')}`)];
    expect(said(one, two)).toEqual([
      `warning permissions-gained new.yaml:1 The ${noun} 'P' gains permissions: iot:Publish on ${topic('b').replaceAll("'", '')}.`,
    ]);
    expect(said(two, one)).toEqual([
      `info permissions-lost old.yaml:1 The ${noun} 'P' loses permissions: iot:Publish on ${topic('b').replaceAll("'", '')}.`,
    ]);
  });
});
