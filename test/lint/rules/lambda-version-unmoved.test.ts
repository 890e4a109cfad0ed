import { lambdaVersionUnmoved } from '../../../src/lint/rules/lambda-version-unmoved.ts';
import { marked } from '../marked.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const sam = (properties: string) => `Transform: AWS::Serverless-2016-10-31\n${samFunction(properties)}`;
const image = (uri: string, more = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
${more}    Properties: {PackageType: Image, AutoPublishAlias: live, ImageUri: ${uri}}
`;
const plain = (
  version: string,
  policy = 'UpdatePolicy: {CodeDeployLambdaAliasUpdate: {ApplicationName: a, DeploymentGroupName: b}}',
) => `Resources:
  Fn: {Type: AWS::Lambda::Function}
  ${version}: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Fn}}
  Live:
    Type: AWS::Lambda::Alias
    ${policy}
    Properties: {Name: live, FunctionName: !Ref Fn, FunctionVersion: ‹!GetAtt ${version}.Version›}
`;
const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com/orders';

tester.run(lambdaVersionUnmoved, {
  valid: [
    sam('AutoPublishAlias: live\nDeploymentPreference: {Type: AllAtOnce}'),
    sam('AutoPublishAlias: live\nAutoPublishCodeSha256: !Ref Hash'),
    sam('AutoPublishCodeSha256: 6b86b273ff34fce19d6b804eff5a3f57'),
    image(`'${registry}:1.2.3'`),
    image(`'${registry}@sha256:abc'`),
    image(`'${registry}:latest'`, '    Metadata: {Dockerfile: Dockerfile, DockerContext: ., DockerTag: latest}\n'),
    plain('Version3fe80a309a').replace(/[‹›]/g, ''),
    plain('Version', 'DeletionPolicy: Retain').replace(/[‹›]/g, ''),
  ],
  invalid: [
    marked(sam('AutoPublishAlias: live\nAutoPublishCodeSha256: ‹6b86b273ff34fce19d6b804eff5a3f57›'), 'hash'),
    marked(image(`‹'${registry}:latest'›`), 'image'),
    marked(image(`‹${registry}›`), { messageId: 'image', data: { image: registry } }),
    marked(plain('Version'), { messageId: 'written', data: { version: 'Version', alias: 'Live' } }),
  ],
});
