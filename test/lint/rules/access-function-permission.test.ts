import { accessFunctionPermission } from '../../../src/lint/rules/access-function-permission.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const fn = `Resources:
  Fn: {Type: AWS::Lambda::Function}
`;
const rule = `  Rule:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: fn
          Arn: !GetAtt Fn.Arn
`;
const permission = (name: string, principal: string, more = '') => `  Permission:
    Type: AWS::Lambda::Permission
    Properties: {Action: 'lambda:InvokeFunction', FunctionName: ${name}, Principal: ${principal}${more}}
`;
const alias = `  Live:
    Type: AWS::Lambda::Alias
    Properties: {FunctionName: !Ref Fn, FunctionVersion: '1', Name: live}
`;
const uri = (name: string) =>
  `!Sub 'arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${name}}/invocations'`;
const body = (further = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x${further}}
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody:
        openapi: 3.0.1
        paths:
          /orders:
            get:
              x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: ${uri('Fn.Arn')}}
            post:
              x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: ${uri('Fn.Arn')}}
`;
const bucket = (notified: string, more = '') => `  Bucket:
    Type: AWS::S3::Bucket${more}
    Properties:
      NotificationConfiguration:
        LambdaConfigurations: [{Event: 's3:ObjectCreated:*', Function: ${notified}}]
`;

const targets = (id: string, more = '') => `  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup${more}
    Properties: {TargetType: lambda, Targets: [{Id: ${id}}]}
`;

const added = (id: string, service: string, source: string) => `  ${id}:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Fn
      Action: lambda:InvokeFunction
      Principal: ${service}.amazonaws.com
      ${source}
`;
const pool = (trigger: string) => `  Users:
    Type: AWS::Cognito::UserPool
    Properties:
      LambdaConfig:
        PreSignUp: ${trigger}
        KMSKeyID: !GetAtt Key.Arn
        CustomEmailSender: {LambdaArn: !GetAtt Fn.Arn, LambdaVersion: V1_0}
  Key: {Type: AWS::KMS::Key}
`;

