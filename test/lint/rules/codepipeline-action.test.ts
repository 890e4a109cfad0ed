import { codepipelineAction } from '../../../src/lint/rules/codepipeline-action.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const pipeline = (type: string, more: string) => `Parameters:
  Name: {Type: String}
Conditions:
  Tests: !Equals [!Ref Name, test]
Resources:
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Stages:
        - {Name: S, Actions: [{Name: a, ActionTypeId: {${type}}, ${more}}]}
`;
const aws = (category: string, provider: string, more: string) =>
  pipeline(`Category: ${category}, Owner: AWS, Provider: ${provider}`, more);
const build = (more: string) => aws('Build', 'CodeBuild', more);
const inputs = 'InputArtifacts: [{Name: Code}]';
const outputs = 'OutputArtifacts: [{Name: Code}]';
const project = 'Configuration: {ProjectName: shop}';
const around = (text: string) => text.replace(/\{Name: a,.*\}(?=\]\})/, '‹$&›');

tester.run(codepipelineAction, {
  valid: [
    build(`${inputs}, ${project}`),
    build(`InputArtifacts: !If [Tests, [{Name: A}], [{Name: B}]], ${project}`),
    build(`InputArtifacts: !Ref Name, ${project}`),
    build(`${inputs}, Configuration: !Ref Name`),
    build(`${inputs}, Configuration: {ProjectName: !If [Tests, a, b]}`),
    aws('Source', 'S3', `${outputs}, Configuration: {S3Bucket: b, S3ObjectKey: k}`),
    aws('Approval', 'Manual', 'RunOrder: 1'),
    aws('Deploy', 'NewService', 'RunOrder: 1'),
    aws('Build', '!Ref Name', 'RunOrder: 1'),
    aws('Build', '!If [Tests, CodeBuild, Codebuild]', 'RunOrder: 1'),
    aws('Build', 'ECRBuildAndPublish', inputs),
    pipeline('Category: Build, Owner: Custom, Provider: Codebuild', 'RunOrder: 1'),
    aws('Deploy', 'CloudFormation', 'Configuration: {ActionMode: DELETE_ONLY, StackName: s}'),
  ],
  invalid: [
    marked(aws('Build', '‹Codebuild›', inputs), {
      messageId: 'provider',
      level: 'error',
      data: { found: 'Codebuild', category: 'Build', near: 'CodeBuild' },
    }),
    marked(aws('Build', '‹CodeBuid›', inputs), {
      messageId: 'provider',
      level: 'warning',
      data: { near: 'CodeBuild' },
    }),
    marked(around(build(project)), {
      messageId: 'artifacts',
      data: { provider: 'CodeBuild', bounds: '1 to 5', list: 'InputArtifacts', count: 'none' },
    }),
    marked(build(`‹InputArtifacts›: [], ${project}`), { messageId: 'artifacts', data: { count: 0 } }),
    marked(aws('Approval', 'Manual', `‹InputArtifacts›: [{Name: Code}]`), {
      messageId: 'artifacts',
      data: { bounds: 'exactly 0' },
    }),
    marked(aws('Source', 'S3', `${outputs}, ‹Configuration›: {S3Bucket: b}`), {
      messageId: 'missing',
      data: { provider: 'S3', key: 'S3ObjectKey' },
    }),
    marked(around(build(inputs)), { messageId: 'missing', data: { key: 'ProjectName' } }),
  ],
});
