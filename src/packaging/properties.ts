/** How a place in S3 is written. */
export type Form =
  /** A map of `Bucket` and `Key`. */
  | 'Bucket/Key'
  /** A map of `S3Bucket` and `S3Key`. */
  | 'S3Bucket/S3Key'
  /** `s3://bucket/key`. */
  | 's3://'
  /** The address of the object, which `TemplateURL` takes. */
  | 'https://'
  /** The name of an image in a registry. */
  | 'registry/repository:tag';

/** What is at the path, and so how it is uploaded. */
export type Contents =
  /** Code: the files of a folder, or a single file, as an archive. An archive stays as it is. */
  | 'archive'
  /** A folder becomes an archive, a file stays as it is. */
  | 'bundle'
  /** A file, which stays as it is. */
  | 'file'
  /** An OpenAPI document, which stays as it is. */
  | 'openapi'
  /** A template, which is expanded and packaged itself. */
  | 'template'
  /** The folder that an image is built from. */
  | 'image';

/** A property that may name a local file or folder, which the packaging step replaces by its place in S3. */
export interface PackagedProperty {
  /** The resource type; of `AWS::ServerlessRepo::Application` the entry in the template's `Metadata`. */
  readonly type: string;
  /** Where in its properties; `*` stands for any key. */
  readonly path: readonly string[];
  readonly holds: Contents;
  readonly form: Form;
  /** Whether the transform refuses a local path, so that one cannot stay even where no local files are at hand. */
  readonly strict?: true;
  /** Whether it is only for publishing the application: no stack needs the file. */
  readonly published?: true;
}

/** The one list of them, by type: what `sam package` and `aws cloudformation package` upload. */
export const packagedProperties: readonly PackagedProperty[] = [
  { type: 'AWS::Serverless::Function', path: ['CodeUri'], holds: 'archive', form: 'Bucket/Key', strict: true },
  { type: 'AWS::Serverless::Function', path: ['ImageUri'], holds: 'image', form: 'registry/repository:tag' },
  { type: 'AWS::Serverless::LayerVersion', path: ['ContentUri'], holds: 'archive', form: 'Bucket/Key', strict: true },
  { type: 'AWS::Serverless::Api', path: ['DefinitionUri'], holds: 'openapi', form: 'Bucket/Key', strict: true },
  { type: 'AWS::Serverless::HttpApi', path: ['DefinitionUri'], holds: 'openapi', form: 'Bucket/Key', strict: true },
  { type: 'AWS::Serverless::StateMachine', path: ['DefinitionUri'], holds: 'file', form: 'Bucket/Key', strict: true },
  { type: 'AWS::Serverless::GraphQLApi', path: ['SchemaUri'], holds: 'file', form: 's3://' },
  { type: 'AWS::Serverless::GraphQLApi', path: ['Functions', '*', 'CodeUri'], holds: 'file', form: 's3://' },
  { type: 'AWS::Serverless::GraphQLApi', path: ['Resolvers', '*', '*', 'CodeUri'], holds: 'file', form: 's3://' },
  { type: 'AWS::Serverless::Application', path: ['Location'], holds: 'template', form: 'https://' },
  { type: 'AWS::Lambda::Function', path: ['Code'], holds: 'archive', form: 'S3Bucket/S3Key' },
  { type: 'AWS::Lambda::LayerVersion', path: ['Content'], holds: 'archive', form: 'S3Bucket/S3Key' },
  { type: 'AWS::ApiGateway::RestApi', path: ['BodyS3Location'], holds: 'openapi', form: 'Bucket/Key' },
  { type: 'AWS::ApiGatewayV2::Api', path: ['BodyS3Location'], holds: 'openapi', form: 'Bucket/Key' },
  { type: 'AWS::StepFunctions::StateMachine', path: ['DefinitionS3Location'], holds: 'file', form: 'Bucket/Key' },
  { type: 'AWS::AppSync::GraphQLSchema', path: ['DefinitionS3Location'], holds: 'file', form: 's3://' },
  { type: 'AWS::AppSync::Resolver', path: ['CodeS3Location'], holds: 'file', form: 's3://' },
  { type: 'AWS::AppSync::Resolver', path: ['RequestMappingTemplateS3Location'], holds: 'file', form: 's3://' },
  { type: 'AWS::AppSync::Resolver', path: ['ResponseMappingTemplateS3Location'], holds: 'file', form: 's3://' },
  { type: 'AWS::AppSync::FunctionConfiguration', path: ['CodeS3Location'], holds: 'file', form: 's3://' },
  {
    type: 'AWS::AppSync::FunctionConfiguration',
    path: ['RequestMappingTemplateS3Location'],
    holds: 'file',
    form: 's3://',
  },
  {
    type: 'AWS::AppSync::FunctionConfiguration',
    path: ['ResponseMappingTemplateS3Location'],
    holds: 'file',
    form: 's3://',
  },
  { type: 'AWS::CloudFormation::Stack', path: ['TemplateURL'], holds: 'template', form: 'https://' },
  { type: 'AWS::CloudFormation::StackSet', path: ['TemplateURL'], holds: 'template', form: 'https://' },
  { type: 'AWS::CloudFormation::ModuleVersion', path: ['ModulePackage'], holds: 'bundle', form: 's3://' },
  { type: 'AWS::CloudFormation::ResourceVersion', path: ['SchemaHandlerPackage'], holds: 'bundle', form: 's3://' },
  {
    type: 'AWS::ElasticBeanstalk::ApplicationVersion',
    path: ['SourceBundle'],
    holds: 'bundle',
    form: 'S3Bucket/S3Key',
  },
  { type: 'AWS::Glue::Job', path: ['Command', 'ScriptLocation'], holds: 'file', form: 's3://' },
  { type: 'AWS::CodeCommit::Repository', path: ['Code', 'S3'], holds: 'archive', form: 'Bucket/Key' },
  { type: 'AWS::ServerlessRepo::Application', path: ['LicenseUrl'], holds: 'file', form: 's3://', published: true },
  { type: 'AWS::ServerlessRepo::Application', path: ['ReadmeUrl'], holds: 'file', form: 's3://', published: true },
];

const byType = new Map<string, PackagedProperty[]>();
for (const property of packagedProperties) {
  byType.set(property.type, [...(byType.get(property.type) ?? []), property]);
}

/** The properties of a resource type that may name local files. */
export const packagedOf = (type: string): readonly PackagedProperty[] => byType.get(type) ?? [];

/** What a packaged property is called in messages: `Command.ScriptLocation`. */
export const nameOf = ({ path }: PackagedProperty): string => path.filter((step) => step !== '*').join('.');
