import type { CodeDocs } from '../model/code-doc.ts';

const include = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html';

/** What is documented of the codes that several resource types have. */
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
      files: { 'api.yaml': "openapi: 3.0.1\ninfo: {title: Shop, version: '1'}\npaths: {}\n" },
    },
  },
};
