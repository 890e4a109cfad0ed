import { bundledSpecs } from '../../src/cli/specs.ts';
import { graphOf } from '../../src/review/graph.ts';
import { type Review, review } from '../../src/review/index.ts';
import { toMermaid } from '../../src/review/mermaid.ts';

/** The review of a template that must be right. */
export const reviewed = (template: string): Review => {
  const { review: found, problems } = review(template, { path: 'template.yaml', specs: bundledSpecs });
  if (!found) throw new Error(JSON.stringify(problems));
  return found;
};

/** The picture of a template. */
export const pictureOf = (template: string): string => toMermaid(graphOf(reviewed(template).side));

/** An API with a table behind a function, a queue with a worker, and a topic that nobody lets call. */
export const shop = `Transform: AWS::Serverless-2016-10-31
Parameters: {Stage: {Type: String, Default: dev}}
Conditions: {IsProd: !Equals [!Ref Stage, prod]}
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration: {AllowOrigins: ['https://shop.example.com'], AllowMethods: [GET]}
      Auth: {Authorizers: {Users: {IdentitySource: $request.header.Authorization, AuthorizationScopes: [orders/read], JwtConfiguration: {issuer: 'https://a', audience: [b]}}}}
  Orders: {Type: AWS::Serverless::SimpleTable}
  Work:
    Type: AWS::SQS::Queue
    Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: 3}}
  Failed: {Type: AWS::SQS::Queue}
  Place:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      CodeUri: s3://a/b
      AutoPublishAlias: live
      DeploymentPreference: {Type: Linear10PercentEvery1Minute, Hooks: {PreTraffic: !Ref Check}}
      Policies: [{DynamoDBWritePolicy: {TableName: !Ref Orders}}, {SQSSendMessagePolicy: {QueueName: !GetAtt Work.QueueName}}]
      Events:
        Post: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /orders, Method: post, Auth: {Authorizer: Users}}}
        Get: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /orders, Method: get}}
  Worker:
    Type: AWS::Serverless::Function
    Condition: IsProd
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      CodeUri: s3://a/b
      Events: {Work: {Type: SQS, Properties: {Queue: !GetAtt Work.Arn}}}
  Check: {Type: AWS::Serverless::Function, Properties: {FunctionName: CodeDeployHook_check, Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b}}
  News: {Type: AWS::SNS::Topic}
  Unheard: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref News, Protocol: lambda, Endpoint: !GetAtt Check.Arn}}
`;
