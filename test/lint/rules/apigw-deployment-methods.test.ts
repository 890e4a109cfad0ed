import { apigwDeploymentMethods } from '../../../src/lint/rules/apigw-deployment-methods.ts';
import { tester } from '../tester.ts';

const template = (api: string, deployment: string, more = '') => `Resources:
  Shop: {Type: AWS::ApiGateway::RestApi, Properties: {${api}}}
  Current: {Type: AWS::ApiGateway::Deployment, ${deployment}Properties: {RestApiId: !Ref Shop}}
${more}`;
const method = '  Ping: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Shop, HttpMethod: GET}}\n';
const second = method.replace('Ping', 'Pong').replace('GET', 'POST');
const trigger = '  Handle: {Type: AWS::CloudFormation::WaitConditionHandle, DependsOn: Ping}\n';
const serverless = (definition: string, event = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop: {Type: AWS::Serverless::Api, Properties: {StageName: v1, ${definition}}}
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Runtime: nodejs22.x, Handler: index.handler, InlineCode: x, ${
      event && `Events: {Ping: {Type: Api, Properties: {${event}Path: /ping, Method: get}}}`
    }}
`;
const sockets = (deployment: string) => `Resources:
  Chat: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: WEBSOCKET}}
  Connect: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Chat, RouteKey: $connect}}
  Current: {Type: AWS::ApiGatewayV2::Deployment, ${deployment}Properties: {ApiId: !Ref Chat}}
`;

tester.run(apigwDeploymentMethods, {
  valid: [
    template('Name: a', 'DependsOn: Ping, ', method),
    template('Name: a', 'DependsOn: [Handle], ', method + trigger),
    template('Name: a', 'DependsOn: [Ping, Pong], ', method + second),
    // The second deployment brings what the first one leaves out.
    template(
      'Name: a',
      'DependsOn: Ping, ',
      `${method}${second}  Later: {Type: AWS::ApiGateway::Deployment, DependsOn: [Ping, Pong], Properties: {RestApiId: !Ref Shop}}\n`,
    ),
    template('Name: a', 'DependsOn: Ping, ', method + second.replace('!Ref Shop', '!ImportValue shop')),
    // The stage deploys by itself.
    `${sockets('DependsOn: Connect, ')}  Leave: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Chat, RouteKey: $disconnect}}
  Live: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Chat, StageName: live, AutoDeploy: true}}
`,
    template('Body: {paths: {/ping: {get: {}}}}', ''),
    template("Body: {'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: 's3://a/b'}}}", ''),
    template('CloneFrom: abc', ''),
    serverless('DefinitionBody: {paths: {/ping: {get: {}}}}'),
    serverless("DefinitionUri: 's3://a/b'"),
    serverless('', 'RestApiId: !Ref Shop, '),
    // A function with an error brings no path; the error is reported already.
    serverless('', 'RestApiId: !Ref Shop, ').replace('Handler: index.handler, ', ''),
    // An event whose API cannot be told may be on this one.
    serverless('', 'RestApiId: 5, '),
    sockets('DependsOn: Connect, '),
    sockets('').replace('Name: a, ', 'Target: !ImportValue fn, '),
    template('Body: !Ref Body', ''),
    `Resources:\n  Current: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api}}\n`,
  ],
  invalid: [
    {
      template: template('Name: a', 'DependsOn: Ping, ', method + second),
      problems: [
        { messageId: 'partial', line: 3, column: 3, level: 'warning', data: { id: 'Current', entry: 'Pong' } },
      ],
    },
    {
      template: `${sockets('DependsOn: Connect, ')}  Leave: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Chat, RouteKey: $disconnect}}\n`,
      problems: [{ messageId: 'partial', line: 4, column: 3, level: 'warning', data: { entry: 'Leave' } }],
    },
    {
      template: template('Name: a', '', method),
      problems: [{ messageId: 'early', line: 3, column: 3, data: { id: 'Current', api: 'Shop', entry: 'Ping' } }],
    },
    { template: template('Body: {paths: {}}', ''), problems: [{ messageId: 'none', line: 3, column: 3 }] },
    { template: serverless(''), problems: [{ messageId: 'unused', line: 3, column: 3, data: { api: 'Shop' } }] },
    // The event belongs to ServerlessRestApi.
    { template: serverless('', 'Auth: {Authorizer: NONE}, '), problems: [{ messageId: 'unused', line: 3, column: 3 }] },
    {
      template: serverless('') + method,
      problems: [{ messageId: 'outside', line: 3, column: 3, data: { entry: 'Ping' } }],
    },
    {
      template: sockets(''),
      problems: [{ messageId: 'early', line: 4, column: 3, data: { id: 'Current', api: 'Chat', entry: 'Connect' } }],
    },
    {
      template: sockets('').replace('!Ref Chat, RouteKey', '!ImportValue chat, RouteKey'),
      problems: [{ messageId: 'none', line: 4, column: 3, data: { words: 'routes' } }],
    },
    {
      template: template('Name: a', 'DependsOn: Shop, '),
      problems: [{ messageId: 'none', line: 3, column: 3, data: { api: 'Shop' } }],
    },
  ],
});
