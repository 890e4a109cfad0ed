// Ties properties of CloudFormation's types to the enums of the AWS SDK, for the registry's schemas leave many out, and
// writes scripts/specs/enums.json. The SDK's clients are too large to be dependencies, so this runs by hand, with the
// network, when the data are to be renewed: node scripts/collect-enums.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { constraintsOf } from './specs/constraints.mjs';

/** The client of each service by CloudFormation's name of it, without `client-`. */
const clients = {
  ACMPCA: 'acm-pca',
  AmazonMQ: 'mq',
  Amplify: 'amplify',
  ApiGateway: 'api-gateway',
  ApiGatewayV2: 'apigatewayv2',
  AppConfig: 'appconfig',
  ApplicationAutoScaling: 'application-auto-scaling',
  AppRunner: 'apprunner',
  AppSync: 'appsync',
  Athena: 'athena',
  AutoScaling: 'auto-scaling',
  Backup: 'backup',
  Batch: 'batch',
  Budgets: 'budgets',
  CertificateManager: 'acm',
  CloudFormation: 'cloudformation',
  CloudFront: 'cloudfront',
  CloudTrail: 'cloudtrail',
  CloudWatch: 'cloudwatch',
  CodeBuild: 'codebuild',
  CodeCommit: 'codecommit',
  CodeDeploy: 'codedeploy',
  CodePipeline: 'codepipeline',
  Cognito: 'cognito-identity-provider',
  Config: 'config-service',
  DAX: 'dax',
  DirectoryService: 'directory-service',
  DLM: 'dlm',
  DocDB: 'docdb',
  DynamoDB: 'dynamodb',
  EC2: 'ec2',
  ECR: 'ecr',
  ECS: 'ecs',
  EFS: 'efs',
  EKS: 'eks',
  ElastiCache: 'elasticache',
  ElasticBeanstalk: 'elastic-beanstalk',
  ElasticLoadBalancing: 'elastic-load-balancing',
  ElasticLoadBalancingV2: 'elastic-load-balancing-v2',
  Elasticsearch: 'elasticsearch-service',
  EMR: 'emr',
  Events: 'eventbridge',
  FSx: 'fsx',
  GlobalAccelerator: 'global-accelerator',
  Glue: 'glue',
  GuardDuty: 'guardduty',
  IAM: 'iam',
  Inspector: 'inspector',
  IoT: 'iot',
  Kinesis: 'kinesis',
  KinesisAnalyticsV2: 'kinesis-analytics-v2',
  KinesisFirehose: 'firehose',
  KMS: 'kms',
  LakeFormation: 'lakeformation',
  Lambda: 'lambda',
  Logs: 'cloudwatch-logs',
  MSK: 'kafka',
  Neptune: 'neptune',
  OpenSearchService: 'opensearch',
  OpsWorks: 'opsworks',
  Organizations: 'organizations',
  Pipes: 'pipes',
  RAM: 'ram',
  RDS: 'rds',
  Redshift: 'redshift',
  Route53: 'route-53',
  Route53Resolver: 'route53resolver',
  S3: 's3',
  SageMaker: 'sagemaker',
  Scheduler: 'scheduler',
  SecretsManager: 'secrets-manager',
  ServiceCatalog: 'service-catalog',
  ServiceDiscovery: 'servicediscovery',
  SES: 'sesv2',
  Signer: 'signer',
  SNS: 'sns',
  SQS: 'sqs',
  SSM: 'ssm',
  StepFunctions: 'sfn',
  Synthetics: 'synthetics',
  Transfer: 'transfer',
  WAF: 'waf',
  WAFRegional: 'waf-regional',
  WAFv2: 'wafv2',
  XRay: 'xray',
};

/** Lists that grow with every launch of AWS: what is not in them may be newer than the list. */
const growing =
  /InstanceType|InstanceClass|Runtime|Region|Language|Country|ResourceTypes?$|Engine|Version|AmiType|Solution/;
const longest = 32;

/** What a service also takes in another spelling. */
const lenient = new Set(['AWS::S3::Bucket FilterRule Name']);

const folder = mkdtempSync(join(tmpdir(), 'enums-'));

