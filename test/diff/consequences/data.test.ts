import { describe, expect, it } from 'vitest';
import { toText } from '../../../src/diff/report/text.ts';
import { changeOf, fatesOf } from '../sides.ts';
import { said, saidBy } from './said.ts';

const one = (type: string, properties: string, attributes = '') => `Resources:
  Thing:
    Type: ${type}
${attributes}    Properties:
      ${properties}
  Other: {Type: AWS::SNS::Topic}
`;
const gone = 'Resources: {Other: {Type: AWS::SNS::Topic}}\n';
const keep = (policy: string) => `    ${policy}: Retain\n`;

describe('data-lost', () => {
  it.each([
    [
      'AWS::DynamoDB::Table',
      'TableName: a',
      'TableName: b',
      "The table 'Thing' is replaced by an empty one because 'TableName' changes: its items are lost.",
    ],
    [
      'AWS::SQS::Queue',
      'FifoQueue: false',
      'FifoQueue: true',
      "The queue 'Thing' is replaced by an empty one because 'FifoQueue' changes: its messages are lost.",
    ],
    [
      'AWS::S3::Bucket',
      'BucketName: a',
      'BucketName: b',
      "The bucket 'Thing' is replaced by an empty one because 'BucketName' changes: its objects are lost (the update fails while the bucket is not empty).",
    ],
    [
      'AWS::Logs::LogGroup',
      'LogGroupName: a',
      'LogGroupName: b',
      "The log group 'Thing' is replaced by an empty one because 'LogGroupName' changes: its log events are lost.",
    ],
    [
      'AWS::SecretsManager::Secret',
      'Name: a',
      'Name: b',
      "The secret 'Thing' is replaced by a new one because 'Name' changes: its value is lost.",
    ],
  ])('is said of %s', (type, before, after, text) => {
    expect(saidBy('data-lost', one(type, before), one(type, after))).toEqual([`error data-lost new.yaml:5 ${text}`]);
    expect(saidBy('data-lost', one(type, before), gone)[0]).toMatch(
      /^error data-lost old\.yaml:2 The .* 'Thing' is deleted: /,
    );
    expect(saidBy('data-lost', one(type, before), one(type, after, keep('UpdateReplacePolicy')))).toEqual([]);
    expect(saidBy('data-lost', one(type, before, keep('DeletionPolicy')), gone)).toEqual([]);
    expect(saidBy('data-lost', one(type, before), one(type, before).replace('Other:', 'Another:'))).toHaveLength(1);
  });

  it.each([
    ['AWS::RDS::DBInstance', 'Engine: aurora-mysql, DBClusterIdentifier: orders'],
    ['AWS::RDS::DBInstance', 'SourceDBInstanceIdentifier: orders'],
    ['AWS::RDS::DBCluster', 'Engine: mysql, ReplicationSourceIdentifier: orders'],
    ['AWS::DocDB::DBInstance', 'DBClusterIdentifier: orders'],
    ['AWS::Neptune::DBInstance', 'DBInstanceClass: db.r5.large'],
  ])('is not said of a member of a cluster and of a replica: %s {%s}', (type, properties) => {
    const name = type.endsWith('Cluster') ? 'DBClusterIdentifier' : 'DBInstanceIdentifier';
    const deleted = '    DeletionPolicy: Delete\n';
    const [before, after] = ['a', 'b'].map((id) => one(type, `{${properties}, ${name}: ${id}}`, deleted)) as [
      string,
      string,
    ];
    expect(fatesOf(before, after)).toEqual({ Thing: 'replaced' });
    expect(saidBy('data-lost', before, after)).toEqual([]);
    expect(saidBy('data-lost', before, gone)).toEqual([]);
    const kept = (text: string) => text.replace(deleted, keep('UpdateReplacePolicy'));
    expect(saidBy('data-left-behind', kept(before), kept(after))).toEqual([]);
    expect(saidBy('protection-removed', kept(before), before.replace(deleted, ''))).toEqual([]);
  });

  it('is said of an instance that is perhaps no member of a cluster', () => {
    const instance = (name: string) =>
      `Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, a]}\n${one('AWS::RDS::DBInstance', `{DBInstanceIdentifier: ${name}, Engine: mysql, DBClusterIdentifier: !If [C, orders, !Ref AWS::NoValue]}`)}`;
    expect(saidBy('data-lost', instance('a'), instance('b'))).toHaveLength(1);
    const alone = (name: string) => one('AWS::RDS::DBInstance', `{DBInstanceIdentifier: ${name}, Engine: mysql}`);
    expect(saidBy('data-lost', alone('a'), alone('b'))).toEqual([
      "error data-lost new.yaml:5 The database instance 'Thing' is replaced by an empty one because 'DBInstanceIdentifier' changes: its data are lost.",
    ]);
  });

  it.each([
    ['AWS::MSK::Cluster', 'ClusterName', "The streaming cluster 'Thing'", 'its topics and their records are lost'],
    ['AWS::AmazonMQ::Broker', 'BrokerName', "The broker 'Thing'", 'its messages are lost'],
    ['AWS::OpenSearchServerless::Collection', 'Name', "The search collection 'Thing'", 'its indexes are lost'],
    ['AWS::Timestream::Table', 'TableName', "The table 'Thing'", 'its records are lost'],
    ['AWS::MemoryDB::Cluster', 'ClusterName', "The database cluster 'Thing'", 'its data are lost'],
    [
      'AWS::S3Express::DirectoryBucket',
      'BucketName',
      "The bucket 'Thing'",
      'its objects are lost (the update fails while the bucket is not empty)',
    ],
    ['AWS::ElastiCache::ServerlessCache', 'ServerlessCacheName', "The cache 'Thing'", 'its entries are lost'],
    ['AWS::Lightsail::Database', 'RelationalDatabaseName', "The database 'Thing'", 'its data are lost'],
    ['AWS::CloudFormation::StackSet', 'StackSetName', "The stack set 'Thing'", 'all its stacks are lost'],
  ])('is said of other stores: %s', (type, property, called, lost) => {
    expect(saidBy('data-lost', one(type, `${property}: a`), gone)).toEqual([
      `error data-lost old.yaml:2 ${called} is deleted: ${lost}.`,
    ]);
    expect(saidBy('data-lost', one(type, `${property}: a`), one(type, `${property}: b`))).toEqual([
      `error data-lost new.yaml:5 ${called} is replaced by an empty one because '${property}' changes: ${lost}.`,
    ]);
  });

  it.each([
    'AWS::Cassandra::Table',
    'AWS::CloudTrail::EventDataStore',
    'AWS::CodeCommit::Repository',
    'AWS::DSQL::Cluster',
    'AWS::HealthLake::FHIRDatastore',
    'AWS::Kendra::Index',
    'AWS::S3Tables::TableBucket',
  ])('is said of a store that is deleted: %s', (type) => {
    expect(saidBy('data-lost', one(type, 'Tags: []'), gone)).toHaveLength(1);
  });

  it('is not said where a column or a trigger is added', () => {
    const table = (...columns: string[]) =>
      one(
        'AWS::Cassandra::Table',
        `{KeyspaceName: k, RegularColumns: [${columns.map((name) => `{ColumnName: ${name}, ColumnType: text}`)}]}`,
      );
    expect(fatesOf(table('a'), table('a', 'b'))).toEqual({ Thing: 'changed' });
    expect(fatesOf(table('a', 'b'), table('a'))).toEqual({ Thing: 'replaced?' });
    const repository = (event: string) =>
      one(
        'AWS::CodeCommit::Repository',
        `{RepositoryName: r, Triggers: [{Name: t, DestinationArn: 'arn:aws:sns:eu-west-1:123456789012:t', Events: [${event}]}]}`,
      );
    expect(fatesOf(repository('all'), repository('createReference'))).toEqual({ Thing: 'changed' });
  });

  it('is not said of what holds nothing', () => {
    expect(saidBy('data-lost', one('AWS::IAM::Role', 'RoleName: a'), one('AWS::IAM::Role', 'RoleName: b'))).toEqual([]);
  });

  it('is said of what gets another logical id, and of what is replaced because another one is', () => {
    const before = one('AWS::DynamoDB::Table', 'BillingMode: PAY_PER_REQUEST');
    expect(saidBy('data-lost', before, before.replace('Thing:', 'Things:'))).toEqual([
      "error data-lost new.yaml:2 The table 'Thing' is deleted and recreated as 'Things': its items are lost.",
    ]);
    const chain = (name: string) => `Resources:
  Key: {Type: AWS::IAM::Role, Properties: {RoleName: ${name}}}
  Logs: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: !Sub '/\${Key}'}}
`;
    expect(saidBy('data-lost', chain('a'), chain('b'))).toEqual([
      "error data-lost new.yaml:3 The log group 'Logs' is replaced by an empty one because 'Key' is: its log events are lost.",
    ]);
  });

  it('is not said where CloudFormation refuses the replacement', () => {
    const table = (key: string, more = '') =>
      one('AWS::DynamoDB::Table', `{TableName: a, KeySchema: [{AttributeName: ${key}, KeyType: HASH}]}`, more);
    expect(said(table('id'), table('key'))).toEqual([
      "error replacement-refused new.yaml:5 The table 'Thing' must be replaced because 'KeySchema' changes, but its name stays 'a': CloudFormation refuses to replace a resource with a fixed name.",
    ]);
    const kept = keep('UpdateReplacePolicy');
    expect(said(table('id', kept), table('key', kept)).map((line) => line.split(' ')[1])).toEqual([
      'replacement-refused',
    ]);
    const renamed = said(table('id'), table('id').replace('Thing:', 'Things:'));
    expect(renamed.map((line) => line.split(' ')[1])).toEqual(['replacement-refused', 'renamed']);
    const change = changeOf(table('id'), table('key'));
    const report = { name: 'a', from: 'b', to: 'c', change, consequences: change.consequences };
    expect(toText(report, false)).toMatch(
      /^a \(b → c\): 1 refused\n[\s\S]* {2}! Thing .*: to be replaced, which CloudFormation refuses/,
    );
  });

  it('says perhaps where a value is not known', () => {
    const named = (name: string) =>
      `Parameters: {Name: {Type: String}}\n${one('AWS::DynamoDB::Table', `TableName: ${name}`)}`;
    expect(saidBy('data-lost', named('a'), named('!Ref Name'))[0]).toContain(
      "is perhaps replaced by an empty one because 'TableName' changes: its items would be lost.",
    );
  });
});

