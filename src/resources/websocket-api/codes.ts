import type { CodeDocs } from '../../model/code-doc.ts';

const api =
  'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-websocketapi.html';

const chat = (routes: string, more = ''): string => `
Chat:
  Type: AWS::Serverless::WebSocketApi
  Properties:
    RouteSelectionExpression: $request.body.action
    Routes:
${routes.replace(/^/gm, '      ')}${more === '' ? '' : `\n${more.replace(/^/gm, '    ')}`}`;

const connect = '$connect: {FunctionArn: !ImportValue connect}';
const other = '$default: {FunctionArn: !ImportValue chat}';

/** What is documented of the codes of `AWS::Serverless::WebSocketApi`. */
export const webSocketApiCodes: CodeDocs = {
  'auth-without-connect': {
    title: 'Auth without a $connect route',
    why: 'API Gateway authorizes the clients of a WebSocket API when they connect, and at no other time.',
    cure: 'Add a `$connect` route.',
    source: api,
    example: {
      in: 'resources',
      fails: chat(other, 'Auth: ‹{AuthType: AWS_IAM}›'),
      passes: chat(`${connect}\n${other}`, 'Auth: {AuthType: AWS_IAM}'),
    },
  },
  'auth-type-case': {
    title: 'AuthType that is not in capitals',
    why: 'Only the spelling in capitals takes effect. With another one anybody can connect.',
    cure: 'Write it in capitals.',
    source: api,
    example: {
      in: 'resources',
      fails: chat(connect, 'Auth: {AuthType: ‹aws_iam›}'),
      passes: chat(connect, 'Auth: {AuthType: AWS_IAM}'),
    },
  },
  'unsupported-auth-setting': {
    title: 'Setting that this AuthType does not have',
    why: 'Only `AuthType: CUSTOM` has an authorizer, and so settings of one.',
    cure: 'Remove the setting, or use `AuthType: CUSTOM`.',
    source: api,
    example: {
      in: 'resources',
      fails: chat(connect, 'Auth: {AuthType: AWS_IAM, AuthArn: ‹!ImportValue authorizer›}'),
      passes: chat(connect, 'Auth: {AuthType: CUSTOM, AuthArn: !ImportValue authorizer}'),
    },
  },
  'colliding-route-keys': {
    title: 'Routes that get the same logical IDs',
    why: 'The logical IDs of a route follow from its key without regard to case, so only the last of these routes is created.',
    cure: 'Rename one of the routes.',
    source: api,
    example: {
      in: 'resources',
      fails: chat(`send: {FunctionArn: !ImportValue chat}\n‹Send›: {FunctionArn: !ImportValue chat}`),
      passes: chat(`send: {FunctionArn: !ImportValue chat}\nreceive: {FunctionArn: !ImportValue chat}`),
    },
  },
  'unsupported-request-parameters': {
    title: 'Request parameters on another route than $connect',
    why: 'Only the request to connect is an HTTP request with headers and a query string.',
    cure: 'Move them to the `$connect` route.',
    source: api,
    example: {
      in: 'resources',
      fails: chat(
        `send:\n  FunctionArn: !ImportValue chat\n  RequestParameters: ‹{route.request.header.x: {Required: true}}›`,
      ),
      passes: chat(
        `$connect:\n  FunctionArn: !ImportValue chat\n  RequestParameters: {route.request.header.x: {Required: true}}`,
      ),
    },
  },
  'unsupported-mutual-tls': {
    title: 'Mutual TLS for a WebSocket API',
    why: 'API Gateway has mutual TLS for REST and HTTP APIs only.',
    cure: 'Remove `MutualTlsAuthentication`.',
    source: api,
    example: {
      in: 'resources',
      fails: chat(
        connect,
        'Domain:\n  DomainName: chat.example.com\n  CertificateArn: !ImportValue certificate\n  MutualTlsAuthentication: ‹{TruststoreUri: s3://trust/store.pem}›',
      ),
      passes: chat(connect, 'Domain:\n  DomainName: chat.example.com\n  CertificateArn: !ImportValue certificate'),
    },
  },
};
