/** What AWS managed policies allow, as far as rules ask: `*` and `?` as in policies, lower case. By name. */
const logs = ['logs:createloggroup', 'logs:createlogstream', 'logs:putlogevents'];
const interfaces = [
  'ec2:createnetworkinterface',
  'ec2:describenetworkinterfaces',
  'ec2:describesubnets',
  'ec2:deletenetworkinterface',
  'ec2:assignprivateipaddresses',
  'ec2:unassignprivateipaddresses',
];
const tracing = ['xray:puttracesegments', 'xray:puttelemetryrecords', 'xray:getsampling*'];
const kinesis = [
  'kinesis:describestream',
  'kinesis:describestreamsummary',
  'kinesis:getrecords',
  'kinesis:getsharditerator',
  'kinesis:listshards',
  'kinesis:liststreams',
  'kinesis:subscribetoshard',
];
const streams = ['dynamodb:describestream', 'dynamodb:getrecords', 'dynamodb:getsharditerator', 'dynamodb:liststreams'];
const queues = ['sqs:receivemessage', 'sqs:deletemessage', 'sqs:getqueueattributes'];

const table: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWSLambdaBasicExecutionRole', logs],
  ['AWSLambdaBasicDurableExecutionRolePolicy', [...logs, 'lambda:checkpointdurableexecution', 'lambda:getdurable*']],
  ['AWSLambdaVPCAccessExecutionRole', [...logs, ...interfaces]],
  ['AWSLambdaENIManagementAccess', interfaces],
  ['AWSLambdaKinesisExecutionRole', [...logs, ...kinesis]],
  ['AWSLambdaDynamoDBExecutionRole', [...logs, ...streams]],
  ['AWSLambdaSQSQueueExecutionRole', [...logs, ...queues]],
  ['AWSLambdaMSKExecutionRole', [...logs, 'kafka:*', ...interfaces, 'ec2:describevpcs', 'ec2:describesecuritygroups']],
  ['AWSLambdaInvocation-DynamoDB', ['lambda:invokefunction', ...streams]],
  ['AWSLambdaRole', ['lambda:invokefunction']],
  ['AWSLambda_FullAccess', ['lambda:*', 'xray:gettracesummaries', 'xray:batchgettraces', 'ec2:describe*']],
  ['AWSXRayDaemonWriteAccess', tracing],
  ['AWSXrayWriteOnlyAccess', tracing],
  ['AWSXrayReadOnlyAccess', []],
  ['AWSXrayFullAccess', ['xray:*']],
  ['CloudWatchLambdaInsightsExecutionRolePolicy', logs],
  ['CloudWatchLambdaApplicationSignalsExecutionRolePolicy', [...logs, 'xray:puttracesegments']],
  ['CloudWatchLogsFullAccess', ['logs:*', 'cloudwatch:*']],
  ['CloudWatchFullAccess', ['logs:*', 'cloudwatch:*', 'sns:*', 'events:*']],
  ['CloudWatchFullAccessV2', ['logs:*', 'cloudwatch:*', 'sns:*']],
  ['CloudWatchLogsReadOnlyAccess', []],
  ['CloudWatchAgentServerPolicy', [...logs, ...tracing, 'cloudwatch:putmetricdata']],
  ['AmazonSQSFullAccess', ['sqs:*']],
  ['AmazonSQSReadOnlyAccess', ['sqs:getqueueattributes', 'sqs:getqueueurl', 'sqs:list*']],
  ['AmazonSNSFullAccess', ['sns:*']],
  ['AmazonSNSReadOnlyAccess', []],
  ['AmazonS3FullAccess', ['s3:*', 's3-object-lambda:*']],
  ['AmazonS3ReadOnlyAccess', ['s3:get*', 's3:list*']],
  ['AmazonDynamoDBFullAccess', ['dynamodb:*', 'dax:*', 'kinesis:liststreams', 'kinesis:describestream*', 'lambda:*']],
  ['AmazonDynamoDBFullAccess_v2', ['dynamodb:*', 'dax:*', 'kinesis:liststreams', 'kinesis:describestream*']],
  ['AmazonDynamoDBReadOnlyAccess', ['dynamodb:describe*', 'dynamodb:list*', 'dynamodb:get*', 'dynamodb:query']],
  ['AmazonKinesisFullAccess', ['kinesis:*']],
  ['AmazonKinesisReadOnlyAccess', ['kinesis:get*', 'kinesis:list*', 'kinesis:describe*']],
  ['AmazonEC2FullAccess', ['ec2:*', 'cloudwatch:*', 'autoscaling:*']],
  ['AmazonVPCFullAccess', ['ec2:*']],
  ['AmazonRDSFullAccess', ['rds:*', 'ec2:describe*', 'sns:*', 'logs:describelogstreams', 'logs:getlogevents']],
  ['AmazonRDSDataFullAccess', ['rds-data:*', 'secretsmanager:*']],
  ['AmazonSSMReadOnlyAccess', ['ssm:describe*', 'ssm:get*', 'ssm:list*']],
  ['AmazonSESFullAccess', ['ses:*']],
  ['AmazonCognitoPowerUser', ['cognito-idp:*', 'cognito-identity:*']],
  ['AmazonEventBridgeFullAccess', ['events:*', 'schemas:*', 'scheduler:*', 'pipes:*']],
  ['AWSStepFunctionsFullAccess', ['states:*']],
  ['SecretsManagerReadWrite', ['secretsmanager:*', 'lambda:*']],
  ['AmazonAPIGatewayInvokeFullAccess', ['execute-api:*']],
  ['AmazonAPIGatewayPushToCloudWatchLogs', ['logs:*']],
  ['AdministratorAccess', ['*']],
  ['PowerUserAccess', ['*']],
]);

/** The name of an AWS managed policy in its ARN; undefined for any other text. */
export const awsPolicyName = (arn: string): string | undefined =>
  /^arn:[^:]*:iam::aws:policy\/(?:[\w-]+\/)*([\w+=,.@-]+)$/.exec(arn)?.[1];

/** What an AWS managed policy allows; undefined where that is not known here. */
export const awsPolicyActions = (name: string): readonly string[] | undefined => table.get(name);