describe('the words of advice', () => {
  it('are those of the compact spec that the template is written as', () => {
    const spec = (table: string, fn: string) => `synth: 1
functions:
  Fn: {run: a.b in s3://a/b on nodejs22.x, alias: live${fn}}
tables:
  Orders: {key: ${table}}
`;
    const cures = (before: string, after: string) => changeOf(before, after).consequences.map(({ cure }) => cure);
    expect(cures(spec('id', ''), spec('key', ''))).toEqual(["Set 'keep: true' to keep the old one."]);
    expect(cures(spec('id', ''), spec('id', ', timeout: 5s'))).toEqual([
      "Set 'publish-on: any change', so that a change of any property publishes a version.",
    ]);
  });
});

describe('data-left-behind', () => {
  it('is said where the old one is kept', () => {
    const after = one('AWS::DynamoDB::Table', 'TableName: b', keep('UpdateReplacePolicy'));
    expect(saidBy('data-left-behind', one('AWS::DynamoDB::Table', 'TableName: a'), after)).toEqual([
      "warning data-left-behind new.yaml:6 The table 'Thing' is replaced because 'TableName' changes. The new one starts empty; the old one stays outside of the stack with its items.",
    ]);
    const snapshot = after.replace('Retain', 'Snapshot');
    expect(saidBy('data-left-behind', one('AWS::DynamoDB::Table', 'TableName: a'), snapshot)[0]).toContain(
      'a snapshot of the old one is kept',
    );
    expect(
      saidBy(
        'data-left-behind',
        one('AWS::IAM::Role', 'RoleName: a'),
        one('AWS::IAM::Role', 'RoleName: b', keep('UpdateReplacePolicy')),
      ),
    ).toEqual([]);
  });
});

