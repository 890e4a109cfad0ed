import { location } from '../../codecs/location.ts';
import { asInSam, flag, text, verbatim, whole } from '../../codecs/scalars.ts';
import { property } from '../../language/key.ts';
import { kind } from '../../language/section.ts';
import { commonKeys, nameKey, tagsKey } from '../common.ts';

/** `AWS::Serverless::GraphQLApi` */
export const graphqlApi = kind({
  kind: 'graphql',
  heading: 'graphql',
  type: 'AWS::Serverless::GraphQLApi',
  title: 'a GraphQL API',
  keys: [
    ...commonKeys,
    nameKey('Name'),
    property('schema', 'SchemaUri', location, 'The file with the schema.', 'api/schema.graphql'),
    property('inline-schema', 'SchemaInline', verbatim, 'The schema itself.', "'type Query { hello: String }'"),
    property('auth', 'Auth', asInSam, 'Who may call, as in SAM.', '{Type: API_KEY}'),
    property('keys', 'ApiKeys', asInSam, 'API keys, as in SAM.', '{Main: {Description: For the web}}'),
    property(
      'sources',
      'DataSources',
      asInSam,
      'Data sources, as in SAM.',
      '{DynamoDb: {Orders: {TableName: !Ref Orders, TableArn: !GetAtt Orders.Arn}}}',
    ),
    property(
      'functions',
      'Functions',
      asInSam,
      'Functions of pipelines, as in SAM.',
      '{getOrder: {Runtime: {Name: APPSYNC_JS, Version: 1.0.0}, DataSource: Orders, CodeUri: api/get.js}}',
    ),
    property('resolvers', 'Resolvers', asInSam, 'Resolvers, as in SAM.', '{Query: {order: {Pipeline: [getOrder]}}}'),
    property(
      'domain',
      'DomainName',
      asInSam,
      'A domain of your own, as in SAM.',
      '{DomainName: api.example.com, CertificateArn: !Ref Certificate}',
    ),
    property(
      'cache',
      'Cache',
      asInSam,
      'A cache, as in SAM.',
      '{ApiCachingBehavior: FULL_REQUEST_CACHING, Ttl: 60, Type: SMALL}',
    ),
    property('logs', 'Logging', asInSam, 'What is logged, as in SAM.', '{FieldLogLevel: ERROR}'),
    property('tracing', 'XrayEnabled', flag(), 'Whether AWS X-Ray traces it.', 'true'),
    property('visibility', 'Visibility', text, 'Who can reach it.', 'PRIVATE'),
    property('owner', 'OwnerContact', text, 'Who answers for it.', 'shop@example.com'),
    property('introspection', 'IntrospectionConfig', text, 'Whether its schema can be asked for.', 'DISABLED'),
    property('max-depth', 'QueryDepthLimit', whole(), 'The deepest query.', '5'),
    property('max-resolvers', 'ResolverCountLimit', whole(), 'The most resolvers of a query.', '50'),
    tagsKey('map'),
  ],
  synonyms: { type: 'kind', 'schema-uri': 'schema', 'data-sources': 'sources', 'api-keys': 'keys' },
});
