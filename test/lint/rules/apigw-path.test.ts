import { apigwPath } from '../../../src/lint/rules/apigw-path.ts';
import { api, http, httpBody, restBody } from '../apis.ts';
import { tester } from '../tester.ts';

/** One event on each line from line 9 on; the path begins at column 44, for HTTP APIs at column 48. */
const events = (type: string, written: readonly (readonly [path: string, method: string])[]): string =>
  api(
    written
      .map(([path, method], at) => `\n  E${at}: {Type: ${type}, Properties: {Path: ${path}, Method: ${method}}}`)
      .join(','),
  );
const rest = (...paths: string[]): string =>
  events(
    'Api',
    paths.map((path) => [path, 'get']),
  );
const httpApi = (...written: [path: string, method: string][]): string => events('HttpApi', written);
const routes = (...keys: string[]): string =>
  http(
    ...keys.map(
      (key, at) => `R${at}: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: ${key}}}`,
    ),
  );
const resources = (...written: [part: string, parent: string, more?: string][]): string =>
  [
    'Conditions: {A: !Equals [a, b], B: !Equals [a, c]}',
    'Resources:',
    '  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}',
    ...written.map(
      ([part, parent, more = ''], at) =>
        `  R${at}: {Type: AWS::ApiGateway::Resource, ${more}Properties: {RestApiId: !Ref Api, ParentId: ${parent}, PathPart: ${part}}}`,
    ),
    '',
  ].join('\n');
const root = '!GetAtt Api.RootResourceId';