describe('protection-removed', () => {
  it('is said of policies that kept the data', () => {
    const kept = one('AWS::DynamoDB::Table', 'BillingMode: PAY_PER_REQUEST', keep('DeletionPolicy'));
    const free = one('AWS::DynamoDB::Table', 'BillingMode: PAY_PER_REQUEST');
    expect(saidBy('protection-removed', kept, free)).toEqual([
      "warning protection-removed new.yaml:2 The table 'Thing' loses its 'DeletionPolicy: Retain': it is now deleted when it is removed from the template.",
    ]);
    expect(saidBy('protection-removed', free, kept)).toEqual([]);
  });

  it('is said of switches', () => {
    const table = (on: boolean) => one('AWS::DynamoDB::Table', `DeletionProtectionEnabled: ${on}`);
    expect(saidBy('protection-removed', table(true), table(false))).toEqual([
      "warning protection-removed new.yaml:5 The table 'Thing' loses its deletion protection.",
    ]);
    expect(saidBy('protection-removed', table(false), table(true))).toEqual([]);
    const bucket = (block: string) =>
      one('AWS::S3::Bucket', `PublicAccessBlockConfiguration: {BlockPublicPolicy: ${block}}`);
    expect(saidBy('protection-removed', bucket('true'), bucket('false'))[0]).toContain(
      "The bucket 'Thing' can be made public by a policy.",
    );
  });
});

describe('the replicas of a global table', () => {
  const table = (...replicas: string[]) =>
    one(
      'AWS::DynamoDB::GlobalTable',
      `{BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}], Replicas: [${replicas}]}`,
    );
  const safe =
    '{Region: us-east-1, DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}}';
  const other = '{Region: eu-west-1}';
  it('have protections of their own', () => {
    expect(
      saidBy(
        'protection-removed',
        table(safe, other),
        table(safe.replace('Enabled: true, ', 'Enabled: false, '), other),
      ),
    ).toEqual(["warning protection-removed new.yaml:5 The table 'Thing' loses its deletion protection in us-east-1."]);
    expect(
      saidBy('protection-removed', table(safe), table('{Region: us-east-1, DeletionProtectionEnabled: true}')),
    ).toEqual(["warning protection-removed new.yaml:5 The table 'Thing' loses point-in-time recovery in us-east-1."]);
    expect(saidBy('protection-removed', table('{Region: us-east-1}'), table(safe))).toEqual([]);
  });

  it('are deleted where they are removed', () => {
    expect(saidBy('protection-removed', table(safe, other), table(safe))).toEqual([
      "warning protection-removed new.yaml:5 The table 'Thing' loses its replica in eu-west-1: the table there is deleted.",
    ]);
    expect(saidBy('protection-removed', table(safe), table(safe, other))).toEqual([]);
  });
});

describe('the stacks of a stack set', () => {
  const set = (accounts: string, regions: string) =>
    one(
      'AWS::CloudFormation::StackSet',
      `{StackSetName: base, PermissionModel: SELF_MANAGED, StackInstancesGroup: [{DeploymentTargets: {Accounts: [${accounts}]}, Regions: [${regions}]}]}`,
    );
  const [one1, two] = ["'111111111111'", "'222222222222'"];
  it('are deleted where it no longer deploys', () => {
    expect(saidBy('data-lost', set(one1, 'eu-central-1, eu-west-1'), set(one1, 'eu-central-1'))).toEqual([
      "error data-lost new.yaml:5 The stack set 'Thing' no longer deploys to eu-west-1: its stacks there are deleted with what they hold.",
    ]);
    expect(saidBy('data-lost', set(`${one1}, ${two}`, 'eu-west-1'), set(one1, 'eu-west-1'))).toEqual([
      "error data-lost new.yaml:5 The stack set 'Thing' no longer deploys to 222222222222 in eu-west-1: its stacks there are deleted with what they hold.",
    ]);
    expect(saidBy('data-lost', set(one1, 'eu-west-1'), set(`${one1}, ${two}`, 'eu-west-1'))).toEqual([]);
  });

  it('are perhaps deleted where a parameter says where it deploys', () => {
    const open = (text: string) => `Parameters: {P: {Type: String}}\n${text}`;
    expect(saidBy('data-lost', open(set(one1, 'eu-west-1')), open(set(one1, '!Ref P')))).toEqual([
      "error data-lost new.yaml:6 The stack set 'Thing' perhaps no longer deploys to eu-west-1: its stacks there are deleted with what they hold.",
    ]);
  });
});