tester.run(accessFunctionPermission, {
  valid: [
    // The ARN of a request to a WebSocket API ends in its route key.
    `${fn}  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: WEBSOCKET, Name: a}}
  I: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: ${uri('Fn.Arn')}}}
  R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: send, Target: !Sub 'integrations/\${I}'}}
${permission('!Ref Fn', 'apigateway.amazonaws.com', ", SourceArn: !Sub 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/send'")}`,
    fn + rule + permission('!Ref Fn', 'events.amazonaws.com', ', SourceArn: !GetAtt Rule.Arn'),
    // A role of the target is another way, and what is imported may have its permission elsewhere.
    fn + rule.replace('Id: fn', "Id: fn\n          RoleArn: 'arn:aws:iam::123456789012:role/events'"),
    rule.replace('  Rule', 'Resources:\n  Rule').replace('!GetAtt Fn.Arn', '!ImportValue fn'),
    // The alias is called, and the permission is for the alias.
    fn + alias + rule.replace('!GetAtt Fn.Arn', '!Ref Live') + permission('!Ref Live', 'events.amazonaws.com'),
    `${fn}${alias}${rule.replace('!GetAtt Fn.Arn', "!Sub '${Fn.Arn}:live'")}${permission('!Ref Live', 'events.amazonaws.com')}`,
    body(
      ', Events: {Any: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /orders, Method: get}}, Post: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /orders, Method: post}}}',
    ),
    body().replaceAll('type: aws_proxy', "type: aws_proxy, credentials: 'arn:aws:iam::*:user/*'"),
    // The permission for calls through the URL lets no service in, so nothing has to wait for it.
    `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x, FunctionUrlConfig: {AuthType: NONE}}
${targets('!GetAtt Fn.Arn', '\n    DependsOn: Permission')}${permission('!GetAtt Fn.Arn', 'elasticloadbalancing.amazonaws.com', ', SourceAccount: !Ref AWS::AccountId')}`,
    // SAM adds what its events need, the alias of the function included.
    `Transform: AWS::Serverless-2016-10-31
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Users: {Type: AWS::Cognito::UserPool}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: a.b
      Runtime: nodejs22.x
      AutoPublishAlias: live
      Events:
        Topic: {Type: SNS, Properties: {Topic: !Ref Topic}}
        Users: {Type: Cognito, Properties: {UserPool: !Ref Users, Trigger: PreSignUp}}
        Log: {Type: CloudWatchLogs, Properties: {LogGroupName: orders, FilterPattern: ''}}
        Get: {Type: Api, Properties: {Path: /a, Method: get}}
        Http: {Type: HttpApi, Properties: {Path: /b, Method: get}}
        Rule: {Type: EventBridgeRule, Properties: {Pattern: {source: [a]}}}
`,
    // Where a nested stack gets the function, it may make the permission.
    `${fn}${rule}  Nested: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x, Parameters: {Fn: !Ref Fn}}}
`,
    fn +
      bucket('!GetAtt Fn.Arn', '\n    DependsOn: [Permission]') +
      permission('!GetAtt Fn.Arn', 's3.amazonaws.com', ', SourceAccount: !Ref AWS::AccountId'),
    // The bucket waits for the permission through something else.
    fn +
      bucket('!GetAtt Fn.Arn', '\n    DependsOn: Topic') +
      '  Topic: {Type: AWS::SNS::Topic, DependsOn: Permission}\n' +
      permission('!GetAtt Fn.Arn', 's3.amazonaws.com', ', SourceAccount: !Ref AWS::AccountId'),
    // SAM would add the permission, had the API no error.
    `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}}
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Domain: {DomainName: api.example.com}
      Auth: {Authorizers: {L: {FunctionArn: !GetAtt Fn.Arn, AuthorizerPayloadFormatVersion: '2.0', EnableFunctionDefaultPermissions: true}}}
`,
    // HTTP APIs: SAM's own permissions, and one for all routes.
    `${fn}  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
  Integration: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Fn.Arn}}
  Route: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: $default, Target: !Sub 'integrations/\${Integration}'}}
${permission('!Ref Fn', 'apigateway.amazonaws.com', ", SourceArn: !Sub 'arn:aws:execute-api:us-east-1:${AWS::AccountId}:${Api}/*/$default'")}`,
    // A route of a WebSocket API stands in the ARN as it is called.
    `${fn}  Chat: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: WEBSOCKET}}
  Integration: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Chat, IntegrationType: AWS_PROXY, IntegrationUri: ${uri('Fn.Arn')}}}
  Route: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Chat, RouteKey: send, Target: !Sub 'integrations/\${Integration}'}}
${permission('!Ref Fn', 'apigateway.amazonaws.com', ", SourceArn: !Sub 'arn:aws:execute-api:us-east-1:${AWS::AccountId}:${Chat}/live/send'")}`,
  ],
  invalid: [
    // Which of them is made first is left to chance.
    marked(
      fn +
        bucket('‹!GetAtt Fn.Arn›') +
        permission('!GetAtt Fn.Arn', 's3.amazonaws.com', ', SourceAccount: !Ref AWS::AccountId'),
      { messageId: 'beside', level: 'warning', data: { permission: 'Permission', owner: 'Bucket', fn: 'Fn' } },
      {
        output:
          fn +
          bucket('!GetAtt Fn.Arn', '\n    DependsOn: Permission') +
          permission('!GetAtt Fn.Arn', 's3.amazonaws.com', ', SourceAccount: !Ref AWS::AccountId'),
      },
    ),
    marked(
      fn + targets('‹!GetAtt Fn.Arn›') + permission('!Ref Fn', 'elasticloadbalancing.amazonaws.com'),
      { messageId: 'beside', data: { owner: 'Targets', principal: 'elasticloadbalancing.amazonaws.com' } },
      {
        output:
          fn +
          targets('!GetAtt Fn.Arn', '\n    DependsOn: Permission') +
          permission('!Ref Fn', 'elasticloadbalancing.amazonaws.com'),
      },
    ),
    marked(
      fn + rule.replace('!GetAtt Fn.Arn', '‹!GetAtt Fn.Arn›'),
      { messageId: 'missing', level: 'warning', data: { principal: 'events.amazonaws.com' } },
      { output: fn + added('FnRulePermission', 'events', 'SourceArn: !GetAtt Rule.Arn') + rule },
    ),
    marked(fn + alias + rule.replace('!GetAtt Fn.Arn', '‹!Ref Live›') + permission('!Ref Fn', 'events.amazonaws.com'), {
      messageId: 'qualifier',
      data: { called: "'live'", permission: 'Permission' },
    }),
    marked(
      fn + alias + rule.replace('!GetAtt Fn.Arn', '‹!GetAtt Fn.Arn›') + permission('!Ref Live', 'events.amazonaws.com'),
      { messageId: 'qualifier', data: { called: 'without a qualifier' } },
    ),
    // One finding for all routes of the API.
    marked(
      body().replace(`uri: ${uri('Fn.Arn')}`, `uri: ‹${uri('Fn.Arn')}›`),
      { messageId: 'missing', data: { what: 'a route of the REST API' } },
      {
        output: body().replace(
          '  Api:',
          `${added('FnApiPermission', 'apigateway', "SourceArn: !Sub 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*'")}  Api:`,
        ),
      },
    ),
    marked(
      fn + bucket('‹!GetAtt Fn.Arn›'),
      { messageId: 'missing', level: 'error', data: { consequence: "AWS refuses 'Bucket'" } },
      {
        output: fn + added('FnBucketPermission', 's3', 'SourceAccount: !Ref AWS::AccountId') + bucket('!GetAtt Fn.Arn'),
      },
    ),
    // The permission that names the bucket is made after the bucket, which already needs it.
    marked(
      fn + bucket('‹!GetAtt Fn.Arn›') + permission('!Ref Fn', 's3.amazonaws.com', ', SourceArn: !GetAtt Bucket.Arn'),
      { messageId: 'after', level: 'error', data: { permission: 'Permission', owner: 'Bucket' } },
    ),
    marked(
      fn + pool('‹!GetAtt Fn.Arn›'),
      { messageId: 'missing', data: { principal: 'cognito-idp.amazonaws.com' } },
      {
        output: fn + added('FnUsersPermission', 'cognito-idp', 'SourceArn: !GetAtt Users.Arn') + pool('!GetAtt Fn.Arn'),
      },
    ),
  ],
});
