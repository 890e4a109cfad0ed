import { describe, expect, it } from 'vitest';
import { changeOf, fatesOf } from '../sides.ts';
import { said, saidBy } from './said.ts';

const fn = (more = '', others = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      CodeUri: s3://code/orders.zip
      AutoPublishAlias: live
${more}${others}`;

describe('alias-not-moved', () => {
  it('is said where a version is not published although the function changes', () => {
    expect(saidBy('alias-not-moved', fn(), fn('      Timeout: 30\n'))).toEqual([
      "warning alias-not-moved new.yaml:10 The alias 'live' of 'Orders' stays on its current version: 'Timeout' of the function changes, but no new version is published, so callers of the alias do not see the change.",
    ]);
  });

  it('is not said where one is, where the change needs none, and for what is not new', () => {
    const all = '      AutoPublishAliasAllProperties: true\n';
    expect(saidBy('alias-not-moved', fn(all), fn(`${all}      Timeout: 30\n`))).toEqual([]);
    expect(saidBy('alias-not-moved', fn(), fn('      MemorySize: 512\n'))).toEqual([]);
    expect(saidBy('alias-not-moved', fn(), fn('      ReservedConcurrentExecutions: 5\n'))).toEqual([]);
    expect(saidBy('alias-not-moved', fn(), fn('      Tags: {a: b}\n'))).toEqual([]);
  });

  it('is said of versions that are written by hand', () => {
    const plain = (timeout: number) => `Resources:
  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b, Timeout: ${timeout}}}
  One: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Fn}}
  Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Fn, FunctionVersion: !GetAtt One.Version, Name: live}}
`;
    expect(saidBy('alias-not-moved', plain(3), plain(4))).toHaveLength(1);
  });
});

describe('alias-not-moved by a reference', () => {
  const template = (table: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: {Type: AWS::DynamoDB::Table, Properties: {${table}BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}]}}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      CodeUri: s3://code/orders.zip
      AutoPublishAlias: live
      Environment: {Variables: {TABLE: !Ref Orders}}
`;
  const found = (before: string, after: string) =>
    changeOf(before, after).consequences.filter(({ id }) => id === 'alias-not-moved');

  it('says which name of its version is deleted, and a cure that helps', () => {
    const compares =
      "SAM compares the properties as the template writes them, not the values that they refer to, with 'AutoPublishAliasAllProperties', too. Change the code or an environment variable of 'Fn' as well to publish a version.";
    expect(found(template(''), template('TableName: orders, '))).toMatchObject([
      {
        text: "The alias 'live' of 'Fn' stays on its current version: 'Environment' of the function changes, but no new version is published, so callers of the alias do not see the change. Their calls fail: that version uses the table 'Orders', which is deleted.",
        cure: compares,
        kinds: ['unmoved', 'broken'],
      },
    ]);
  });

  it('does not say so of a table that is retained, and of layers, whose content versions keep', () => {
    const retained = (text: string) =>
      text.replace('Table, Properties', 'Table, UpdateReplacePolicy: Retain, Properties');
    const [one] = found(retained(template('')), retained(template('TableName: orders, ')));
    expect(one).toMatchObject({ kinds: ['unmoved'] });
    expect(one!.text).not.toContain('deleted');
  });
});

describe('function-stopped', () => {
  const reserved = (count: number) => fn(`      ReservedConcurrentExecutions: ${count}\n`);
  it('is said of a function that gets no concurrency', () => {
    const text =
      "error function-stopped new.yaml:10 The function 'Orders' can no longer be invoked: 'ReservedConcurrentExecutions' is 0, so that Lambda throttles every call.";
    expect(saidBy('function-stopped', fn(), reserved(0))).toEqual([text]);
    expect(saidBy('function-stopped', reserved(5), reserved(0))).toEqual([text]);
    expect(saidBy('function-stopped', reserved(0), `${reserved(0)}      Timeout: 9\n`)).toEqual([]);
    expect(saidBy('function-stopped', fn(), reserved(1))).toEqual([]);
  });
});