describe('what is no longer behind a web ACL', () => {
  const template = (association: string) => `Resources:
  Api: {Type: AWS::AppSync::GraphQLApi, Properties: {Name: a, AuthenticationType: AWS_IAM}}
  Acl: {Type: AWS::WAFv2::WebACL, Properties: {Scope: REGIONAL, DefaultAction: {Allow: {}}, VisibilityConfig: {CloudWatchMetricsEnabled: false, MetricName: m, SampledRequestsEnabled: false}}}
${association}`;
  const association =
    '  Guard: {Type: AWS::WAFv2::WebACLAssociation, Properties: {ResourceArn: !GetAtt Api.Arn, WebACLArn: !GetAtt Acl.Arn}}\n';
  it('is an API without its association, and a distribution', () => {
    expect(said(template(association), template(''))).toEqual([
      "warning protection-removed old.yaml:4 The GraphQL API 'Api' is no longer behind a web ACL: the rules of that no longer filter its requests.",
    ]);
    expect(
      saidBy('protection-removed', template(association), template(association.replace('Guard', 'Other'))),
    ).toEqual([]);
    const cdn = (acl: string) =>
      one(
        'AWS::CloudFront::Distribution',
        `{DistributionConfig: {Enabled: true${acl}, Origins: [{Id: o, DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}], DefaultCacheBehavior: {TargetOriginId: o, ViewerProtocolPolicy: https-only, CachePolicyId: a}}}`,
      );
    const arn = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/a/b';
    expect(saidBy('protection-removed', cdn(`, WebACLId: '${arn}'`), cdn(''))).toEqual([
      "warning protection-removed new.yaml:5 The distribution 'Thing' is no longer behind a web ACL: the rules of that no longer filter its requests.",
    ]);
  });
});

describe('made-public', () => {
  it.each([
    [
      'AWS::RDS::DBInstance',
      'PubliclyAccessible: false',
      'PubliclyAccessible: true',
      "The database instance 'Thing' gets a public address: it can be reached from the internet where its security groups allow it.",
    ],
    [
      'AWS::Cognito::IdentityPool',
      'AllowUnauthenticatedIdentities: false',
      'AllowUnauthenticatedIdentities: true',
      "The identity pool 'Thing' gives anyone on the internet the credentials of its unauthenticated role, without a login.",
    ],
    [
      'AWS::AppSync::GraphQLApi',
      'AuthenticationType: AMAZON_COGNITO_USER_POOLS',
      'AuthenticationType: API_KEY',
      "The GraphQL API 'Thing' asks for no more than an API key where its schema says nothing else.",
    ],
    [
      'AWS::EKS::Cluster',
      "ResourcesVpcConfig: {PublicAccessCidrs: ['10.0.0.0/8']}",
      "ResourcesVpcConfig: {PublicAccessCidrs: ['0.0.0.0/0']}",
      "The Kubernetes cluster 'Thing' lets the whole internet reach its Kubernetes API, which asks for credentials of IAM.",
    ],
    [
      'AWS::MSK::Cluster',
      'BrokerNodeGroupInfo: {ConnectivityInfo: {PublicAccess: {Type: DISABLED}}}',
      'BrokerNodeGroupInfo: {ConnectivityInfo: {PublicAccess: {Type: SERVICE_PROVIDED_EIPS}}}',
      "The streaming cluster 'Thing' gets a public address: it can be reached from the internet where its security groups allow it.",
    ],
  ])('is said of %s', (type, closed, open, text) => {
    expect(saidBy('made-public', one(type, closed), one(type, open))).toEqual([
      `warning made-public new.yaml:5 ${text}`,
    ]);
    expect(saidBy('made-public', one(type, open), one(type, closed))).toEqual([]);
    const other = one(type, `{${open}, Tags: []}`);
    expect(saidBy('made-public', one(type, open), other)).toEqual([]);
  });

  it('is not said of what is only reached within a network, and perhaps where a condition decides', () => {
    const cluster = (access: boolean) =>
      one(
        'AWS::EKS::Cluster',
        `ResourcesVpcConfig: {EndpointPublicAccess: ${access}, PublicAccessCidrs: ['0.0.0.0/0']}`,
      );
    expect(saidBy('made-public', cluster(true), cluster(false))).toEqual([]);
    expect(saidBy('made-public', cluster(false), cluster(true))).toHaveLength(1);
    const database = (value: string) =>
      `Parameters: {P: {Type: String}}\n${one('AWS::RDS::DBInstance', `PubliclyAccessible: ${value}`)}`;
    expect(saidBy('made-public', database('!Ref P'), database('true'))).toEqual([
      "warning made-public new.yaml:6 The database instance 'Thing' perhaps gets a public address: it can be reached from the internet where its security groups allow it.",
    ]);
    expect(saidBy('made-public', database('false'), database('!Ref P'))).toEqual([]);
  });
});