tester.run(apigwPath, {
  valid: [
    rest('/', '/a', '/a/', "'/a/{id}'", "'/a/{id}/b'", "'/b/{proxy+}'", '/v1.0/users:batch_get/a-b/c,d/$export'),
    // What stands at different places, or never at the same time.
    rest("'/a/{x}'", "'/b/{y}'", "'/a/{x}/{y}'"),
    restBody(
      "paths: {'/a/{x}': !If [A, {get: {}}, !Ref AWS::NoValue], '/a/{y}': !If [B, {get: {}}, !Ref AWS::NoValue]}",
    ),
    restBody(
      'paths: {/a: {get: {}, GET: {}, parameters: [], x-own: 1, x-amazon-apigateway-any-method: {}}, x-own: {}}',
    ),
    restBody("paths: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: s3://a/b}}}"),
    httpBody('openapi: 3.0.1, paths: {$default: {any: {}}, /$default: {post: {}}, /a: {get: {}}}'),
    // HTTP APIs: other methods, and {proxy+} beside {id}; unusual characters and prefixes are not known to be refused.
    httpApi(["'/a/{x}'", 'get'], ["'/a/{y}'", 'post'], ["'/a/{proxy+}'", 'any'], ["'/b/v{z}'", 'ANY'], ['/a@b', 'get']),
    routes('$default', 'GET /a', "'ANY /a/{proxy+}'", '!Ref Key', "!Sub 'GET /${Key}/{x}'"),
    http('R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: send}}').replace(
      'HTTP',
      'WEBSOCKET',
    ),
    resources(['a', root], ["'{b}'", root], ["'{c+}'", '!Ref R0'], ['!Ref P', '!Ref R0'], ["'{d}'", '!Ref R1']),
    resources(["'{a}'", root, 'Condition: A, '], ["'{b}'", root, 'Condition: B, ']),
  ],
  invalid: [
    {
      template: rest('users', "''", '/a//b', "'/a/{x'", "'/a/{}'", "'/a/v{x}'"),
      problems: [
        { messageId: 'slash', line: 9, column: 44, endColumn: 49, data: { path: 'users' } },
        { messageId: 'empty', line: 10, column: 44 },
        { messageId: 'double', line: 11, column: 44, level: 'warning' },
        { messageId: 'braces', line: 12, column: 44, data: { part: '{x' } },
        { messageId: 'nameless', line: 13, column: 44 },
        { messageId: 'part', line: 14, column: 44, data: { part: 'v{x}' } },
      ],
      output: rest('/users', "''", '/a//b', "'/a/{x'", "'/a/{}'", "'/a/v{x}'"),
    },
    {
      template: rest("'/a/{p+}/b'", "'/b/{x}/{x}'", "'/c d'", "'/{proxy++}'"),
      problems: [
        { messageId: 'greedy', line: 9, column: 44, data: { part: '{p+}' } },
        { messageId: 'repeated', line: 10, column: 44, level: 'warning', data: { name: 'x' } },
        { messageId: 'character', line: 11, column: 44, data: { character: 'a blank' } },
        { messageId: 'character', line: 12, column: 44, data: { character: "'+'" } },
      ],
    },
    {
      template: rest("'/a/{x}'", "'/a/{y}/b'", "'/a/{proxy+}'"),
      problems: [
        { messageId: 'sibling', line: 10, column: 44, data: { part: '{y}', other: '{x}', otherPath: '/a/{x}' } },
        { messageId: 'sibling', line: 11, column: 44, data: { part: '{proxy+}', other: '{x}' } },
      ],
    },
    {
      template: api(
        'E: {Type: Api, Properties: {Path: /a, Method: fetch}}, F: {Type: HttpApi, Properties: {Path: /a, Method: pach}}',
      ),
      problems: [
        { messageId: 'method', line: 8, column: 62, level: 'error' },
        { messageId: 'methodNear', line: 8, column: 121, data: { near: 'PATCH' } },
      ],
    },
    {
      template: restBody("paths: {users: {get: {}}, /a: {any: {}, gett: {}, summray: x}, '/b/{x}': {}, '/b/{y}': {}}"),
      problems: [
        { messageId: 'slash', line: 5, column: 22 },
        {
          messageId: 'methodNear',
          line: 5,
          column: 45,
          level: 'warning',
          data: { near: 'x-amazon-apigateway-any-method' },
        },
        { messageId: 'methodNear', line: 5, column: 54, data: { near: 'get' } },
        { messageId: 'methodNear', line: 5, column: 64, data: { near: 'summary' } },
        { messageId: 'sibling', line: 5, column: 91, level: 'error' },
      ],
      output: restBody("paths: {/users: {get: {}}, /a: {any: {}, gett: {}, summray: x}, '/b/{x}': {}, '/b/{y}': {}}"),
    },
    {
      template: httpApi(["'/a/{x}'", 'get'], ["'/a/{y}'", 'get'], ["'/a/{z}/b'", 'get']),
      problems: [
        { messageId: 'sibling', line: 10, column: 48, level: 'error' },
        { messageId: 'sibling', line: 11, column: 48, level: 'warning' },
      ],
    },
    {
      template: routes("'/a'", "'GET a'", "'FETCH /a'", "'GET /{p+}/a'"),
      problems: [
        { messageId: 'routeKey', line: 3, column: 80 },
        { messageId: 'slash', line: 4, column: 80 },
        { messageId: 'method', line: 5, column: 80 },
        { messageId: 'greedy', line: 6, column: 80 },
      ],
    },
    {
      template: resources(
        ['/a', root],
        ["'b/c'", root],
        ["'{x}'", root],
        ["'{y}'", root],
        ["'{z+}'", '!Ref R0'],
        ['d', '!Ref R4'],
        ['d', '!Ref R4'],
      ),
      problems: [
        { messageId: 'slashInPart', line: 4, column: 123 },
        { messageId: 'slashInPart', line: 5, column: 123 },
        { messageId: 'siblingPart', line: 7, column: 123 },
        { messageId: 'child', line: 9, column: 104 },
        { messageId: 'child', line: 10, column: 104 },
        { messageId: 'samePart', line: 10, column: 104 },
      ],
      output: resources(
        ['a', root],
        ["'b/c'", root],
        ["'{x}'", root],
        ["'{y}'", root],
        ["'{z+}'", '!Ref R0'],
        ['d', '!Ref R4'],
        ['d', '!Ref R4'],
      ),
    },
  ],
});