describe('arn-changes', () => {
  const template = (name: string, role = '') =>
    fn(name).replace(
      'Resources:',
      `Resources:\n  Role: {Type: AWS::IAM::Role, Properties: {${role}AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: {Service: lambda.amazonaws.com}}]}}}`,
    );
  it('is said of a function and its aliases, and of a role', () => {
    expect(saidBy('arn-changes', template(''), template('      FunctionName: orders\n'))).toEqual([
      "warning arn-changes new.yaml:11 The function 'Orders' is recreated because 'FunctionName' changes and gets another ARN, and so does the alias 'OrdersAliaslive': callers outside of this template that use the old one no longer reach it.",
    ]);
    expect(saidBy('arn-changes', template(''), template('', 'RoleName: r, '))).toEqual([
      "warning arn-changes new.yaml:3 The role 'Role' is recreated because 'RoleName' changes and gets another ARN: policies and accounts outside of this template that use the old one no longer reach it.",
    ]);
  });

  it('is not said of what is renamed, new or only changed', () => {
    const renamed = template('').replaceAll('Orders:', 'Sales:');
    expect(saidBy('arn-changes', template(''), renamed)).toEqual([]);
    expect(saidBy('arn-changes', template(''), template('      Timeout: 9\n'))).toEqual([]);
  });
});

describe('rollout', () => {
  const preference = (type: string) => `      DeploymentPreference:
        Type: ${type}
        Alarms: [!Ref Errors]
        Hooks: {PreTraffic: !Ref Check}
`;
  const others = `  Errors: {Type: AWS::CloudWatch::Alarm, Properties: {MetricName: Errors}}
  Check: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b}}
`;
  it.each([
    [
      'Canary10Percent5Minutes',
      '10 percent of the traffic first, the rest after 5 minutes (CodeDeployDefault.LambdaCanary10Percent5Minutes)',
    ],
    [
      'Linear10PercentEvery2Minutes',
      '10 percent of the traffic every 2 minutes, 18 minutes in total (CodeDeployDefault.LambdaLinear10PercentEvery2Minutes)',
    ],
    ['AllAtOnce', 'all traffic at once (CodeDeployDefault.LambdaAllAtOnce)'],
  ])('tells the steps of %s', (type, steps) => {
    const before = fn(preference(type), others);
    expect(saidBy('rollout', before, before.replace('orders.zip', 'orders2.zip'))).toEqual([
      `info rollout new.yaml:8 The alias 'live' of 'Orders' shifts to a new version: ${steps}. 'Check' runs before the shift and can stop it. One alarm can roll it back.`,
    ]);
  });

  it('tells the steps of each configuration that a condition chooses', () => {
    const choice = `Conditions: {P: !Equals [!Ref AWS::Region, us-east-1]}\n${fn(preference('!If [P, Canary10Percent5Minutes, AllAtOnce]'), others)}`;
    expect(saidBy('rollout', choice, choice.replace('orders.zip', 'orders2.zip'))).toEqual([
      "info rollout new.yaml:9 The alias 'live' of 'Orders' shifts to a new version: 10 percent of the traffic first, the rest after 5 minutes (CodeDeployDefault.LambdaCanary10Percent5Minutes), or all traffic at once (CodeDeployDefault.LambdaAllAtOnce), as a condition decides. 'Check' runs before the shift and can stop it. One alarm can roll it back.",
    ]);
  });

  it('stands at what causes the version: a variable, a digest', () => {
    const env = `${preference('AllAtOnce')}      Environment:\n        Variables:\n          A: b\n`;
    const before = fn(env, others);
    expect(saidBy('rollout', before, before.replace('A: b', 'A: c'))[0]).toMatch(/^info rollout new\.yaml:16 /);
    const digest = `      AutoPublishCodeSha256: ${'a'.repeat(64)}\n`;
    expect(saidBy('rollout', before, fn(env + digest, others))[0]).toMatch(/^info rollout new\.yaml:17 /);
  });

  it('reads a configuration of the template, and is silent where nothing moves', () => {
    const own = `${others}  Slow:
    Type: AWS::CodeDeploy::DeploymentConfig
    Properties: {ComputePlatform: Lambda, TrafficRoutingConfig: {Type: TimeBasedLinear, TimeBasedLinear: {LinearPercentage: 25, LinearInterval: 3}}}
`;
    const before = fn(preference('!Ref Slow'), own);
    expect(saidBy('rollout', before, before.replace('orders.zip', 'orders2.zip'))[0]).toContain(
      '25 percent of the traffic every 3 minutes, 9 minutes in total (Slow)',
    );
    expect(saidBy('rollout', before, before.replace('MetricName: Errors', 'MetricName: Faults'))).toEqual([]);
    expect(saidBy('rollout', fn(), fn().replace('orders.zip', 'orders2.zip'))).toEqual([]);
  });
});

