import {
  any,
  boolean,
  closedObject,
  enumOf,
  listOf,
  literal,
  loose,
  map,
  mapOf,
  number,
  oneOf,
  string,
} from '../../schema/property.ts';

/** Numbers become texts, and an intrinsic function may stand for one. */
const text = oneOf(string, number, map);
const required = { required: true } as const;

const authorizer = {
  Type: literal(
    enumOf('AWS_IAM', 'API_KEY', 'AWS_LAMBDA', 'OPENID_CONNECT', 'AMAZON_COGNITO_USER_POOLS'),
    'Who is asked whether a request may pass.',
    required,
  ),
  LambdaAuthorizer: literal(
    closedObject({
      AuthorizerUri: loose(any, 'The ARN of the function that decides.', required),
      AuthorizerResultTtlInSeconds: loose(any, 'How long an answer is kept.'),
      IdentityValidationExpression: loose(any, 'What a token must look like.'),
    }),
    'The function that decides, for AWS_LAMBDA.',
  ),
  OpenIDConnect: literal(
    closedObject({
      AuthTTL: loose(any, 'How long a token is valid after the sign-in, in milliseconds.'),
      ClientId: loose(any, 'Which clients may use the API.'),
      IatTTL: loose(any, 'How long a token is valid after its issue, in milliseconds.'),
      Issuer: loose(any, 'The issuer of tokens.'),
    }),
    'The provider, for OPENID_CONNECT.',
  ),
  UserPool: literal(
    closedObject({
      UserPoolId: loose(any, 'The id of the user pool.', required),
      AwsRegion: loose(any, 'The region of the user pool.'),
      AppIdClientRegex: loose(any, 'Which app clients may use the API.'),
      DefaultAction: loose(any, 'What happens to requests that no directive is about; not in `Additional`.'),
    }),
    'The user pool, for AMAZON_COGNITO_USER_POOLS.',
  ),
} as const;

const runtime = closedObject({
  Name: loose(any, 'The name of the runtime.', required),
  Version: loose(any, 'Its version.', required),
});

const code = {
  InlineCode: loose(any, 'The code itself.'),
  CodeUri: loose(any, 'Where the code is in S3.'),
  Runtime: literal(runtime, 'The runtime of the code.'),
  MaxBatchSize: loose(any, 'How many requests are put into one batch.'),
  Sync: literal(
    closedObject({
      ConflictDetection: loose(any, 'How conflicts are found.', required),
      ConflictHandler: loose(any, 'How conflicts are solved.'),
      LambdaConflictHandlerConfig: literal(
        closedObject({
          LambdaConflictHandlerArn: loose(any, 'The ARN of the function that solves conflicts.', required),
        }),
        'The function that solves conflicts.',
      ),
    }),
    'Conflicts of versioned data.',
  ),
} as const;

const dataSource = {
  Name: literal(text, 'Its name; its key without it.'),
  Description: loose(any, 'A description.'),
  ServiceRoleArn: loose(any, 'The role that AppSync takes; one is generated without it.'),
} as const;

const dataSources = closedObject({
  DynamoDb: literal(
    mapOf(
      closedObject({
        ...dataSource,
        TableName: loose(any, 'The name of the table.', required),
        TableArn: loose(any, 'The ARN of the table, for the generated role; made from the name without it.'),
        Permissions: literal(listOf(enumOf('Read', 'Write')), 'What the generated role allows; all without it.'),
        Region: loose(any, 'The region of the table.'),
        DeltaSync: literal(
          closedObject({
            BaseTableTTL: loose(any, 'How long items stay in the table, in minutes.', required),
            DeltaSyncTableName: loose(any, 'The table of changes.', required),
            DeltaSyncTableTTL: loose(any, 'How long changes stay there, in minutes.', required),
          }),
          'Synchronizing of changes only.',
        ),
        UseCallerCredentials: loose(any, 'Uses the credentials of the caller.'),
        Versioned: loose(any, 'Detects and solves conflicts.'),
      }),
    ),
    'DynamoDB tables by name.',
  ),
  Lambda: literal(
    mapOf(closedObject({ ...dataSource, FunctionArn: loose(any, 'The ARN of the function.', required) })),
    'Lambda functions by name.',
  ),
});

