import {
  boolean,
  enumOf,
  integer,
  list,
  listOf,
  literal,
  loose,
  map,
  mapOf,
  oneOf,
  strict,
  string,
} from '../../schema/property.ts';
import { s3LocationShape } from '../s3-location.ts';
import {
  capacityProviderConfigShape,
  deadLetterQueueShape,
  deploymentPreferenceShape,
  eventInvokeConfigShape,
  functionUrlConfigShape,
} from './nested-properties.ts';

const stringOrMap = oneOf(string, map);

/** The properties of `AWS::Serverless::Function`. */
export const functionProperties = {
  FunctionName: strict(stringOrMap, 'The name of the function.', { to: 'FunctionName' }),
  Handler: loose(string, 'The function within the code that is called.', { globals: true, to: 'Handler' }),
  Runtime: loose(string, 'The identifier of the runtime.', { globals: true, to: 'Runtime' }),
  CodeUri: loose(oneOf(string, s3LocationShape), 'The code: an S3 URI, an S3 location or a local path.', {
    globals: true,
  }),
  ImageUri: loose(string, 'The image in Amazon ECR.'),
  PackageType: loose(string, 'Zip or Image.', { early: true, to: 'PackageType' }),
  InlineCode: loose(string, 'The code itself.'),
  DeadLetterQueue: strict(deadLetterQueueShape, 'Where asynchronous invocations go that failed.', { globals: true }),
  Description: loose(string, 'A description.', { globals: true, to: 'Description' }),
  MemorySize: loose(integer, 'Memory in MB.', { globals: true, to: 'MemorySize' }),
  Timeout: loose(integer, 'The longest a call may take, in seconds.', { globals: true, to: 'Timeout' }),
  VpcConfig: loose(map, 'Subnets and security groups.', { globals: true, to: 'VpcConfig' }),
  Role: strict(string, 'The ARN of an execution role; one is generated without it.', { to: 'Role' }),
  AssumeRolePolicyDocument: strict(map, 'The trust policy of the generated role.', { globals: true }),
  Policies: strict(
    oneOf(string, map, listOf(stringOrMap)),
    'What the generated role may do: managed policies, statements, policy templates.',
  ),
  RolePath: loose(string, 'The path of the generated role.', { globals: true }),
  PermissionsBoundary: strict(string, 'The permissions boundary of the generated role.', { globals: true }),
  Environment: strict(mapOf(map), 'Environment variables.', { globals: true, to: 'Environment' }),
  Events: strict(map, 'What invokes the function.'),
  Tags: strict(map, 'Tags of the function.', { globals: true }),
  PropagateTags: strict(boolean, 'Gives the tags to generated resources too.', { early: true, globals: true }),
  Tracing: strict(stringOrMap, 'The X-Ray tracing mode.', { globals: true }),
  KmsKeyArn: loose(string, 'The key that encrypts environment variables.', { globals: true, to: 'KmsKeyArn' }),
  DeploymentPreference: strict(deploymentPreferenceShape, 'How CodeDeploy shifts traffic to a new version.', {
    globals: true,
  }),
  ReservedConcurrentExecutions: loose(integer, 'Concurrency kept for the function.', {
    globals: true,
    to: 'ReservedConcurrentExecutions',
  }),
  Layers: strict(listOf(stringOrMap), 'The ARNs of layer versions.', { globals: true, to: 'Layers' }),
  EventInvokeConfig: strict(eventInvokeConfigShape, 'Retries and destinations of asynchronous invocations.', {
    globals: true,
  }),
  EphemeralStorage: loose(map, 'The size of /tmp.', { globals: true, to: 'EphemeralStorage' }),
  AutoPublishAlias: strict(string, 'The alias that always points to the newest version.', {
    early: true,
    globals: true,
  }),
  AutoPublishCodeSha256: strict(string, 'Decides in place of the code location when to publish.', { early: true }),
  AutoPublishAliasAllProperties: literal(boolean, 'Publishes when any property changes.', { globals: true }),
  VersionDescription: loose(string, 'The description of published versions.'),
  ProvisionedConcurrencyConfig: loose(map, 'Provisioned concurrency of the alias.', { globals: true }),
  FileSystemConfigs: loose(list, 'Amazon EFS access points.', { globals: true, to: 'FileSystemConfigs' }),
  ImageConfig: loose(map, 'Overrides of the image.', { to: 'ImageConfig' }),
  CodeSigningConfigArn: loose(string, 'The code signing configuration.', {
    globals: true,
    to: 'CodeSigningConfigArn',
  }),
  Architectures: loose(list, 'The instruction set.', { globals: true, to: 'Architectures' }),
  SnapStart: strict(map, 'Snapshots of initialised versions.', { globals: true, to: 'SnapStart' }),
  FunctionUrlConfig: strict(functionUrlConfigShape, 'The HTTPS endpoint of the function.', { globals: true }),
  RuntimeManagementConfig: loose(map, 'When the runtime is updated.', { globals: true, to: 'RuntimeManagementConfig' }),
  LoggingConfig: loose(map, 'Log format, level and group.', { globals: true, to: 'LoggingConfig' }),
  RecursiveLoop: loose(string, 'What happens when a recursive loop is found.', { globals: true, to: 'RecursiveLoop' }),
  SourceKMSKeyArn: loose(string, 'The key that encrypts the deployment package.', { globals: true }),
  TenancyConfig: loose(map, 'Tenant isolation.', { globals: true, to: 'TenancyConfig' }),
  DurableConfig: strict(map, 'Durable execution.', { globals: true, to: 'DurableConfig' }),
  CapacityProviderConfig: strict(capacityProviderConfigShape, 'The capacity provider that runs the function.', {
    globals: true,
  }),
  FunctionScalingConfig: strict(map, 'Scaling on a capacity provider.', { globals: true, to: 'FunctionScalingConfig' }),
  PublishToLatestPublished: loose(boolean, 'Publishes to $LATEST.PUBLISHED.', {
    globals: true,
    to: 'PublishToLatestPublished',
  }),
  VersionDeletionPolicy: strict(enumOf('Delete', 'Retain'), 'The DeletionPolicy of published versions.', {
    globals: true,
  }),
} as const;