describe('version-refused', () => {
  const plain = (version: string, more = '') => `Resources:
  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b${more}}}
  ${version}: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Fn}}
  Live:
    Type: AWS::Lambda::Alias
    UpdatePolicy: {CodeDeployLambdaAliasUpdate: {ApplicationName: a, DeploymentGroupName: b}}
    Properties: {FunctionName: !Ref Fn, FunctionVersion: !GetAtt ${version}.Version, Name: live}
`;
  it('is said of a version of a function that does not change, and no rollout is', () => {
    expect(said(plain('One'), plain('Two'))).toEqual([
      "warning version-refused new.yaml:3 A new version of 'Fn' is published, but nothing of the function changes: Lambda refuses a version that equals the last one, and the update fails, unless an earlier deployment changed the function without publishing it.",
    ]);
    expect(said(plain('One'), plain('Two', ', Tags: [{Key: a, Value: b}]'))).toHaveLength(1);
    const both = plain('One').replace(
      '  Live',
      '  Two: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Fn}}\n  Live',
    );
    expect(said(plain('One'), both)[0]).toMatch(/^warning version-refused new\.yaml:4 /);
  });

  it('is not said where the function changes, or has no version yet', () => {
    expect(saidBy('version-refused', plain('One'), plain('Two', ', Timeout: 5'))).toEqual([]);
    const none = 'Resources:\n  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b}}\n';
    expect(saidBy('version-refused', none, plain('One'))).toEqual([]);
    expect(saidBy('version-refused', fn(), fn().replace('orders.zip', 'orders2.zip'))).toEqual([]);
    // SAM writes the digest into the description of the function, so that it changes.
    expect(saidBy('version-refused', fn(), fn(`      AutoPublishCodeSha256: ${'a'.repeat(64)}\n`))).toEqual([]);
  });
});

describe('what is published', () => {
  it('is perhaps new where only the place of local code is not known', () => {
    const layer = (uri: string, id: string) => `Resources:
  ${id}: {Type: AWS::Lambda::LayerVersion, Properties: {LayerName: a, Content: ${uri}}}
  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b, Layers: [!Ref ${id}]}}
`;
    const local =
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  Lay: {Type: AWS::Serverless::LayerVersion, Properties: {LayerName: a, ContentUri: lay/}}\n  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b, Layers: [!Ref Lay]}}\n';
    const before = layer('{S3Bucket: b, S3Key: k}', 'Lay0123456789').replace(
      'Properties: {LayerName',
      'DeletionPolicy: Retain, Metadata: {SamResourceId: Lay}, Properties: {LayerName',
    );
    expect(fatesOf(before, local)).toEqual({ [layerId(local)]: 'succeeded?', Fn: 'changed?' });
    expect(fatesOf(before, layer('{S3Bucket: b, S3Key: l}', 'Lay9876543210'))).toEqual({
      Lay9876543210: 'succeeded',
      Fn: 'changed',
    });
  });
});

/** The generated id of the layer of a template. */
const layerId = (template: string): string =>
  [...changeOf(template, template).after.resources.keys()].find((id) => id.startsWith('Lay'))!;