/** The properties of `AWS::Serverless::GraphQLApi`. */
export const graphqlApiProperties = {
  Name: loose(string, 'The name of the API; the logical id without it.'),
  Tags: literal(map, 'Tags of the API.'),
  XrayEnabled: literal(oneOf(boolean, string, number), 'Traces requests with X-Ray.'),
  Auth: literal(
    closedObject({
      ...authorizer,
      Additional: literal(listOf(closedObject(authorizer)), 'Further ways to be let in.'),
    }),
    'Who may use the API.',
    required,
  ),
  SchemaInline: literal(string, 'The schema itself.'),
  SchemaUri: literal(string, 'Where the schema is in S3.'),
  Logging: literal(
    oneOf(
      boolean,
      closedObject({
        CloudWatchLogsRoleArn: loose(any, 'The role that writes logs; one is generated without it.'),
        ExcludeVerboseContent: loose(any, 'Leaves headers, contexts and templates out.'),
        FieldLogLevel: literal(text, 'What is logged of fields; ALL without it.'),
      }),
    ),
    'Logging to CloudWatch; on unless it is false.',
  ),
  DataSources: literal(dataSources, 'Where functions get their data.'),
  Functions: literal(
    mapOf(
      closedObject({
        ...code,
        DataSource: literal(text, 'A key of `DataSources`, NONE, or a reference to a data source elsewhere.'),
        Name: literal(text, 'Its name; its key without it.'),
        Description: loose(any, 'A description.'),
        Id: loose(any, 'The id of a function elsewhere, in place of everything else.'),
      }),
    ),
    'Functions by name.',
  ),
  Resolvers: literal(
    mapOf(
      mapOf(
        closedObject({
          ...code,
          FieldName: literal(text, 'The field; its key without it.'),
          Pipeline: literal(listOf(oneOf(string, number)), 'The functions that are run, in order.'),
          Caching: literal(
            closedObject({
              Ttl: loose(any, 'How long an answer is kept, in seconds.', required),
              CachingKeys: literal(listOf(any), 'What an answer depends on.'),
            }),
            'Caching of answers.',
          ),
        }),
      ),
    ),
    'Resolvers by type and field.',
  ),
  ApiKeys: literal(
    mapOf(
      closedObject({
        ApiKeyId: loose(any, 'The key to import.'),
        Description: loose(any, 'A description.'),
        ExpiresOn: loose(any, 'When it expires, in seconds since 1970.'),
      }),
    ),
    'API keys by name.',
  ),
  DomainName: literal(
    closedObject({
      CertificateArn: loose(any, 'The ARN of its certificate.', required),
      DomainName: loose(any, 'The domain name.', required),
      Description: loose(any, 'A description.'),
    }),
    'A custom domain.',
  ),
  Cache: literal(
    closedObject({
      ApiCachingBehavior: loose(any, 'What is cached.', required),
      Ttl: loose(any, 'How long, in seconds.', required),
      Type: loose(any, 'The size of the cache.', required),
      AtRestEncryptionEnabled: loose(any, 'Encrypts it at rest.'),
      TransitEncryptionEnabled: loose(any, 'Encrypts it in transit.'),
    }),
    'A cache in front of the data sources.',
  ),
  Visibility: loose(string, 'GLOBAL or PRIVATE.'),
  OwnerContact: loose(string, 'Whom to ask about the API.'),
  IntrospectionConfig: loose(string, 'ENABLED or DISABLED.'),
  QueryDepthLimit: loose(number, 'How deep a query may be nested.'),
  ResolverCountLimit: loose(number, 'How many resolvers a query may need.'),
} as const;
