import type { CodeDocs } from '../../model/code-doc.ts';

const guide = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide';
const fn = `${guide}/sam-resource-function.html`;
const alias = `${guide}/automating-updates-to-serverless-apps.html`;

const plain = (properties: string): string =>
  `Orders:\n  Type: AWS::Serverless::Function\n  Properties:\n${properties.replace(/^/gm, '    ')}`;
const zip = 'Runtime: nodejs24.x\nHandler: index.handler';
const inline = `${zip}\nInlineCode: exports.handler = async () => {}`;
const graphQl = (functions: string): string => `
Notes:
  Type: AWS::Serverless::GraphQLApi
  Properties:
    SchemaInline: 'type Query { note: String }'
    Auth: {Type: API_KEY}
    ApiKeys: {Web: {}}
    Functions:
      ${functions}`;
const image =
  'PackageType: Image\nImageUri: !Sub "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/orders:1"';

/** What is documented of the codes of `AWS::Serverless::Function`. */
export const functionCodes: CodeDocs = {
  'missing-code': {
    title: 'Function without code',
    why: 'A function needs its code: a folder or archive, inline code, or an image.',
    cure: 'Add `CodeUri`, `InlineCode`, or `ImageUri` with `PackageType: Image`.',
    source: fn,
    example: {
      in: 'resources',
      fails: graphQl('‹note›: {DataSource: NONE, Runtime: {Name: APPSYNC_JS, Version: 1.0.0}}'),
      passes: graphQl(
        'note: {DataSource: NONE, Runtime: {Name: APPSYNC_JS, Version: 1.0.0}, InlineCode: export const request = () => 1}',
      ),
    },
  },
  'missing-image': {
    title: 'Image function without an image',
    why: 'A function with `PackageType: Image` runs the image that `ImageUri` names.',
    cure: 'Add `ImageUri`, or expand the template that `sam build` writes.',
    source: fn,
    example: {
      in: 'resources',
      fails: plain('PackageType: Image').replace('Orders', '‹Orders›'),
      passes: plain(image),
    },
  },
  'zip-without-property': {
    title: 'Function without runtime or handler',
    why: 'A function that is not an image needs `Runtime` and `Handler`.',
    cure: 'Add the property.',
    source: fn,
    example: {
      in: 'resources',
      fails: plain('Runtime: nodejs24.x\nInlineCode: exports.handler = async () => {}').replace('Orders', '‹Orders›'),
      passes: plain(inline),
    },
  },
  'property-needs-image': {
    title: 'Property of images on a function that is not an image',
    why: 'The property belongs to functions with `PackageType: Image`.',
    cure: 'Remove the property, or add `PackageType: Image`.',
    source: fn,
    example: {
      in: 'resources',
      fails: plain(`${inline}\n‹ImageConfig›: {Command: [app.handler]}`),
      passes: plain(`${image}\nImageConfig: {Command: [app.handler]}`),
    },
  },
  'property-excludes-image': {
    title: 'Property that an image defines itself',
    why: 'The image has its runtime, handler and layers in it, so the function cannot name them.',
    cure: 'Remove the property.',
    source: fn,
    example: { in: 'resources', fails: plain(`${image}\n‹Runtime›: nodejs24.x`), passes: plain(image) },
  },
  'invalid-alias': {
    title: 'AutoPublishAlias that is not a known string',
    why: 'The name of the alias becomes part of logical IDs, so it must be known before the deployment.',
    cure: 'Write a string, or refer to a parameter that has a value.',
    source: alias,
    example: {
      in: 'function',
      fails: 'AutoPublishAlias: ‹!ImportValue alias›',
      passes: 'AutoPublishAlias: live',
    },
  },
  'missing-destination': {
    title: 'Destination without a target',
    why: 'SAM creates a queue or topic for a destination that has none; for a function or event bus the target must be given.',
    cure: 'Add `Destination`.',
    source: `${guide}/sam-property-function-eventinvokedestinationconfiguration.html`,
    example: {
      in: 'function',
      fails: 'EventInvokeConfig: {DestinationConfig: {OnFailure: ‹{Type: Lambda}›}}',
      passes: 'EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS}}}',
    },
  },
  'incomplete-dead-letter-queue': {
    title: 'Dead-letter queue without type or target',
    why: 'The transform needs both to write the permission of the function.',
    cure: 'Add the missing one.',
    source: `${guide}/sam-property-function-deadletterqueue.html`,
    example: {
      in: 'function',
      fails: 'DeadLetterQueue: ‹{Type: SQS}›',
      passes: 'DeadLetterQueue: {Type: SQS, TargetArn: !ImportValue dead}',
    },
  },
  'unsupported-with-tenancy': {
    title: 'Property that a function with tenants cannot have',
    why: 'Lambda isolates the tenants of a function with `TenancyConfig`, and some features do not work with that.',
    cure: 'Remove one of them.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html',
    example: {
      in: 'function',
      fails: 'TenancyConfig: {TenantIsolationMode: PER_TENANT}\n‹FunctionUrlConfig›: {AuthType: AWS_IAM}',
      passes: 'TenancyConfig: {TenantIsolationMode: PER_TENANT}',
    },
  },
  'event-unsupported-with-tenancy': {
    title: 'Event that a function with tenants cannot have',
    why: 'Each call of a function with `TenancyConfig` names its tenant, which only API Gateway can do.',
    cure: 'Use an Api or HttpApi event, or another function.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html',
    example: {
      in: 'function',
      fails:
        'TenancyConfig: {TenantIsolationMode: PER_TENANT}\nEvents:\n  Nightly: {Type: ‹Schedule›, Properties: {Schedule: rate(1 day)}}',
      passes: 'Events:\n  Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}',
    },
  },
};