describe('function-url-public', () => {
  const url = (type: string) => fn(`      FunctionUrlConfig: {AuthType: ${type}}\n`);
  it('is said of a URL that is open, new or not', () => {
    expect(saidBy('function-url-public', url('AWS_IAM'), url('NONE'))).toEqual([
      "error function-url-public new.yaml:10 Anyone on the internet can now call 'OrdersAliaslive' through its URL; before, the URL required AWS_IAM.",
    ]);
    expect(saidBy('function-url-public', fn(), url('NONE'))[0]).toContain(
      'gets a URL through which anyone on the internet can call it.',
    );
    expect(saidBy('function-url-public', url('NONE'), url('AWS_IAM'))).toEqual([]);
    expect(saidBy('function-url-public', fn(), url('AWS_IAM'))).toEqual([]);
  });

  const plain = (type: string, permission = '') => `Resources:
  Fn: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs22.x, Handler: a.b, Role: 'arn:aws:iam::123456789012:role/x', Code: {ZipFile: x}}}
  Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Fn, AuthType: ${type}}}
${permission}`;
  const permission = (type = 'NONE') =>
    `  Anybody: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Fn, Action: lambda:InvokeFunctionUrl, Principal: '*', FunctionUrlAuthType: ${type}}}\n`;

  it('is not said where the function does not permit the calls, and said where it begins to', () => {
    expect(saidBy('function-url-public', plain('AWS_IAM'), plain('NONE'))).toEqual([]);
    expect(saidBy('function-url-public', plain('NONE'), plain('NONE', permission()))).toEqual([
      "error function-url-public new.yaml:4 Anyone on the internet can now call 'Fn' through its URL: 'Anybody' permits it.",
    ]);
    expect(saidBy('function-url-public', plain('AWS_IAM', permission()), plain('NONE', permission()))).toEqual([
      "error function-url-public new.yaml:3 Anyone on the internet can now call 'Fn' through its URL; before, the URL required AWS_IAM.",
    ]);
    expect(saidBy('function-url-public', plain('NONE'), plain('NONE', permission('AWS_IAM')))).toEqual([]);
    const policy = `  Policy: {Type: AWS::Lambda::ResourcePolicy, Properties: {ResourceArn: !GetAtt Fn.Arn, PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: 'lambda:InvokeFunctionUrl', Resource: '*', Principal: '*'}]}}}\n`;
    expect(saidBy('function-url-public', plain('AWS_IAM', policy), plain('NONE', policy))).toHaveLength(1);
  });

  it('has function-url-closed as its opposite', () => {
    expect(saidBy('function-url-closed', plain('NONE', permission()), plain('NONE'))).toEqual([
      "warning function-url-closed old.yaml:4 Lambda refuses every call of 'Fn' through its URL: 'Anybody', which permitted the calls, is removed.",
    ]);
    expect(saidBy('function-url-closed', plain('NONE', permission()), plain('NONE', permission('AWS_IAM')))).toEqual([
      "warning function-url-closed new.yaml:4 Lambda refuses every call of 'Fn' through its URL: 'Anybody', which permitted the calls, no longer permits them.",
    ]);
    expect(saidBy('function-url-closed', url('NONE'), url('AWS_IAM'))).toEqual([
      "warning function-url-closed new.yaml:10 The URL of 'OrdersAliaslive' requires AWS_IAM: callers that do not sign their requests get 403.",
    ]);
    expect(saidBy('function-url-closed', plain('NONE', permission()), fn())).toEqual([]);
  });
});