describe('retention-shortened', () => {
  it('compares with what is kept without saying so', () => {
    const logs = (days: string) => one('AWS::Logs::LogGroup', `RetentionInDays: ${days}`);
    expect(saidBy('retention-shortened', logs('30'), logs('7'))).toEqual([
      "warning retention-shortened new.yaml:5 The log group 'Thing' keeps log events for 7 days instead of 30 days: older ones are deleted.",
    ]);
    expect(saidBy('retention-shortened', logs('!Ref AWS::NoValue'), logs('7'))[0]).toContain('instead of indefinitely');
    expect(saidBy('retention-shortened', logs('7'), logs('30'))).toEqual([]);
    const queue = (seconds: number) => one('AWS::SQS::Queue', `MessageRetentionPeriod: ${seconds}`);
    expect(saidBy('retention-shortened', queue(345600), queue(60))).toHaveLength(1);
    const database = (days: number) => one('AWS::RDS::DBInstance', `BackupRetentionPeriod: ${days}`);
    expect(saidBy('retention-shortened', database(7), database(0))).toEqual([
      "warning retention-shortened new.yaml:5 The database instance 'Thing' keeps no backups instead of those of 7 days: all are deleted.",
    ]);
  });
});

describe('several-index-changes', () => {
  it('is said of more than one index at once', () => {
    const table = (...indexes: string[]) =>
      one(
        'AWS::DynamoDB::Table',
        `GlobalSecondaryIndexes: [${indexes.map((name) => `{IndexName: ${name}, KeySchema: []}`).join(', ')}]`,
      );
    expect(saidBy('several-index-changes', table('a'), table('b'))).toEqual([
      "error several-index-changes new.yaml:5 The table 'Thing' changes 2 indexes at once (removed 'a', new 'b'): DynamoDB refuses more than one in an update.",
    ]);
    expect(saidBy('several-index-changes', table('a'), table('a', 'b'))).toEqual([]);
    const none = one('AWS::DynamoDB::Table', 'TableClass: STANDARD');
    expect(saidBy('several-index-changes', none, table('a', 'b'))).toEqual([
      "error several-index-changes new.yaml:5 The table 'Thing' changes 2 indexes at once (new 'a', new 'b'): DynamoDB refuses more than one in an update.",
    ]);
    expect(saidBy('several-index-changes', table('a', 'b'), none)).toEqual([
      "error several-index-changes new.yaml:2 The table 'Thing' changes 2 indexes at once (removed 'a', removed 'b'): DynamoDB refuses more than one in an update.",
    ]);
    expect(saidBy('several-index-changes', none, table('a'))).toEqual([]);
    expect(saidBy('several-index-changes', table('a'), none)).toEqual([]);
  });
});

describe('replacement-refused', () => {
  it('is said where a fixed name stays', () => {
    const table = (key: string, name = 'orders') =>
      one('AWS::DynamoDB::Table', `{TableName: ${name}, KeySchema: [{AttributeName: ${key}, KeyType: HASH}]}`);
    expect(saidBy('replacement-refused', table('a'), table('b'))).toEqual([
      "error replacement-refused new.yaml:5 The table 'Thing' must be replaced because 'KeySchema' changes, but its name stays 'orders': CloudFormation refuses to replace a resource with a fixed name.",
    ]);
    expect(saidBy('replacement-refused', table('a'), table('b', 'orders2'))).toEqual([]);
  });

  it('is said where the name of another logical id is still taken', () => {
    const queue = one('AWS::SQS::Queue', 'QueueName: orders');
    expect(saidBy('replacement-refused', queue, queue.replace('Thing', 'Things'))).toEqual([
      "error replacement-refused new.yaml:2 The queue 'Things' has the name 'orders', which 'Thing' still uses at that moment: the update fails because the name is taken.",
    ]);
  });

  it('is not said of a name that is within what is replaced, too', () => {
    const alias = (name: string) => `Resources:
  Fn: {Type: AWS::Lambda::Function, Properties: {FunctionName: ${name}, Handler: a.b}}
  Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Fn, FunctionVersion: '1', Name: live}}
`;
    expect(saidBy('replacement-refused', alias('a'), alias('b'))).toEqual([]);
  });
});

describe('name-collision', () => {
  it('is said of a new resource with the name of another one', () => {
    const before = one('AWS::SQS::Queue', 'QueueName: orders');
    const second = `${before}  Second: {Type: AWS::SQS::Queue, Properties: {QueueName: orders, DelaySeconds: 5}}\n`;
    expect(saidBy('name-collision', before, second)).toEqual([
      "error name-collision new.yaml:7 The queue 'Second' gets the name 'orders', which 'Thing' already uses: the update fails because the name is taken.",
    ]);
    expect(saidBy('name-collision', before, second.replace('orders, Delay', 'other, Delay'))).toEqual([]);
  });

  it('is said of two new ones, and of the name of one that goes in the same update', () => {
    const two = `${gone.replace('{Other: {Type: AWS::SNS::Topic}}', '')}
  Other: {Type: AWS::SNS::Topic}
  A: {Type: AWS::SQS::Queue, Properties: {QueueName: q}}
  B: {Type: AWS::SQS::Queue, Properties: {QueueName: q, DelaySeconds: 1}}
`;
    expect(saidBy('name-collision', gone, two)[0]).toContain("'B' gets the name 'q', which 'A' already uses");
  });
});

