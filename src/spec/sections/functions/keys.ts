import { access } from '../../access/access.ts';
import { destination } from '../../codecs/destination.ts';
import { free } from '../../codecs/free.ts';
import { listOf } from '../../codecs/lists.ts';
import { namedList } from '../../codecs/named-list.ts';
import { record } from '../../codecs/records.ts';
import { reference } from '../../codecs/reference.ts';
import { asInSam, choice, decimal, flag, offering, text, whole } from '../../codecs/scalars.ts';
import { single } from '../../codecs/single.ts';
import { named, to } from '../../codecs/targets.ts';
import { days, megabytes, seconds } from '../../codecs/units.ts';
import { variables } from '../../codecs/variables.ts';
import { eventsOf } from '../../events/index.ts';
import { type Key, property } from '../../language/key.ts';
import { aliasKeys } from './aliases.ts';
import { codeKeys } from './code.ts';
import { hook } from './hook.ts';
import { logs } from './logs.ts';
import { functionUrl, vpc } from './network.ts';
import { rollout } from './rollout.ts';
import { run } from './run.ts';

const target = destination({
  kinds: ['queue', 'topic', 'function', 'bus', 'bucket'],
  arn: 'Destination',
  makes: true,
});

const asynchronous = record(
  'asynchronous calls',
  [
    property('retries', 'MaximumRetryAttempts', whole('0, 1 or 2'), 'How often a failed call is tried again.', '1'),
    property('max-age', 'MaximumEventAgeInSeconds', seconds, 'How long a call waits at most.', '1h'),
    property('on-success', 'DestinationConfig.OnSuccess', target, 'Where results go.', ['Done', 'new topic']),
    property('on-failure', 'DestinationConfig.OnFailure', target, 'Where calls go that failed.', [
      'Failed',
      'new queue',
    ]),
  ],
  { synonyms: { 'maximum-retry-attempts': 'retries', 'maximum-event-age': 'max-age', destinations: 'on-success' } },
);

const imageConfig = record('the settings of an image', [
  property('command', 'Command', listOf(text), 'What is run, in place of what the image says.', '[app.handler]'),
  property('entry-point', 'EntryPoint', listOf(text), 'The entry point, likewise.', '[/lambda-entrypoint.sh]'),
  property('folder', 'WorkingDirectory', text, 'The working folder, likewise.', '/var/task'),
]);

const capacity = record('a capacity provider and its use', [
  property('provider', 'Arn', named('capacityProvider', 'arn'), 'The capacity provider.', 'Machines'),
  property('concurrency', 'PerExecutionEnvironmentMaxConcurrency', whole(), 'The most calls in one environment.', '10'),
  property('memory-per-cpu', 'ExecutionEnvironmentMemoryGiBPerVCpu', decimal, 'GiB of memory for each vCPU.', '4'),
]);

const durable = record('durable execution', [
  property('timeout', 'ExecutionTimeout', seconds, 'The longest that it may take as a whole.', '1d'),
  property('retention', 'RetentionPeriodInDays', days, 'How long its history is kept.', '14d'),
]);

