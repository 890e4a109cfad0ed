import type { CodeDocs } from '../model/code-doc.ts';

const guide = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide';
const include = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html';
const application = `${guide}/sam-resource-application.html`;
const layer = `${guide}/sam-resource-layerversion.html`;

const app = (id: string, version = 'SemanticVersion: 1.0.0'): string => `
Tools:
  Type: AWS::Serverless::Application
  Properties:
    Location:
      ApplicationId: ${id}
      ${version}`;

const applicationId = 'arn:aws:serverlessrepo:us-east-1:123456789012:applications/tools';

/** What is documented of the codes of types without many of their own, and of those that several types have. */
export const resourceCodes: CodeDocs = {
  'definition-not-read': {
    title: 'Definition that only a macro at the deployment makes',
    why: 'CloudFormation runs an `AWS::Include` from S3, and macros of your own, before the SAM transform, which then builds CORS, authorizers and the routes of events into the result. synth works offline and cannot read it, so it cannot expand such an API. `synth lint` says so as information, for the template is right.',
    cure: 'Include a local file, which synth reads, or write the definition into the template.',
    source: include,
    example: {
      in: 'api',
      fails: `
StageName: prod
Cors: ‹"'*'"›
DefinitionBody:
  Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://shared/api.yaml}}`,
      passes: `
StageName: prod
Cors: "'*'"
DefinitionBody:
  Fn::Transform: {Name: AWS::Include, Parameters: {Location: api.yaml}}`,
      files: {
        'api.yaml':
          "openapi: 3.0.1\ninfo: {title: Shop, version: '1'}\npaths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}\n",
      },
    },
  },
  'invalid-s3-uri': {
    title: 'Location that is neither an S3 URI nor a local path',
    why: 'Code and definitions are local files, or objects in S3: `s3://bucket/key`, optionally with `?versionId=…`.',
    cure: 'Correct the URI.',
    source: `${guide}/sam-property-function-functioncode.html`,
    example: {
      in: 'resources',
      fails: 'Shared:\n  Type: AWS::Serverless::LayerVersion\n  Properties: {ContentUri: ‹s3://layers›}',
      passes: 'Shared:\n  Type: AWS::Serverless::LayerVersion\n  Properties: {ContentUri: s3://layers/shared.zip}',
    },
  },
  'incomplete-s3-location': {
    title: 'Place in S3 without bucket or key',
    why: 'A place in S3 that is given as a map has `Bucket` and `Key`, and optionally `Version`.',
    cure: 'Add the missing one.',
    source: `${guide}/sam-property-function-functioncode.html`,
    example: {
      in: 'resources',
      fails: 'Shared:\n  Type: AWS::Serverless::LayerVersion\n  Properties: {ContentUri: ‹{Bucket: layers}›}',
      passes:
        'Shared:\n  Type: AWS::Serverless::LayerVersion\n  Properties: {ContentUri: {Bucket: layers, Key: shared.zip}}',
    },
  },
  'dynamic-reference': {
    title: 'Dynamic reference where none is resolved',
    why: 'The transform takes the value apart before CloudFormation resolves `{{resolve:…}}`, so a reference in its place has no value yet.',
    cure: 'Use a parameter, or give bucket and key as a map.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
    example: {
      in: 'resources',
      fails:
        "Shared:\n  Type: AWS::Serverless::LayerVersion\n  Properties: {ContentUri: ‹'s3://{{resolve:ssm:/layers/bucket}}/shared.zip'›}",
      passes:
        "Shared:\n  Type: AWS::Serverless::LayerVersion\n  Properties: {ContentUri: {Bucket: '{{resolve:ssm:/layers/bucket}}', Key: shared.zip}}",
    },
  },
  'intrinsic-not-supported': {
    title: 'Intrinsic function in RetentionPolicy',
    why: 'The value becomes a `DeletionPolicy`, which CloudFormation reads before it evaluates functions.',
    cure: 'Write `Retain` or `Delete`, or use a parameter with a known value.',
    source: layer,
    example: {
      fails: `
Transform: AWS::Serverless-2016-10-31
Conditions: {IsProd: !Equals [!Ref AWS::StackName, prod]}
Resources:
  Shared:
    Type: AWS::Serverless::LayerVersion
    Properties: {ContentUri: s3://layers/shared.zip, RetentionPolicy: ‹!If [IsProd, Retain, Delete]›}`,
      passes: `
Transform: AWS::Serverless-2016-10-31
Resources:
  Shared:
    Type: AWS::Serverless::LayerVersion
    Properties: {ContentUri: s3://layers/shared.zip, RetentionPolicy: Retain}`,
    },
  },
  'reserved-tag': {
    title: 'Tag that the transform sets itself',
    why: 'The transform marks what it generates with tags such as `lambda:createdBy`, and refuses them from the template.',
    cure: 'Rename the tag.',
    source: `${guide}/sam-specification-resources-and-properties.html`,
    example: {
      in: 'function',
      fails: 'Tags: {‹lambda:createdBy›: us}',
      passes: 'Tags: {createdBy: us}',
    },
  },
  'duplicate-trigger': {
    title: 'Two functions for one trigger of a user pool',
    why: 'A trigger of a Cognito user pool calls one function.',
    cure: 'Keep one of the events, or call the second function from the first.',
    source: `${guide}/sam-property-function-cognito.html`,
    example: {
      in: 'resources',
      fails: `
Users: {Type: AWS::Cognito::UserPool}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      First: {Type: Cognito, Properties: {UserPool: !Ref Users, Trigger: PreSignUp}}
      Second: {Type: Cognito, Properties: {UserPool: !Ref Users, Trigger: ‹PreSignUp›}}`,
      passes: `
Users: {Type: AWS::Cognito::UserPool}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      First: {Type: Cognito, Properties: {UserPool: !Ref Users, Trigger: PreSignUp}}
      Second: {Type: Cognito, Properties: {UserPool: !Ref Users, Trigger: PostConfirmation}}`,
    },
  },
  'wrong-resource-type': {
    title: 'Event that refers to a resource of another type',
    why: 'The event changes the resource that it refers to, which must be of the type that has such events.',
    cure: 'Refer to the right resource.',
    source: `${guide}/sam-property-function-s3.html`,
    example: {
      in: 'resources',
      fails: `
Uploads: {Type: AWS::SQS::Queue}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      Upload: {Type: S3, Properties: {Bucket: ‹!Ref Uploads›, Events: 's3:ObjectCreated:*'}}`,
      passes: `
Uploads: {Type: AWS::S3::Bucket}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      Upload: {Type: S3, Properties: {Bucket: !Ref Uploads, Events: 's3:ObjectCreated:*'}}`,
    },
  },
  'unresolved-application': {
    title: 'Application whose ID or version is not known',
    why: 'The transform asks the Serverless Application Repository for the template of the application, so it needs the ID and version before the deployment.',
    cure: 'Write a string, or use a parameter with a value or a mapping.',
    source: application,
    example: {
      in: 'resources',
      fails: app('‹!ImportValue tools›'),
      passes: app(applicationId),
    },
  },
  'application-not-available': {
    title: 'Application whose template is not known',
    why: 'synth works offline and does not ask the Serverless Application Repository; the URL of the template has to be given.',
    cure: 'Give it with `--application ID@VERSION=URL` (in the library `resolveApplication`).',
    source: application,
    example: {
      in: 'resources',
      fails: app('‹arn:aws:serverlessrepo:us-east-1:123456789012:applications/unknown›'),
      passes: app(applicationId),
    },
  },
  'template-not-found': {
    title: 'Nested template that is neither a URL nor a file',
    why: 'A local template becomes an object in S3; anything else is passed on unchanged, and CloudFormation refuses it where it is not the URL of an object in S3.',
    cure: 'Correct the path.',
    source: application,
    example: { none: 'a file that is missing is reported as path-not-found' },
  },
  'lost-record-sets': {
    title: 'Record sets that others replace',
    why: 'The transform gathers the record sets of all APIs in one hosted zone, but those of WebSocket APIs and of other APIs replace each other.',
    cure: 'Declare them as separate `AWS::Route53::RecordSet` resources.',
    source: `${guide}/sam-property-api-route53configuration.html`,
    example: {
      in: 'resources',
      fails: `
Shop:
  Type: AWS::Serverless::HttpApi
  Properties:
    Domain: {DomainName: shop.example.com, CertificateArn: !ImportValue certificate, Route53: ‹{HostedZoneId: Z1234567890ABC}›}
Chat:
  Type: AWS::Serverless::WebSocketApi
  Properties:
    Routes: {$default: {FunctionArn: !ImportValue chat}}
    RouteSelectionExpression: $request.body.action
    Domain: {DomainName: chat.example.com, CertificateArn: !ImportValue certificate, Route53: {HostedZoneId: Z1234567890ABC}}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      Get: {Type: HttpApi, Properties: {ApiId: !Ref Shop, Path: /, Method: GET}}`,
      passes: `
Shop:
  Type: AWS::Serverless::HttpApi
  Properties:
    Domain: {DomainName: shop.example.com, CertificateArn: !ImportValue certificate, Route53: {HostedZoneId: Z1234567890ABC}}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      Get: {Type: HttpApi, Properties: {ApiId: !Ref Shop, Path: /, Method: GET}}`,
    },
  },
};