describe('mapping-restarts', () => {
  const mapping = (stream: string, position: string) => `Resources:
  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b}}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Fn
      EventSourceArn: ${stream}
      StartingPosition: ${position}
`;
  const [one, two] = ['arn:aws:kinesis:us-east-1:1:stream/one', 'arn:aws:kinesis:us-east-1:1:stream/two'];
  it('says what is left out and what is read again', () => {
    expect(saidBy('mapping-restarts', mapping(one, 'LATEST'), mapping(two, 'LATEST'))).toEqual([
      "warning mapping-restarts new.yaml:7 The event source mapping 'Mapping' is recreated because 'EventSourceArn' changes and reads a Kinesis stream from that moment on: records written in between are not processed.",
    ]);
    expect(saidBy('mapping-restarts', mapping(one, 'LATEST'), mapping(two, 'TRIM_HORIZON'))[0]).toContain(
      'from the oldest record',
    );
    const queue = (name: string) => mapping(`arn:aws:sqs:us-east-1:1:${name}`, 'LATEST');
    expect(saidBy('mapping-restarts', queue('a'), queue('b'))).toEqual([]);
  });

  it('is not said where Lambda refuses a second mapping of the same source and function', () => {
    expect(said(mapping(one, 'LATEST'), mapping(one, 'TRIM_HORIZON'))).toEqual([
      "error replacement-refused new.yaml:8 The event source mapping 'Mapping' must be replaced because 'StartingPosition' changes, but it still connects the same source and function: the update fails because there can be only one such mapping.",
    ]);
    const other = mapping(one, 'LATEST').replace('  Mapping:', '  Other:');
    expect(said(mapping(one, 'LATEST'), other)).toEqual([
      "error replacement-refused new.yaml:3 The event source mapping 'Other' connects the same source and function as 'Mapping', which is still there at that moment: the update fails because there can be only one such mapping.",
    ]);
    expect(said(mapping(one, 'LATEST'), `${mapping(one, 'LATEST')}${other.split('Handler: a.b}}\n')[1]}`)).toEqual([
      "error name-collision new.yaml:9 The event source mapping 'Other' connects the same source and function as 'Mapping': the update fails because there can be only one such mapping.",
    ]);
  });
});

describe('failure-path-removed', () => {
  const topic = '  Failed: {Type: AWS::SNS::Topic}\n';
  it('is said where a dead-letter queue or destination goes', () => {
    const before = fn('      DeadLetterQueue: {Type: SNS, TargetArn: !Ref Failed}\n', topic);
    expect(saidBy('failure-path-removed', before, fn('', topic))).toEqual([
      "warning failure-path-removed new.yaml:3 The function 'Orders' loses 'DeadLetterConfig.TargetArn': events that fail for good are dropped.",
    ]);
    expect(saidBy('failure-path-removed', fn('', topic), before)).toEqual([]);
  });

  it('is not said while the other of the two keeps what fails', () => {
    const queue = '      DeadLetterQueue: {Type: SNS, TargetArn: !Ref Failed}\n';
    const destination =
      '      EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SNS, Destination: !Ref Failed}}}\n';
    const both = fn(queue + destination, topic);
    expect(saidBy('failure-path-removed', both, fn(destination, topic))).toEqual([]);
    expect(saidBy('failure-path-removed', both, fn(queue, topic))).toEqual([]);
    expect(saidBy('failure-path-removed', both, fn('', topic))).toHaveLength(2);
  });

  it('says what becomes of the messages of a queue', () => {
    const jobs = (redrive: string) => `Resources:
  Jobs: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 1${redrive}}}
`;
    expect(
      saidBy('failure-path-removed', jobs(', RedrivePolicy: {deadLetterTargetArn: a, maxReceiveCount: 3}'), jobs('')),
    ).toEqual([
      "warning failure-path-removed new.yaml:2 The queue 'Jobs' loses 'RedrivePolicy': messages that fail return to the queue until their retention ends.",
    ]);
  });
});