describe('renamed and type-changed', () => {
  it('are said of ids', () => {
    const queue = one('AWS::SQS::Queue', 'DelaySeconds: 5');
    expect(saidBy('renamed', queue, queue.replace('Thing', 'Things'))).toEqual([
      "warning renamed new.yaml:2 The queue 'Thing' gets the logical id 'Things': CloudFormation creates a new one, and the old one is deleted.",
    ]);
    expect(saidBy('type-changed', queue, one('AWS::SNS::Topic', 'DisplayName: a'))).toEqual([
      "error type-changed new.yaml:2 'Thing' changes its type from AWS::SQS::Queue to AWS::SNS::Topic: CloudFormation refuses the update.",
    ]);
  });
});

describe('what is generated for a renamed entry', () => {
  const fn = (id: string, event = 'Work') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Queue: {Type: AWS::SQS::Queue}
  ${id}:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      InlineCode: a
      AutoPublishAlias: live
      DeploymentPreference: {Type: AllAtOnce}
      Events:
        ${event}: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}
`;
  it('is said once, with the entry', () => {
    expect(saidBy('renamed', fn('One'), fn('Two'))).toEqual([
      "warning renamed new.yaml:4 The function 'One' gets the logical id 'Two': CloudFormation creates a new one, and the old one is deleted. The same applies to what is generated for it: 'OneDeploymentGroup', 'OneAliaslive', 'OneWork' and 'OneRole'.",
    ]);
    expect(said(fn('One'), fn('One', 'Other'))).toEqual([
      expect.stringMatching(
        /^error replacement-refused new\.yaml:13 The event source mapping 'OneOther' connects the /,
      ),
    ]);
  });

  it('is said of a rule whose names begin with its id', () => {
    const schedule = (event: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: a.b
      InlineCode: x
      Events: {${event}: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}
`;
    expect(saidBy('renamed', schedule('Nightly'), schedule('Daily'))).toEqual([
      "warning renamed new.yaml:9 What is generated for 'F' gets other logical ids ('FNightly' → 'FDaily' and 'FNightlyPermission' → 'FDailyPermission'): CloudFormation creates it anew and deletes the old.",
    ]);
    expect(saidBy('callers-gained', schedule('Nightly'), schedule('Daily'))).toEqual([]);
  });

  it('is one note for the permissions of renamed events', () => {
    const events = (...names: string[]) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      InlineCode: a
      Events:
        ${names[0]}: {Type: Api, Properties: {Path: /a, Method: get}}
        ${names[1]}: {Type: Api, Properties: {Path: /b, Method: get}}
`;
    expect(saidBy('renamed', events('A', 'B'), events('C', 'D'))).toEqual([
      "info renamed new.yaml:10 What is generated for 'Fn' gets other logical ids ('FnAPermissionProd' → 'FnCPermissionProd' and 'FnBPermissionProd' → 'FnDPermissionProd'): CloudFormation creates it anew and deletes the old.",
    ]);
  });

  it('starts no rollout, for the alias is a new one', () => {
    expect(saidBy('rollout', fn('One'), fn('Two'))).toEqual([]);
    expect(saidBy('rollout', fn('One'), fn('One').replace('InlineCode: a', 'InlineCode: b'))).toHaveLength(1);
  });
});

describe('the condition of a resource', () => {
  const table = (condition: string, value = 'a') => `Parameters: {P: {Type: String}}
Conditions: {C: !Equals [!Ref P, ${value}]}
Resources:
  Table:
    Type: AWS::DynamoDB::Table
${condition}    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{AttributeName: a, AttributeType: S}]
      KeySchema: [{AttributeName: a, KeyType: HASH}]
`;
  const conditional = '    Condition: C\n';
  it('perhaps deletes it where it is new or another', () => {
    expect(fatesOf(table(''), table(conditional))).toEqual({ Table: 'removed?' });
    expect(saidBy('data-lost', table(''), table(conditional))).toEqual([
      "error data-lost new.yaml:6 The table 'Table' is perhaps deleted because its condition changes: its items would be lost.",
    ]);
    expect(saidBy('data-lost', table(conditional), table(conditional, 'b'))).toHaveLength(1);
    const kept = `${conditional}    DeletionPolicy: Retain\n`;
    expect(saidBy('data-lost', table(kept), table(kept, 'b'))).toEqual([]);
  });

  it('perhaps adds it where there is none any more', () => {
    expect(fatesOf(table(conditional), table(''))).toEqual({ Table: 'added?' });
    expect(saidBy('data-lost', table(conditional), table(''))).toEqual([]);
  });

  it('does nothing where it asks the same or is known', () => {
    expect(
      fatesOf(table(conditional), table(conditional).replaceAll('C:', 'D:').replace('Condition: C', 'Condition: D')),
    ).toEqual({});
    expect(fatesOf(table(''), table(conditional), { parameters: { P: 'a' } })).toEqual({});
    expect(fatesOf(table(''), table(conditional), { parameters: { P: 'b' } })).toEqual({ Table: 'removed' });
  });
});

describe('attributes and indexes of a table', () => {
  const table = (type: string, projection = 'ALL', key = 'b', kind = 'GlobalSecondaryIndexes') => `Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{AttributeName: a, AttributeType: ${type}}, {AttributeName: ${key}, AttributeType: S}]
      KeySchema: [{AttributeName: a, KeyType: HASH}]
      ${kind}:
        - {IndexName: i, KeySchema: [{AttributeName: ${key}, KeyType: HASH}], Projection: {ProjectionType: ${projection}}}
