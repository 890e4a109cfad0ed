import { describe, expect, it } from 'vitest';
import { canCall } from '../../src/review/can-call.ts';
import { reviewed } from './reviewed.ts';

const asked = (template: string, from: string, to: string): string => canCall(reviewed(template), from, to).text;

const role = (service: string, statement: string) =>
  `  R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: ${service}.amazonaws.com}, Action: 'sts:AssumeRole'}]}, Policies: [{PolicyName: p, PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, ${statement}}]}}]}}
`;
const targets = `  Q: {Type: AWS::SQS::Queue}
  Other: {Type: AWS::SQS::Queue}
  T: {Type: AWS::DynamoDB::Table, Properties: {BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}]}}
  Topic: {Type: AWS::SNS::Topic}
`;
const onQueue = "Action: 'sqs:*', Resource: !GetAtt Q.Arn";
const onTable = "Action: 'dynamodb:*', Resource: !GetAtt T.Arn";

describe('what a resource may do by a role that it hands to a service', () => {
  it('counts for the integration that SAM makes of an event of a state machine', () => {
    const sam = `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: {StartAt: S, States: {S: {Type: Succeed}}}
      Events: {Go: {Type: Api, Properties: {Path: /start, Method: post}}}
  Second: {Type: AWS::Serverless::StateMachine, Properties: {Definition: {StartAt: S, States: {S: {Type: Succeed}}}}}
`;
    expect(asked(sam, 'ServerlessRestApi', 'Flow')).toBe(
      "Yes: 'ServerlessRestApi' can call 'Flow'; 'FlowGoRole' permits it.",
    );
    expect(asked(sam, 'ServerlessRestApi', 'Second')).toMatch(/^No: /);
  });

  const api = (uri: string, statement = onQueue, credentials = '!GetAtt R.Arn') => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  Send: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: POST, AuthorizationType: NONE, Integration: {Type: AWS, IntegrationHttpMethod: POST, Uri: ${uri}, Credentials: ${credentials}}}}
${role('apigateway', statement)}${targets}`;
  const toQueue = "!Sub 'arn:aws:apigateway:${AWS::Region}:sqs:path/${AWS::AccountId}/${Q.QueueName}'";

  it('counts for integrations of a REST API', () => {
    expect(asked(api(toQueue), 'Api', 'Q')).toBe("Yes: 'Api' can call 'Q'; 'R' permits it.");
    expect(asked(api(toQueue), 'Send', 'Q')).toBe("Yes: 'Send' can call 'Q'; 'R' permits it.");
    expect(asked(api(toQueue), 'Api', 'Other')).toMatch(/^No: /);
    const toTable = "!Sub 'arn:aws:apigateway:${AWS::Region}:dynamodb:action/PutItem'";
    expect(asked(api(toTable, onTable), 'Api', 'T')).toBe("Yes: 'Api' can call 'T'; 'R' permits it.");
    expect(asked(api(toTable, "Action: 'dynamodb:GetItem', Resource: !GetAtt T.Arn"), 'Api', 'T')).toMatch(/^No: /);
    // The role allows it, but the integration is for another service.
    expect(asked(api(toTable, onQueue), 'Api', 'Q')).toMatch(/^No: /);
  });

  it('is not known of a role that may read only, where the request says what the integration does', () => {
    expect(asked(api(toQueue, "Action: 'sqs:ReceiveMessage', Resource: !GetAtt Q.Arn"), 'Api', 'Q')).toBe(
      "Not known: whether 'Api' can call 'Q' depends on what the template does not show.",
    );
    expect(asked(api(toQueue, "Action: 'sqs:SendMessage', Resource: !GetAtt Q.Arn"), 'Api', 'Q')).toMatch(/^Yes: /);
  });

  it('is not known of a role or a document that the template does not show', () => {
    expect(asked(api(toQueue, onQueue, "'arn:aws:iam::123456789012:role/other'"), 'Api', 'Q')).toBe(
      "Not known: whether 'Api' can call 'Q' depends on what the template does not show.",
    );
    const elsewhere = `Resources:\n  Api: {Type: AWS::ApiGateway::RestApi, Properties: {BodyS3Location: {Bucket: a, Key: b}}}\n${targets}`;
    expect(asked(elsewhere, 'Api', 'Q')).toMatch(/^Not known: /);
  });

  it('counts for integrations of an HTTP API', () => {
    const http = (subtype: string) => `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
  Send: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationSubtype: ${subtype}, PayloadFormatVersion: '1.0', CredentialsArn: !GetAtt R.Arn, RequestParameters: {QueueUrl: !Ref Q, MessageBody: $request.body}}}
${role('apigateway', onQueue)}${targets}`;
    expect(asked(http('SQS-SendMessage'), 'Api', 'Q')).toBe("Yes: 'Api' can call 'Q'; 'R' permits it.");
    expect(asked(http('Kinesis-PutRecord'), 'Api', 'Q')).toMatch(/^No: /);
    expect(asked(http('SQS-SendMessage'), 'Api', 'Other')).toMatch(/^No: /);
  });

  it('counts for schedules that call any action', () => {
    const schedule = (target: string) => `Resources:
  S: {Type: AWS::Scheduler::Schedule, Properties: {ScheduleExpression: rate(1 hour), FlexibleTimeWindow: {Mode: 'OFF'}, Target: {Arn: '${target}', RoleArn: !GetAtt R.Arn, Input: '{}'}}}
${role('scheduler', onQueue)}${targets}`;
    const send = 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage';
    expect(asked(schedule(send), 'S', 'Q')).toBe("Yes: 'S' can call 'Q'; 'R' permits it.");
    expect(asked(schedule(send), 'S', 'Other')).toMatch(/^No: /);
    expect(asked(schedule(send), 'S', 'T')).toMatch(/^No: /);
  });

  it('counts for GraphQL APIs and their data sources', () => {
    const graph = `Resources:
  Graph: {Type: AWS::AppSync::GraphQLApi, Properties: {Name: a, AuthenticationType: API_KEY}}
  Source: {Type: AWS::AppSync::DataSource, Properties: {ApiId: !GetAtt Graph.ApiId, Name: s, Type: AMAZON_DYNAMODB, ServiceRoleArn: !GetAtt R.Arn, DynamoDBConfig: {AwsRegion: !Ref AWS::Region, TableName: !Ref T}}}
${role('appsync', onTable)}${targets}`;
    expect(asked(graph, 'Graph', 'T')).toBe("Yes: 'Graph' can call 'T'; 'R' permits it.");
    expect(asked(graph, 'Source', 'T')).toBe("Yes: 'Source' can call 'T'; 'R' permits it.");
    expect(asked(graph, 'Graph', 'Q')).toMatch(/^No: /);
  });

  it('is not known of what names a role that is not read', () => {
    const rule = `Resources:
  I: {Type: AWS::IoT::TopicRule, Properties: {TopicRulePayload: {Sql: a, Actions: [{Sqs: {QueueUrl: !Ref Q, RoleArn: !GetAtt R.Arn}}]}}}
${role('iot', onQueue)}${targets}`;
    expect(asked(rule, 'I', 'Q')).toBe(
      "Not known: '--can' does not read what 'I' (AWS::IoT::TopicRule) may do. 'synth review' lists the permissions of all users and roles.",
    );
    const called = `Parameters: {Arn: {Type: String}}
Resources:
  Rule: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 hour), Targets: [{Id: a, Arn: !Ref Arn}]}}
${targets}`;
    expect(asked(called, 'Rule', 'Q')).toMatch(/^Not known: /);
  });
});
