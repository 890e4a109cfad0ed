import type { CodeDocs } from '../model/code-doc.ts';

const guide = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide';
const apiEvent = `${guide}/sam-property-function-api.html`;
const apiAuth = `${guide}/sam-property-function-apifunctionauth.html`;
const httpAuth = `${guide}/sam-property-function-httpapifunctionauth.html`;

const code = 'Runtime: nodejs24.x, Handler: index.handler, InlineCode: "exports.handler = async () => {}"';

/** An API with these properties, and a function with an event of it. */
const withApi = (type: 'Api' | 'HttpApi', api: string, event: string): string => `
Shop:
  Type: AWS::Serverless::${type}
  Properties: {${[type === 'Api' ? 'StageName: prod' : '', api].filter((part) => part !== '').join(', ')}}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    ${code.replaceAll(', ', '\n    ')}
    Events:
      Get:
        Type: ${type}
        Properties:
          ${type === 'Api' ? 'RestApiId' : 'ApiId'}: !Ref Shop
          Path: /orders
          Method: get
          ${event}`;

const pool =
  'Authorizers: {Users: {UserPoolArn: !Sub "arn:${AWS::Partition}:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool/p"}}';
const jwt =
  'Authorizers: {Users: {JwtConfiguration: {issuer: https://id.example.com, audience: [web]}, IdentitySource: $request.header.Authorization}}';

/** A function with an event of a broker or cluster. */
const stream = (type: string, properties: string): string => `
Events:
  Orders:
    Type: ${type}
    Properties:
      ${properties}`;

const broker = '!Sub arn:${AWS::Partition}:mq:${AWS::Region}:${AWS::AccountId}:broker:shop:b-1';
const secret = '!Sub arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:shop-a1b2c3';