`;
  it('replace it where an attribute gets another type', () => {
    expect(saidBy('data-lost', table('S'), table('N'))).toEqual([
      "error data-lost new.yaml:6 The table 'Table' is replaced by an empty one because 'AttributeDefinitions' changes: its items are lost.",
    ]);
    const simple = (type: string) =>
      `Transform: AWS::Serverless-2016-10-31\nResources:\n  Table: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: a, Type: ${type}}}}\n`;
    expect(saidBy('data-lost', simple('String'), simple('Number'))).toHaveLength(1);
    expect(saidBy('data-lost', table('S'), table('S', 'ALL', 'c'))).toEqual([]);
  });

  it('are refused where an index changes in place', () => {
    expect(saidBy('index-change-refused', table('S'), table('S', 'KEYS_ONLY'))).toEqual([
      "error index-change-refused new.yaml:9 The index 'i' of the table 'Table' changes its 'Projection': DynamoDB refuses to change that in place.",
    ]);
    expect(saidBy('index-change-refused', table('S'), table('S', 'ALL', 'c'))).toHaveLength(1);
    const renamed = table('S', 'KEYS_ONLY').replace('IndexName: i', 'IndexName: j');
    expect(saidBy('index-change-refused', table('S'), renamed)).toEqual([]);
  });
});

describe('how long things are kept', () => {
  const bucket = (rules: string) => `Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties: {LifecycleConfiguration: {Rules: [{Id: z, Status: Enabled, Prefix: z, ExpirationInDays: 9}${rules}]}}
`;
  const rule = (days: number, id = 'a') => `, {Id: ${id}, Status: Enabled, Prefix: p, ExpirationInDays: ${days}}`;
  it('is shortened by the lifecycle of a bucket', () => {
    expect(saidBy('retention-shortened', bucket(rule(365)), bucket(rule(1)))).toEqual([
      "warning retention-shortened new.yaml:4 The bucket 'Bucket' deletes objects after 1 day instead of 365: older ones are deleted.",
    ]);
    expect(saidBy('retention-shortened', bucket(''), bucket(rule(1)))).toEqual([
      expect.stringContaining('after 1 day by a new lifecycle rule'),
    ]);
    expect(saidBy('retention-shortened', bucket(rule(1)), bucket(rule(365, 'b')))).toEqual([]);
  });

  it('is shortened where backups end, without a replacement', () => {
    const instance = (days: number) =>
      `Resources:\n  Db: {Type: AWS::RDS::DBInstance, Properties: {BackupRetentionPeriod: ${days}, Engine: mysql}}\n`;
    expect(fatesOf(instance(7), instance(0))).toEqual({ Db: 'changed' });
    expect(saidBy('retention-shortened', instance(7), instance(0))).toHaveLength(1);
  });

  it('is perhaps shortened by a condition', () => {
    const logs = (days: string) =>
      `Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, a]}\nResources:\n  Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: ${days}}}\n`;
    expect(saidBy('retention-shortened', logs('30'), logs('!If [C, 1, 30]'))).toEqual([
      expect.stringContaining("The log group 'Logs' perhaps keeps log events for 1 day instead of 30 days"),
    ]);
    expect(saidBy('retention-shortened', logs('30'), logs('!If [C, 60, 30]'))).toEqual([]);
  });
});

describe('names that are swapped', () => {
  it('collide', () => {
    const queues = (one: string, other: string) =>
      `Resources:\n  U: {Type: AWS::SQS::Queue, Properties: {QueueName: ${one}}}\n  V: {Type: AWS::SQS::Queue, Properties: {QueueName: ${other}}}\n`;
    expect(saidBy('name-collision', queues('a', 'b'), queues('b', 'a'))).toEqual([
      expect.stringContaining("The queue 'U' gets the name 'b', which 'V' still uses at that moment"),
      expect.stringContaining("The queue 'V' gets the name 'a', which 'U' still uses at that moment"),
    ]);
    expect(saidBy('name-collision', queues('a', 'b'), queues('c', 'd'))).toEqual([]);
  });
});

describe('the executions of a state machine', () => {
  const machine = (type: string, more = '') =>
    one('AWS::StepFunctions::StateMachine', `{StateMachineType: ${type}, RoleArn: a}`, more);
  it('are lost when its type changes', () => {
    expect(saidBy('data-lost', machine('STANDARD'), machine('EXPRESS'))).toEqual([
      "error data-lost new.yaml:5 The state machine 'Thing' is replaced by a new one because 'StateMachineType' changes: its executions and their history are lost.",
    ]);
    expect(saidBy('data-lost', machine('EXPRESS'), machine('STANDARD'))).toHaveLength(1);
  });
});

describe('stream-replaced', () => {
  const table = (stream: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
${stream}  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      CodeUri: s3://a/b
      Events: {S: {Type: DynamoDB, Properties: {Stream: !GetAtt Orders.StreamArn, StartingPosition: LATEST}}}
`;
  const view = (type: string) => table(`      StreamSpecification:\n        StreamViewType: ${type}\n`);
  it('is said of another view, and of a stream that ends', () => {
    expect(saidBy('stream-replaced', view('NEW_IMAGE'), view('KEYS_ONLY'))).toEqual([
      "warning stream-replaced new.yaml:8 The stream of the table 'Orders' is replaced because its view becomes KEYS_ONLY instead of NEW_IMAGE: records that 'Fn' did not read yet are not processed, and the new stream has another ARN.",
    ]);
    expect(saidBy('mapping-restarts', view('NEW_IMAGE'), view('KEYS_ONLY'))).toEqual([
      "warning mapping-restarts new.yaml:15 The event source mapping 'FnS' is recreated because 'Orders.StreamArn' is and reads a DynamoDB stream from that moment on: records written in between are not processed.",
    ]);
    expect(fatesOf(view('NEW_IMAGE'), view('KEYS_ONLY'))).toEqual({
      Orders: 'changed',
      FnS: 'replaced',
    });
    const plain = (stream: string) => table(stream).split('  Fn:')[0]!;
    expect(
      saidBy('stream-replaced', plain('      StreamSpecification: {StreamViewType: NEW_IMAGE}\n'), plain('')),
    ).toEqual([
      "warning stream-replaced old.yaml:7 The stream of the table 'Orders' ends: records that were not read yet are not processed.",
    ]);
    expect(
      saidBy('stream-replaced', plain(''), plain('      StreamSpecification: {StreamViewType: NEW_IMAGE}\n')),
    ).toEqual([]);
  });
});

