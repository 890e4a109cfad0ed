import { describe, expect, it } from 'vitest';
import { canCall } from '../../src/review/can-call.ts';
import { reviewed } from './reviewed.ts';

const asked = (template: string, from: string, to: string): string => canCall(reviewed(template), from, to).text;

const site = (statement: string) => `Resources:
  Site: {Type: AWS::S3::Bucket}
  Policy: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Site, PolicyDocument: {Version: '2012-10-17', Statement: [${statement}]}}}
  Cdn: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Enabled: true, Origins: [{Id: s3, DomainName: !GetAtt Site.RegionalDomainName, S3OriginConfig: {}}], DefaultCacheBehavior: {TargetOriginId: s3, ViewerProtocolPolicy: https-only, CachePolicyId: a}}}}
  Other: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Enabled: true, Origins: [{Id: s3, DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}], DefaultCacheBehavior: {TargetOriginId: s3, ViewerProtocolPolicy: https-only, CachePolicyId: a}}}}
`;
const reading = "Action: 's3:GetObject', Resource: !Sub '${Site.Arn}/*'";
const source =
  "Condition: {StringEquals: {'AWS:SourceArn': !Sub 'arn:aws:cloudfront::${AWS::AccountId}:distribution/${Cdn}'}}";
const cloudFront = 'Effect: Allow, Principal: {Service: cloudfront.amazonaws.com}';

describe('a statement of the policy of a resource', () => {
  it('that names the caller as the source is a yes', () => {
    const template = site(`{${cloudFront}, ${reading}, ${source}}`);
    expect(asked(template, 'Cdn', 'Site')).toBe(
      "Yes: the policy of 'Site' allows s3:GetObject to cloudfront.amazonaws.com for 'Cdn'.",
    );
    expect(asked(template, 'Other', 'Site')).toMatch(/^No: /);
  });

  it('that lets its service in, or asks for more, is a perhaps', () => {
    const perhaps =
      "Perhaps: the policy of 'Site' allows s3:GetObject to cloudfront.amazonaws.com for 'Cdn', if that acts for 'Cdn' and nothing denies it.";
    expect(asked(site(`{${cloudFront}, ${reading}}`), 'Cdn', 'Site')).toBe(perhaps);
    const more = source.replace("'AWS:SourceArn'", "'aws:RequestedRegion': eu-west-1, 'AWS:SourceArn'");
    expect(asked(site(`{${cloudFront}, ${reading}, ${more}}`), 'Cdn', 'Site')).toBe(perhaps);
    const denied = `{${cloudFront}, ${reading}, ${source}}, {Effect: Deny, Principal: '*', ${reading}}`;
    expect(asked(site(denied), 'Cdn', 'Site')).toBe(perhaps);
  });

  it('that names the role of the caller is a yes', () => {
    const template = `${site(`{Effect: Allow, Principal: {AWS: !GetAtt R.Arn}, ${reading}}`)}  R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]}}}
  F: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs22.x, Handler: a.b, Role: !GetAtt R.Arn, Code: {ZipFile: x}}}
`;
    expect(asked(template, 'F', 'Site')).toBe("Yes: the policy of 'Site' allows s3:GetObject to 'F'.");
  });
});

describe('what acts by what its properties do not show', () => {
  const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Q: {Type: AWS::SQS::Queue}
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: a, Image: nginx, Memory: 128}]}}
  Service: {Type: AWS::ECS::Service, Properties: {Cluster: c, TaskDefinition: !Ref Task, DesiredCount: 1}}
  Fn: {Type: AWS::Serverless::Function, Properties: {Runtime: nodejs22.x, Handler: index.handler, InlineCode: x, AutoPublishAlias: live}}
  Seed: {Type: Custom::Seed, Properties: {ServiceToken: !GetAtt Fn.Arn}}
  Plain: {Type: AWS::CloudFormation::CustomResource, Properties: {ServiceToken: !Ref FnAliaslive}}
`;
  it('may do what the role of its task allows', () => {
    expect(asked(template, 'Service', 'Q')).toBe(
      "Not known: '--can' does not read what 'Service' (AWS::ECS::Service) may do. 'synth review' lists the permissions of all users and roles.",
    );
  });

  it.each(['Seed', 'Plain'])('is a custom resource: %s', (id) => {
    expect(asked(template, id, 'Fn')).toBe(
      `Not known: CloudFormation calls 'Fn' for '${id}' at each deployment that changes it, as far as the deployment may do that.`,
    );
    expect(asked(template, id, 'Q')).toMatch(/^Not known: '--can' does not read what /);
  });
});