/** What a function can say beside its code. */
export const functionKeys: readonly Key[] = [
  property(
    'name',
    'FunctionName',
    text,
    'The name of the function. Without it CloudFormation makes one.',
    'orders-${Stage}-report',
  ),
  property('description', 'Description', text, 'What it does.', 'Reports on the orders of the day.'),
  run,
  ...codeKeys,
  property('handler', 'Handler', text, 'What is called in the code.', 'index.handler'),
  property('runtime', 'Runtime', text, 'The runtime.', 'nodejs22.x'),
  property(
    'architecture',
    'Architectures',
    single(offering(text, 'arm64', 'x86_64')),
    'The instruction set: `arm64` or `x86_64`.',
    'arm64',
    { perEntry: true },
  ),
  property('memory', 'MemorySize', megabytes, 'Memory.', ['256MB', '1GB']),
  property('timeout', 'Timeout', seconds, 'The longest that a call may take.', ['10s', '15m']),
  property('tmp', 'EphemeralStorage.Size', megabytes, 'The size of /tmp.', '2GB'),
  property('image-config', 'ImageConfig', imageConfig, 'What is run in a container image.', '{command: [app.handler]}'),
  property(
    'env',
    'Environment.Variables',
    variables,
    'Environment variables.',
    '{STAGE: "${Stage}", ORDERS: "${Orders}"}',
  ),
  property('layers', 'Layers', listOf(named('layer', 'arn')), 'Layers, lowest first.', [
    'Shared',
    '[Shared, "arn:aws:lambda:eu-central-1:123456789012:layer:tools:3"]',
  ]),
  property(
    'access',
    'Policies',
    access,
    'What the generated role may do: names with verbs, managed policies, policy templates, statements. What it may do with a bucket that starts the function becomes a policy of its own, `<Function>Access`: in the role it would make the two wait for each other.',
    [
      '{Orders: write, Jobs: send}',
      '[AWSLambdaExecute, {Orders: [read, write]}]',
      "{allow: 's3:ListAllMyBuckets', resource: '*'}",
    ],
  ),
  property('role', 'Role', named('role', 'arn'), 'The role, in place of a generated one.', 'OrderRole'),
  property('role-path', 'RolePath', text, 'The path of the generated role.', '/shop/'),
  property(
    'boundary',
    'PermissionsBoundary',
    named('managedPolicy', 'arn'),
    'The permissions boundary of the generated role.',
    'Boundary',
  ),
  property(
    'trust',
    'AssumeRolePolicyDocument',
    asInSam,
    'The trust policy of the generated role, as in SAM.',
    '{Version: "2012-10-17", Statement: []}',
  ),
  property('vpc', 'VpcConfig', vpc, 'The network that it works in.', '{subnets: Subnets, security-groups: Groups}', {
    perEntry: true,
  }),
  property(
    'mount',
    'FileSystemConfigs',
    namedList('LocalMountPath', 'Arn', reference(to.accessPoint('arn')), 'a map from mount paths to access points'),
    'Access points of Amazon EFS, by the folder that they are mounted at.',
    '{/mnt/data: Files}',
  ),
  property(
    'tracing',
    'Tracing',
    choice({ active: 'Active', 'pass-through': 'PassThrough', disabled: 'Disabled' }),
    'Whether AWS X-Ray traces it.',
    'active',
  ),
  property(
    'reserved',
    'ReservedConcurrentExecutions',
    whole(),
    'Concurrency that is kept for it, and that it cannot go beyond.',
    '10',
  ),
  property(
    'provisioned',
    'ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions',
    whole(),
    'Environments of the alias that are kept ready.',
    '5',
  ),
  property(
    'async',
    'EventInvokeConfig',
    asynchronous,
    'What becomes of asynchronous calls.',
    '{retries: 1, max-age: 1h, on-failure: Failed}',
  ),
  property(
    'dead-letter',
    'DeadLetterQueue',
    destination({ kinds: ['queue', 'topic'], arn: 'TargetArn' }),
    'Where asynchronous calls go that failed.',
    ['Failed', '{topic: "${AlertsArn}"}'],
  ),
  property('url', 'FunctionUrlConfig', functionUrl, 'An HTTPS endpoint of its own.', [
    'public',
    'iam',
    '{auth: iam, cors: "*", stream: true}',
  ]),
  property('logs', 'LoggingConfig', logs, 'Where and how it logs.', [
    '{format: json, level: info}',
    '{retention: 30d}',
  ]),
  property(
    'snapstart',
    'SnapStart.ApplyOn',
    flag('PublishedVersions', 'None'),
    'Whether new versions start from a snapshot.',
    'true',
  ),
  property(
    'encryption-key',
    'KmsKeyArn',
    named('key', 'arn'),
    'The KMS key that encrypts environment variables.',
    'Secrets',
  ),
  property('code-key', 'SourceKMSKeyArn', named('key', 'arn'), 'The KMS key that encrypts the package.', 'Secrets'),
  property(
    'code-signing',
    'CodeSigningConfigArn',
    named('codeSigning', 'arn'),
    'The code signing configuration.',
    'Signing',
  ),
  ...aliasKeys,
  property(
    'publish-on',
    'AutoPublishAliasAllProperties',
    choice({ 'any change': true, 'code changes': false }),
    'When a version is published.',
    'any change',
  ),
  property(
    'code-hash',
    'AutoPublishCodeSha256',
    text,
    'Tells in place of the code whether it has changed.',
    '6b86b273ff34fce1',
  ),
  property('version-description', 'VersionDescription', text, 'The description of published versions.', 'Release 12.'),
  property(
    'old-versions',
    'VersionDeletionPolicy',
    choice({ keep: 'Retain', delete: 'Delete' }),
    'What becomes of a version that a newer one replaces.',
    'delete',
  ),
  property('rollout', 'DeploymentPreference', rollout, 'How traffic moves to a new version.', [
    'canary 10% for 5m',
    '{shift: linear 10% every 1m, alarms: PlaceOrderErrors, before: CheckOrder}',
    'none',
  ]),
  hook,
  property(
    'runtime-updates',
    'RuntimeManagementConfig',
    asInSam,
    'When the runtime is updated, as in SAM.',
    '{UpdateRuntimeOn: Auto}',
  ),
  property(
    'recursion',
    'RecursiveLoop',
    choice({ allow: 'Allow', terminate: 'Terminate' }),
    'What Lambda does with a recursive loop.',
    'allow',
  ),
  property(
    'tenancy',
    'TenancyConfig.TenantIsolationMode',
    choice({ 'per-tenant': 'PER_TENANT' }),
    'Whether tenants are isolated.',
    'per-tenant',
  ),
  property('durable', 'DurableConfig', durable, 'Durable execution.', '{timeout: 1d, retention: 14d}'),
  property(
    'capacity',
    'CapacityProviderConfig',
    capacity,
    'The capacity provider that runs it.',
    '{provider: Machines}',
  ),
  property('scaling', 'FunctionScalingConfig', free, 'Its scaling there, as in SAM.', '{MinExecutionEnvironments: 1}'),
  property('publish-latest', 'PublishToLatestPublished', flag(), 'Publishes to $LATEST.PUBLISHED.', 'true'),
  property('propagate-tags', 'PropagateTags', flag(), 'Gives the tags to what SAM generates too.', 'true'),
  property('events', 'Events', eventsOf('function'), 'What starts it.', [
    '[POST /orders]',
    '[{queue: Jobs, batch: 5}]',
    '{Nightly: daily at 03:00}',
  ]),
];

/** Words of other tools for keys of functions. */
export const functionSynonyms = {
  'function-name': 'name',
  codeuri: 'code',
  'code-uri': 'code',
  'memory-size': 'memory',
  environment: 'env',
  variables: 'env',
  policies: 'access',
  permissions: 'access',
  'permissions-boundary': 'boundary',
  'ephemeral-storage': 'tmp',
  'vpc-config': 'vpc',
  architectures: 'architecture',
  'reserved-concurrency': 'reserved',
  'provisioned-concurrency': 'provisioned',
  concurrency: 'reserved',
  dlq: 'dead-letter',
  'dead-letter-queue': 'dead-letter',
  'function-url': 'url',
  'deployment-preference': 'rollout',
  deployment: 'rollout',
  'auto-publish-alias': 'alias',
  'event-invoke-config': 'async',
  'async-invoke': 'async',
  'kms-key': 'encryption-key',
  'log-group': 'logs',
  type: 'runtime',
  trigger: 'events',
  triggers: 'events',
  files: 'mount',
} as const;