describe('what a service refuses to change in place', () => {
  const table = (attribute: string, on = true) =>
    one('AWS::DynamoDB::Table', `TimeToLiveSpecification: {AttributeName: ${attribute}, Enabled: ${on}}`);
  it('is the attribute of time to live while it is on', () => {
    expect(saidBy('update-refused', table('ttl'), table('exp'))).toEqual([
      "error update-refused new.yaml:5 The table 'Thing' changes the attribute of its time to live: DynamoDB refuses that while time to live is on for the old attribute.",
    ]);
    expect(saidBy('update-refused', table('ttl', false), table('exp'))).toEqual([]);
    expect(saidBy('update-refused', table('ttl'), table('ttl', false))).toEqual([]);
  });

  it('is how users of a user pool sign in', () => {
    const pool = (more: string) => one('AWS::Cognito::UserPool', `{UserPoolName: a${more}}`);
    expect(
      saidBy('update-refused', pool(', UsernameAttributes: [email]'), pool(', UsernameAttributes: [phone_number]')),
    ).toEqual([
      "error update-refused new.yaml:5 The user pool 'Thing' changes its 'UsernameAttributes', which is fixed when it is created: the service refuses the update.",
    ]);
    expect(saidBy('update-refused', pool(''), pool(', UsernameConfiguration: {CaseSensitive: false}'))).toHaveLength(1);
    expect(saidBy('update-refused', pool(''), pool(', MfaConfiguration: "OFF"'))).toEqual([]);
  });

  it('is a local secondary index', () => {
    const indexed = (names: readonly string[], projection = 'ALL') =>
      one(
        'AWS::DynamoDB::Table',
        `{BillingMode: PAY_PER_REQUEST${names.length === 0 ? '' : `, LocalSecondaryIndexes: [${names.map((name) => `{IndexName: ${name}, Projection: {ProjectionType: ${projection}}}`).join(', ')}]`}}`,
      );
    const fails = 'DynamoDB creates and deletes local indexes with their table only, and the update fails.';
    expect(saidBy('index-change-refused', indexed([]), indexed(['i', 'j']))).toEqual([
      `error index-change-refused new.yaml:5 The local secondary index 'i' of the table 'Thing' is new: ${fails}`,
      `error index-change-refused new.yaml:5 The local secondary index 'j' of the table 'Thing' is new: ${fails}`,
    ]);
    expect(saidBy('index-change-refused', indexed(['i', 'j']), indexed(['j']))).toEqual([
      `error index-change-refused new.yaml:5 The local secondary index 'i' of the table 'Thing' is removed: ${fails}`,
    ]);
    const { consequences } = changeOf(indexed(['i']), indexed(['i'], 'KEYS_ONLY'));
    expect(consequences.map(({ cure }) => cure)).toEqual([
      'Create another table with the indexes and copy the items, or use a global secondary index.',
    ]);
  });
});

describe('encryption that is switched off', () => {
  it('is a protection less', () => {
    const queue = (properties: string) => one('AWS::SQS::Queue', properties);
    const off = queue('SqsManagedSseEnabled: false');
    expect(saidBy('protection-removed', queue('SqsManagedSseEnabled: true'), off)).toEqual([
      "warning protection-removed new.yaml:5 The queue 'Thing' is no longer encrypted.",
    ]);
    expect(saidBy('protection-removed', queue('KmsMasterKeyId: alias/a'), queue('DelaySeconds: 1'))).toEqual([
      "warning protection-removed new.yaml:2 The queue 'Thing' no longer sets its encryption with 'KmsMasterKeyId'.",
    ]);
    expect(saidBy('protection-removed', queue('KmsMasterKeyId: alias/a'), queue('KmsMasterKeyId: alias/b'))).toEqual(
      [],
    );
    expect(
      saidBy(
        'protection-removed',
        queue('SqsManagedSseEnabled: true'),
        queue('{SqsManagedSseEnabled: false, KmsMasterKeyId: alias/a}'),
      ),
    ).toEqual([]);
  });
});