/** The declarations of a client: its enums, and the members of its interfaces with their types. */
const modelOf = (client) => {
  const archive = execFileSync('npm', ['pack', '--silent', `@aws-sdk/client-${client}`], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
  execFileSync('tar', ['xzf', archive, '--wildcards', 'package/dist-types/models/*.d.ts'], { cwd: folder });
  const models = join(folder, 'package/dist-types/models');
  const text = readdirSync(models)
    .sort()
    .map((file) => readFileSync(join(models, file), 'utf8'))
    .join('\n');
  for (const each of ['package', archive]) rmSync(join(folder, each), { recursive: true });
  const enums = new Map();
  for (const [, name, body] of text.matchAll(/^export declare const (\w+): \{\n([\s\S]*?)^\};/gm)) {
    enums.set(
      name,
      [...body.matchAll(/: "(.*)";$/gm)].map(([, value]) => JSON.parse(`"${value}"`)),
    );
  }
  const interfaces = new Map();
  const members = new Map();
  for (const [, name, body] of text.matchAll(/^export interface (\w+)[^{\n]*\{\n([\s\S]*?)^\}/gm)) {
    const own = new Map();
    for (const [, member, type] of body.matchAll(/^ {4}(\w+)\??: (.*?)(?: \| undefined)?;$/gm)) {
      own.set(plain(member), type);
      if (!members.has(plain(member))) members.set(plain(member), new Set());
      members.get(plain(member)).add(type);
    }
    interfaces.set(plain(name), own);
  }
  return { valuesOf: (type) => enums.get(type?.replace(/^\(?(\w+)\)?\[\]$/, '$1')), interfaces, members };
};

const plain = (name) => name.toLowerCase();

/** The names that requests for a resource, and structures of a definition, have in the SDK. */
const interfacesFor = (resource, definition) =>
  definition === ''
    ? ['Create', 'Put', 'Register', 'Modify', 'Update', 'Request', 'Run', 'Allocate', 'Start', 'Resource', ''].flatMap(
        (verb) => ['Request', 'Input', 'Message', 'Type', ''].map((noun) => plain(verb + resource + noun)),
      )
    : [...['', 'Request', 'Input', 'Type'].map((noun) => definition + noun), resource + definition].map(plain);

/** Whether an interface may be that of a definition: `ComputeResource` of `ComputeResources`. */
const isAlike = (name, definition) =>
  definition !== '' && (name.includes(plain(definition)) || plain(definition).includes(name));

/** The enum of a member of the right interface, or of all members of that name, or of those that are alike, where they agree. */
const enumFor = (model, resource, definition, property) => {
  for (const name of interfacesFor(resource, definition)) {
    const values = model.valuesOf(model.interfaces.get(name)?.get(plain(property)));
    if (values) return values;
  }
  const types = model.members.get(plain(property)) ?? new Set();
  const alike = [...model.interfaces]
    .filter(([name]) => isAlike(name, definition))
    .flatMap(([, members]) => members.get(plain(property)) ?? []);
  const [type, ...others] = types.size === 1 ? types : new Set(alike);
  return others.length === 0 ? model.valuesOf(type) : undefined;
};

/** Whether the documentation spells a value in another way: then CloudFormation takes other values than the service. */
const isSpeltOtherwise = (values, documentation = '') => {
  const bare = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const byBare = new Map(values.map((value) => [bare(value), value]));
  return [...documentation.matchAll(/`([^`\s]+)`/g)].some(([, word]) => {
    const value = byBare.get(bare(word));
    return value !== undefined && value !== word && !values.includes(word);
  });
};

const database = await loadAwsServiceSpec();
const models = new Map();
const ties = {};
const counts = new Map();
for (const resource of database.all('resource')) {
  const [, namespace, name] = resource.cloudFormationType.split('::');
  if (!Object.hasOwn(clients, namespace)) continue;
  const client = clients[namespace];
  if (!models.has(client)) models.set(client, modelOf(client));
  const model = models.get(client);
  const constraints = constraintsOf(resource.cloudFormationType);
  const seen = new Set();
  const visit = (properties, definition) => {
    for (const [property, { type, documentation }] of Object.entries(properties)) {
      let item = type;
      while (item.type === 'array') item = item.element;
      if (item.type === 'ref') {
        const inner = database.get('typeDefinition', item.reference.$ref);
        if (!seen.has(inner.$id)) {
          seen.add(inner.$id);
          visit(inner.properties, inner.name);
        }
      }
      if (item.type !== 'string' || item.allowedValues || constraints.get(definition)?.get(property)?.values) continue;
      if (growing.test(property) || lenient.has(`${resource.cloudFormationType} ${definition} ${property}`)) continue;
      const values = enumFor(model, name, definition, property);
      // One value alone is where a list begins.
      if (!values || values.length < 2 || values.length > longest || isSpeltOtherwise(values, documentation)) continue;
      ties[resource.cloudFormationType] ??= {};
      ties[resource.cloudFormationType][definition] ??= {};
      ties[resource.cloudFormationType][definition][property] = values;
      counts.set(client, (counts.get(client) ?? 0) + 1);
    }
  };
  visit(resource.properties, '');
}
rmSync(folder, { recursive: true });

const sorted = (map) => Object.fromEntries(Object.entries(map).sort(([left], [right]) => (left < right ? -1 : 1)));
const lines = Object.entries(sorted(ties)).map(
  ([type, definitions]) => `  ${JSON.stringify(type)}: ${JSON.stringify(definitions)}`,
);
writeFileSync(new URL('./specs/enums.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`);
const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
process.stderr.write(`enums: ${total} properties of ${lines.length} types in scripts/specs/enums.json\n`);