/** What is documented of the codes that events have. */
export const eventCodes: CodeDocs = {
  'not-in-template': {
    title: 'Event of a resource outside the template',
    why: 'Such an event changes the resource that it refers to: it adds a notification to a bucket, a trigger to a user pool or a route to an API. It can only change what is in the same template.',
    cure: 'Refer to a resource of this template with `!Ref`, or use another kind of event.',
    source: `${guide}/sam-property-function-s3.html`,
    example: {
      in: 'function',
      fails: 'Events:\n  Upload: {Type: S3, Properties: {Bucket: ‹uploads›, Events: "s3:ObjectCreated:*"}}',
      passes: 'Events:\n  Upload: {Type: SNS, Properties: {Topic: !ImportValue uploads}}',
    },
  },
  'unknown-authorizer': {
    title: 'Authorizer that the API does not have',
    why: 'An event or `DefaultAuthorizer` names an authorizer that is not under `Authorizers` of the API.',
    cure: 'Correct the name, or define the authorizer.',
    source: apiAuth,
    example: {
      in: 'resources',
      fails: withApi('Api', `Auth: {${pool}}`, 'Auth: {Authorizer: ‹User›}'),
      passes: withApi('Api', `Auth: {${pool}}`, 'Auth: {Authorizer: Users}'),
    },
  },
  'missing-authorizer': {
    title: 'Auth of an HttpApi event without an authorizer',
    why: 'The settings apply to an authorizer: that of the event, or the default authorizer of the API. Here is neither.',
    cure: 'Add `Authorizer`, or a `DefaultAuthorizer` to the API.',
    source: httpAuth,
    example: {
      in: 'resources',
      fails: withApi('HttpApi', `Auth: {${jwt}}`, 'Auth: ‹{AuthorizationScopes: [orders]}›'),
      passes: withApi('HttpApi', `Auth: {${jwt}}`, 'Auth: {Authorizer: Users, AuthorizationScopes: [orders]}'),
    },
  },
  'no-default-authorizer': {
    title: 'NONE without a default authorizer',
    why: '`Authorizer: NONE` opens one route of an API that has a default authorizer. Without one it has no effect, and the transform refuses it.',
    cure: 'Remove `Authorizer: NONE`, or add a `DefaultAuthorizer` to the API.',
    source: apiAuth,
    example: {
      in: 'resources',
      fails: withApi('Api', `Auth: {${pool}}`, 'Auth: {Authorizer: ‹NONE›}'),
      passes: withApi('Api', `Auth: {DefaultAuthorizer: Users, ${pool}}`, 'Auth: {Authorizer: NONE}'),
    },
  },
  'api-key-not-required': {
    title: 'API key switched off that the API does not require',
    why: '`ApiKeyRequired: false` excepts one route from an API that requires a key on all of them. The transform refuses it elsewhere.',
    cure: 'Remove it, or set `ApiKeyRequired: true` on the API.',
    source: apiAuth,
    example: {
      in: 'resources',
      fails: withApi('Api', `Auth: {${pool}}`, 'Auth: {ApiKeyRequired: ‹false›}'),
      passes: withApi('Api', 'Auth: {ApiKeyRequired: true}', 'Auth: {ApiKeyRequired: false}'),
    },
  },
  'scopes-without-authorizer': {
    title: 'Scopes without an authorizer',
    why: 'Scopes limit what an authorizer accepts, so the event must name the authorizer beside them.',
    cure: 'Add `Authorizer`.',
    source: apiAuth,
    example: {
      in: 'resources',
      fails: withApi('Api', `Auth: {${pool}}`, 'Auth: {AuthorizationScopes: ‹[orders]›}'),
      passes: withApi('Api', `Auth: {${pool}}`, 'Auth: {Authorizer: Users, AuthorizationScopes: [orders]}'),
    },
  },
  'nothing-to-override': {
    title: 'OverrideApiAuth without settings',
    why: '`OverrideApiAuth` puts the settings of the event in the place of those in the definition of the API, but the event has no such settings.',
    cure: 'Add `Authorizer`, `ApiKeyRequired` or `ResourcePolicy`, or remove `OverrideApiAuth`.',
    source: apiAuth,
    example: {
      in: 'resources',
      fails: withApi('Api', `Auth: {${pool}}`, 'Auth: {OverrideApiAuth: ‹true›}'),
      passes: withApi('Api', `Auth: {${pool}}`, 'Auth: {Authorizer: Users}'),
    },
  },
  'unknown-model': {
    title: 'Model that the API does not have',
    why: '`RequestModel` validates requests by a model under `Models` of the API.',
    cure: 'Correct the name, or add the model.',
    source: apiEvent,
    example: {
      in: 'resources',
      fails: withApi('Api', 'Models: {Order: {type: object}}', 'RequestModel: {Model: ‹Orders›}'),
      passes: withApi('Api', 'Models: {Order: {type: object}}', 'RequestModel: {Model: Order}'),
    },
  },
  'unsupported-consumer-group': {
    title: 'Consumer group for a source that has none',
    why: 'Only Kafka has consumer groups: events of the types MSK and SelfManagedKafka.',
    cure: 'Remove `ConsumerGroupId`.',
    source: `${guide}/sam-property-function-msk.html`,
    example: {
      in: 'function',
      fails: stream(
        'Kinesis',
        'Stream: !ImportValue orders\n      StartingPosition: LATEST\n      ConsumerGroupId: ‹orders›',
      ),
      passes: stream('Kinesis', 'Stream: !ImportValue orders\n      StartingPosition: LATEST'),
    },
  },
  'missing-source-access': {
    title: 'Broker or cluster without a way to log in',
    why: 'Lambda reads the source with the secret, or from the VPC, that `SourceAccessConfigurations` names.',
    cure: 'Add `SourceAccessConfigurations`.',
    source: `${guide}/sam-property-function-mq.html`,
    example: {
      in: 'function',
      fails: `Events:\n  ‹Orders›: {Type: MQ, Properties: {Broker: ${broker.replace('!Sub ', '!Sub "')}", Queues: [orders]}}`,
      passes: stream(
        'MQ',
        `Broker: ${broker}\n      Queues: [orders]\n      SourceAccessConfigurations:\n        - {Type: BASIC_AUTH, URI: ${secret.replace('!Sub ', '!Sub "')}"}`,
      ),
    },
  },
  'multiple-source-access': {
    title: 'Broker or cluster with two logins',
    why: 'A source takes one login.',
    cure: 'Keep one of them.',
    source: `${guide}/sam-property-function-mq.html`,
    example: {
      in: 'function',
      fails: stream(
        'MQ',
        `Broker: ${broker}\n      Queues: [orders]\n      SourceAccessConfigurations:\n        - {Type: BASIC_AUTH, URI: ${secret.replace('!Sub ', '!Sub "')}"}\n        - ‹{Type: BASIC_AUTH, URI: ${secret.replace('!Sub ', '!Sub "')}"}`,
      ),
      passes: stream(
        'MQ',
        `Broker: ${broker}\n      Queues: [orders]\n      SourceAccessConfigurations:\n        - {Type: BASIC_AUTH, URI: ${secret.replace('!Sub ', '!Sub "')}"}`,
      ),
    },
  },
  'incomplete-source-access': {
    title: 'VPC of a cluster with half of what it needs',
    why: 'Lambda reaches a Kafka cluster in a VPC with both subnets and a security group.',
    cure: 'Add the missing item of `SourceAccessConfigurations`.',
    source: `${guide}/sam-property-function-selfmanagedkafka.html`,
    example: {
      in: 'function',
      fails: stream(
        'SelfManagedKafka',
        'KafkaBootstrapServers: ["kafka.example.com:9092"]\n      Topics: [orders]\n      StartingPosition: LATEST\n      SourceAccessConfigurations: [{Type: VPC_SUBNET, URI: ‹"subnet:subnet-1a2b3c4d"›}]',
      ),
      passes: stream(
        'SelfManagedKafka',
        'KafkaBootstrapServers: ["kafka.example.com:9092"]\n      Topics: [orders]\n      StartingPosition: LATEST\n      SourceAccessConfigurations:\n        - {Type: VPC_SUBNET, URI: "subnet:subnet-1a2b3c4d"}\n        - {Type: VPC_SECURITY_GROUP, URI: "security_group:sg-1a2b3c4d"}',
      ),
    },
  },
};