describe('cost-added', () => {
  const concurrency = (count: number) =>
    fn(`      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: ${count}}\n`);
  it('counts what is added', () => {
    expect(saidBy('cost-added', concurrency(2), concurrency(5))).toEqual([
      "info cost-added new.yaml:10 The alias 'OrdersAliaslive' adds 3 instances of provisioned concurrency (5 in total), billed by the hour whether used or not.",
    ]);
    expect(saidBy('cost-added', fn(), concurrency(5))[0]).toContain('adds 5 instances');
    expect(saidBy('cost-added', concurrency(5), concurrency(2))).toEqual([]);
    const gateway = `${fn()}  Nat: {Type: AWS::EC2::NatGateway, Properties: {SubnetId: a}}\n`;
    expect(saidBy('cost-added', fn(), gateway)[0]).toContain("'Nat' adds 1 NAT gateway");
  });

  it('says that a database runs on other instances, and counts none of them as added', () => {
    const database = (size: string, more = '') =>
      `Resources: {Db: {Type: AWS::RDS::DBInstance, Properties: {DBInstanceClass: ${size}${more}}}}\n`;
    expect(saidBy('cost-added', database('db.r6g.large'), database('db.t3.micro'))).toEqual([
      "info cost-added new.yaml:1 The database instance 'Db' runs on db.t3.micro instead of db.r6g.large: the price by the hour is another.",
    ]);
    expect(saidBy('cost-added', database('db.t3.micro'), database('db.t3.micro', ', MultiAZ: true'))).toEqual([
      "info cost-added new.yaml:1 The database instance 'Db' adds 1 database instance of db.t3.micro (2 in total), billed by the hour whether used or not.",
    ]);
  });

  it('counts cache clusters', () => {
    const api = (cache: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, ${cache}DefinitionBody: {swagger: '2.0', paths: {}}}}
`;
    expect(saidBy('cost-added', api(''), api('CacheClusterEnabled: true, CacheClusterSize: "1.6", '))[0]).toContain(
      'adds 1.6 GB of API cache',
    );
  });
});

describe('a function behind an alias', () => {
  it('stays on its version where a table that it refers to is replaced', () => {
    const table = (name: string) =>
      fn(
        '      AutoPublishAlias: live\n      Environment: {Variables: {TABLE: !Ref Table}}\n',
        `  Table: {Type: AWS::DynamoDB::Table, Properties: {TableName: ${name}, BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}]}}\n`,
      );
    expect(saidBy('alias-not-moved', table('a'), table('b'))).toEqual([
      expect.stringContaining("'Environment' of the function changes, but no new version is published"),
    ]);
  });
});

describe('the cure of an alias that stays', () => {
  const all = '      AutoPublishAliasAllProperties: true\n';
  const table = (name: string, more = '', globals = '') =>
    `${globals}${fn(
      `      Environment: {Variables: {TABLE: !Ref Table}}\n${more}`,
      `  Table: {Type: AWS::DynamoDB::Table, Properties: {TableName: ${name}, BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}]}}\n`,
    )}`;
  const curesOf = (before: string, after: string) =>
    changeOf(before, after)
      .consequences.filter(({ id }) => id === 'alias-not-moved')
      .map(({ cure }) => cure);

  it.each([
    ['the function', all, ''],
    ['Globals', '', 'Globals: {Function: {AutoPublishAliasAllProperties: true}}\n'],
  ])('does not advise what %s already sets', (_, more, globals) => {
    expect(curesOf(table('a', more, globals), table('b', more, globals))).toEqual([
      expect.stringContaining("Change a property of 'Orders' as well, for example its 'Description' or its code"),
    ]);
  });

  it('is to count all properties where that is not set, and then it publishes a version', () => {
    expect(curesOf(table('a'), table('a', '      Timeout: 9\n'))).toEqual([
      "Set 'AutoPublishAliasAllProperties: true', so that a change of any property publishes a version.",
    ]);
    expect(curesOf(table('a'), table('a', `${all}      Timeout: 9\n`))).toEqual([]);
    expect(curesOf(table('a', all), table('b', `${all}      Description: next\n`))).toEqual([]);
  });
});

describe('what a function loses with a part that is removed', () => {
  const topic = '  Failed: {Type: AWS::SNS::Topic}\n';
  it('is said of a destination and of a URL', () => {
    const destination = fn(
      '      EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SNS, Destination: !Ref Failed}}}\n',
      topic,
    );
    expect(saidBy('failure-path-removed', destination, fn('', topic))).toHaveLength(1);
    const url = fn('      FunctionUrlConfig: {AuthType: AWS_IAM}\n');
    expect(saidBy('endpoint-changes', url, fn())).toEqual([
      expect.stringContaining("The URL of the function 'Orders' is removed"),
    ]);
  });

  it('reports an open URL once', () => {
    const found = said(fn(), fn('      FunctionUrlConfig: {AuthType: NONE}\n'));
    expect(found.filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringContaining('function-url-public'),
    ]);
  });
});
