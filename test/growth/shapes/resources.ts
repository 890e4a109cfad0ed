import {
  api,
  arn,
  condition,
  fn,
  httpApi,
  listOf,
  machine,
  many,
  mapOf,
  nested,
  policy,
  resources,
  type Shape,
  shape,
  statement,
  states,
  table,
  topic,
} from './builders.ts';

const domain = (name: string) => ({
  DomainName: `${name}.example.com`,
  CertificateArn: arn('acm', 'certificate/c'),
  Route53: { HostedZoneId: 'z' },
});

const any = { Path: '/a', Method: 'any' };

/** Many resources of a kind. */
const numerous: readonly Shape[] = [
  shape('functions with all that belongs to them', 40, (size) => {
    const properties = {
      AutoPublishAlias: 'live',
      DeploymentPreference: { Type: 'AllAtOnce' },
      Tags: { a: 'b' },
      PropagateTags: true,
      Policies: ['AWSLambda_FullAccess', { SQSPollerPolicy: { QueueName: 'q' } }],
      EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: 'SQS' } } },
    };
    return resources(mapOf(size, (at) => [`F${at}`, fn(properties)]));
  }),
  shape('functions on one queue', 60, (size) => {
    const Events = { A: { Type: 'SQS', Properties: { Queue: { 'Fn::GetAtt': ['Q', 'Arn'] } } } };
    return resources({
      Q: { Type: 'AWS::SQS::Queue' },
      ...mapOf(size, (at) => [`F${at}`, fn({ Timeout: 60, Events })]),
    });
  }),
  shape('parameters beside choices by conditions on them', 1000, (size) =>
    resources(
      {
        Fn: fn({
          Environment: {
            Variables: mapOf(2 * size, (at) => [
              `V${at}`,
              at < size ? { Ref: `P${at}` } : { 'Fn::If': [`C${at - size}`, 'a', 'b'] },
            ]),
          },
        }),
      },
      {
        Parameters: mapOf(size, (at) => [`P${at}`, { Type: 'String', Default: 'a' }]),
        Conditions: mapOf(size, (at) => [`C${at}`, { 'Fn::Equals': [{ Ref: `P${at}` }, 'b'] }]),
      },
    ),
  ),
  shape('functions with conditions on one path', 40, (size) =>
    resources(
      mapOf(size, (at) => [
        `F${at}`,
        { ...fn({ Events: { A: { Type: 'Api', Properties: any } } }), Condition: `C${at}` },
      ]),
      { Conditions: mapOf(size, (at) => [`C${at}`, condition(`${at}`)]) },
    ),
  ),
  shape('tables, layers, applications and state machines', 40, (size) =>
    resources({
      ...mapOf(size, (at) => [`T${at}`, table]),
      ...mapOf(size, (at) => [
        `L${at}`,
        { Type: 'AWS::Serverless::LayerVersion', Properties: { ContentUri: 's3://b/k' } },
      ]),
      ...mapOf(size, (at) => [
        `A${at}`,
        { Type: 'AWS::Serverless::Application', Properties: { Location: 'https://x/y' } },
      ]),
      ...mapOf(size, (at) => [`S${at}`, machine(states(2, () => ({ Type: 'Pass' })))]),
    }),
  ),
  shape('APIs with domains', 20, (size) => {
    const DefinitionBody = { swagger: '2.0', paths: { '/a': { get: {} } } };
    return resources({
      ...mapOf(size, (at) => [`A${at}`, api({ Cors: "'*'", Domain: domain(`a${at}`), DefinitionBody })]),
      ...mapOf(size, (at) => [`H${at}`, httpApi({ Domain: domain(`h${at}`) })]),
    });
  }),
  shape('routes with authorizers of their own', 100, (size) => {
    const authorizers = mapOf(size, (at) => [`A${at}`, { UserPoolArn: arn('cognito-idp', `userpool/u${at}`) }]);
    const jwt = { IdentitySource: '$request.header.a', JwtConfiguration: { issuer: 'https://x', audience: ['a'] } };
    const event = (type: string, id: object, at: number) => ({
      Type: type,
      Properties: { ...id, Path: `/p${at}`, Method: 'get', Auth: { Authorizer: `A${at}` } },
    });
    return resources({
      A: api({ Auth: { Authorizers: authorizers, DefaultAuthorizer: 'A0' } }),
      H: httpApi({ Auth: { Authorizers: mapOf(size, (at) => [`A${at}`, jwt]), DefaultAuthorizer: 'A0' } }),
      F: fn({ Events: mapOf(size, (at) => [`E${at}`, event('Api', { RestApiId: { Ref: 'A' } }, at)]) }),
      G: fn({ Events: mapOf(size, (at) => [`E${at}`, event('HttpApi', { ApiId: { Ref: 'H' } }, at)]) }),
    });
  }),
  shape('routes with models and settings', 100, (size) => {
    const event = (at: number) => ({
      Type: 'Api',
      Properties: {
        RestApiId: { Ref: 'A' },
        Path: `/p${at}`,
        Method: 'post',
        RequestModel: { Model: `M${at}`, ValidateBody: true },
        RequestParameters: ['method.request.header.a'],
        Auth: { ApiKeyRequired: true, ResourcePolicy: { IpRangeBlacklist: [`1.2.3.${at}`] } },
      },
    });
    return resources({
      A: api({
        Models: mapOf(size, (at) => [`M${at}`, { type: 'object' }]),
        Auth: { UsagePlan: { CreateUsagePlan: 'PER_API' } },
      }),
      F: fn({ AutoPublishAlias: 'live', Events: mapOf(size, (at) => [`E${at}`, event(at)]) }),
    });
  }),
  shape('functions on a WebSocket API', 100, (size) =>
    resources({
      W: {
        Type: 'AWS::Serverless::WebSocketApi',
        Properties: {
          RouteSelectionExpression: '$request.body.a',
          Routes: mapOf(size, (at) => [`r${at}`, { FunctionArn: { 'Fn::GetAtt': [`F${at}`, 'Arn'] } }]),
        },
      },
      ...mapOf(size, (at) => [`F${at}`, fn({})]),
    }),
  ),
  shape('connectors from a rule to its targets', 100, (size) => {
    const Targets = listOf(size, (at) => ({ Id: `t${at}`, Arn: { 'Fn::GetAtt': [`Q${at}`, 'Arn'] } }));
    const Connectors = mapOf(size, (at) => [
      `C${at}`,
      { Properties: { Destination: { Id: `Q${at}` }, Permissions: ['Write'] } },
    ]);
    return resources({
      R: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['a'] }, Targets }, Connectors },
      ...mapOf(size, (at) => [`Q${at}`, { Type: 'AWS::SQS::Queue' }]),
    });
  }),
  shape('GraphQL resolvers and functions', 60, (size) =>
    resources({
      G: {
        Type: 'AWS::Serverless::GraphQLApi',
        Properties: {
          SchemaInline: 'type Query { a: String }',
          Auth: { Type: 'AWS_IAM' },
          DataSources: { Lambda: mapOf(size, (at) => [`D${at}`, { FunctionArn: arn('lambda', `function:f${at}`) }]) },
          Functions: mapOf(size, (at) => [
            `F${at}`,
            { DataSource: `D${at}`, Runtime: { Name: 'APPSYNC_JS', Version: '1.0.0' }, InlineCode: 'x' },
          ]),
          Resolvers: {
            Query: mapOf(size, (at) => [
              `q${at}`,
              { Pipeline: [`F${at}`], Runtime: { Name: 'APPSYNC_JS', Version: '1.0.0' }, InlineCode: 'x' },
            ]),
          },
        },
      },
    }),
  ),
  shape('connectors from one function', 40, (size) => {
    const Connectors = mapOf(size, (at) => [
      `C${at}`,
      { Properties: { Destination: { Id: `T${at}` }, Permissions: ['Read', 'Write'] } },
    ]);
    return resources({ F: { ...fn({}), Connectors }, ...mapOf(size, (at) => [`T${at}`, table]) });
  }),
  shape('connectors to one table', 40, (size) => {
    const Connectors = { C: { Properties: { Destination: { Id: 'T' }, Permissions: ['Read'] } } };
    return resources({ T: table, ...mapOf(size, (at) => [`F${at}`, { ...fn({}), Connectors }]) });
  }),
  shape('Globals and functions', 40, (size) => {
    const Environment = { Variables: mapOf(100, (at) => [`V${at}`, 'x']) };
    const Globals = { Function: { Environment, Tags: { a: 'b' } } };
    return resources(
      mapOf(size, (at) => [`F${at}`, fn({})]),
      { Globals },
    );
  }),
  shape('dependencies after each other', 130, (size) =>
    resources(mapOf(size, (at) => [`T${at}`, { ...topic({}), ...(at > 0 && { DependsOn: `T${at - 1}` }) }])),
  ),
  shape('dependencies in a circle', 130, (size) =>
    resources(mapOf(size, (at) => [`T${at}`, { ...topic({}), DependsOn: `T${(at + 1) % size}` }])),
  ),
  shape('dependencies of one resource', 200, (size) =>
    resources({
      A: { ...topic({}), DependsOn: listOf(size, (at) => `T${at}`) },
      ...mapOf(size, (at) => [`T${at}`, topic({})]),
    }),
  ),
  shape('types that are not there', 500, (size) =>
    resources(mapOf(size, (at) => [`T${at}`, { Type: `AWS::Serverless::Functoin${at}` }])),
  ),
];

/** One resource with much in it. */
const large: readonly Shape[] = [
  shape('routes in a definition', 100, (size) => {
    const paths = mapOf(size, (at) => [`/a/b${at}/{c}`, { get: { responses: {} }, post: {} }]);
    const Auth = { DefaultAuthorizer: 'AWS_IAM', ApiKeyRequired: true };
    return resources({ A: api({ Cors: "'*'", Auth, DefinitionBody: { swagger: '2.0', paths } }) });
  }),
  shape('routes in a definition of an HTTP API', 100, (size) => {
    const paths = mapOf(size, (at) => [`/a/b${at}/{c}`, { get: { responses: {} }, post: {} }]);
    return resources({ A: httpApi({ CorsConfiguration: true, DefinitionBody: { openapi: '3.0.1', paths } }) });
  }),
  shape('parts and parameters of one path', 60, (size) => {
    const Path = many(size, (at) => `/{p${at}}`);
    const Events = {
      A: { Type: 'HttpApi', Properties: { Path, Method: 'get' } },
      B: { Type: 'Api', Properties: { Path, Method: 'get' } },
    };
    return resources({ F: fn({ Events }) });
  }),
  shape('models, authorizers, responses, settings and variables of an API', 40, (size) => {
    const Authorizers = mapOf(size, (at) => [`A${at}`, { UserPoolArn: arn('cognito-idp', `userpool/u${at}`) }]);
    const settings = {
      Models: mapOf(size, (at) => [`M${at}`, { type: 'object' }]),
      Auth: { Authorizers },
      GatewayResponses: mapOf(size, (at) => [`R${at}`, { StatusCode: 400 }]),
      MethodSettings: listOf(size, (at) => ({ ResourcePath: `/a${at}`, HttpMethod: 'GET' })),
      Variables: mapOf(size, (at) => [`v${at}`, 'x']),
    };
    return resources({ A: api(settings) });
  }),
  shape('statements of a policy', 130, (size) => {
    const one = (at: number) =>
      statement({ Sid: `S${at}`, Action: [`s3:Get${at}*`, 'sqs:SendMessage'], Resource: `arn:aws:s3:::b${at}/*` });
    return resources({ P: policy(listOf(size, one)) });
  }),
  shape('actions of a statement', 200, (size) => {
    const Action = listOf(size, (at) => `s3:G*t?b${at}*`);
    return resources({ P: policy(statement({ Action, Resource: listOf(size, (at) => `arn:aws:s3:::b${at}`) })) });
  }),
  shape('policies of a function', 100, (size) => {
    const one = (at: number) =>
      at % 2 === 0 ? { SQSPollerPolicy: { QueueName: `q${at}` } } : { Version: '2012-10-17', Statement: statement({}) };
    return resources({ F: fn({ Policies: listOf(size, one) }) });
  }),
  shape('managed policies and layers of a function', 200, (size) => {
    const Policies = listOf(size, (at) => `arn:aws:iam::aws:policy/p${at}`);
    return resources({ F: fn({ Policies, Layers: listOf(size, (at) => arn('lambda', `layer:l${at}:1`)) }) });
  }),
  shape('variables of an environment', 330, (size) => {
    const Variables = mapOf(size, (at) => [`V${at}`, { 'Fn::Sub': '${AWS::Region}-x' }]);
    return resources({ F: fn({ Environment: { Variables } }) });
  }),
  shape('states after each other', 130, (size) =>
    resources({ S: machine(states(size, () => ({ Type: 'Task', Resource: arn('lambda', 'function:f') }))) }),
  ),
  shape('choices of a state', 130, (size) => {
    const Choices = listOf(size, (at) => ({ Variable: '$.a', NumericEquals: at, Next: 'E' }));
    const States = { C: { Type: 'Choice', Choices, Default: 'E' }, E: { Type: 'Succeed' } };
    return resources({ S: machine({ StartAt: 'C', States }) });
  }),
  shape('maps of states in each other', 8, (size) => {
    const around = (inner: unknown) => ({
      StartAt: 'M',
      States: { M: { Type: 'Map', ItemProcessor: inner, End: true } },
    });
    return resources({
      S: machine(
        nested(
          size,
          around,
          states(1, () => ({ Type: 'Pass' })),
        ) as object,
      ),
    });
  }),
  shape('a pattern of events', 200, (size) => {
    const EventPattern = {
      source: listOf(size, (at) => ({ prefix: `a${at}` })),
      detail: mapOf(size, (at) => [`k${at}`, ['x']]),
    };
    return resources({ R: { Type: 'AWS::Events::Rule', Properties: { EventPattern } } });
  }),
  shape('tags that generated resources get too', 200, (size) => {
    const Events = mapOf(20, (at) => [`E${at}`, { Type: 'Schedule', Properties: { Schedule: 'rate(1 day)' } }]);
    const Tags = mapOf(size, (at) => [`k${at}`, 'x']);
    return resources({ F: fn({ Tags, PropagateTags: true, AutoPublishAlias: 'live', Events }) });
  }),
  shape('properties that are not there', 1000, (size) =>
    resources({
      F: fn(mapOf(size, (at) => [`Memoriy${at}`, 1])),
      T: topic(mapOf(size, (at) => [`TopicNam${at}`, 1])),
    }),
  ),
  shape('keys that are numbers', 660, (size) =>
    resources({ T: { ...topic({}), Metadata: mapOf(size, (at) => [`${at}`, 1]) } }),
  ),
];

/** Sections beside the resources. */
const sections: readonly Shape[] = [
  shape('parameters, mappings and outputs', 100, (size) =>
    resources(
      { T: topic({}) },
      {
        Parameters: mapOf(size, (at) => [`P${at}`, { Type: 'String', Default: 'x' }]),
        Mappings: { M: mapOf(size, (at) => [`k${at}`, { v: 'x' }]) },
        Outputs: mapOf(size, (at) => [
          `O${at}`,
          { Value: { 'Fn::Join': ['-', [{ Ref: `P${at}` }, { 'Fn::FindInMap': ['M', `k${at}`, 'v'] }]] } },
        ]),
      },
    ),
  ),
  shape('conditions that need each other', 130, (size) => {
    const one = (at: number) =>
      at === 0
        ? condition({ Ref: 'AWS::Region' })
        : { 'Fn::Or': [{ Condition: `C${at - 1}` }, { Condition: `C${at - 1}` }] };
    const Conditions = mapOf(size, (at) => [`C${at}`, one(at)]);
    return resources({ T: { ...topic({}), Condition: `C${size - 1}` } }, { Conditions });
  }),
  shape('resources under conditions', 60, (size) => {
    const one = (at: number) => ({
      ...topic({ TopicName: { 'Fn::If': [`C${at}`, { Ref: `P${at}` }, 'x'] } }),
      Condition: `C${at}`,
    });
    const Parameters = mapOf(size, (at) => [`P${at}`, { Type: 'String', Default: '' }]);
    const Conditions = mapOf(size, (at) => [`C${at}`, { 'Fn::Not': [condition({ Ref: `P${at}` })] }]);
    return resources(
      mapOf(size, (at) => [`T${at}`, one(at)]),
      { Parameters, Conditions },
    );
  }),
  shape('resources of one name under conditions on one parameter', 60, (size) => {
    const queue = (at: number) => ({
      Type: 'AWS::SQS::Queue',
      Condition: `C${at}`,
      Properties: { QueueName: { 'Fn::If': [`C${at}`, 'a', `b${at}`] } },
    });
    const Conditions = mapOf(size, (at) => [`C${at}`, { 'Fn::Equals': [{ Ref: 'AWS::Region' }, `r${at}`] }]);
    return resources(
      mapOf(size, (at) => [`Q${at}`, queue(at)]),
      { Conditions },
    );
  }),
  shape('conditions that are one after another part of the next', 60, (size) => {
    const equals = (at: number) => ({ 'Fn::Equals': [{ Ref: 'AWS::Region' }, `r${at}`] });
    const Conditions = mapOf(size, (at) => [
      `C${at}`,
      at === 0 ? equals(0) : { 'Fn::And': [{ Condition: `C${at - 1}` }, equals(at)] },
    ]);
    const Tags = (at: number) => [{ Key: 'a', Value: { Ref: `Q${Math.max(0, at - 1)}` } }];
    return resources(
      mapOf(size, (at) => [`Q${at}`, { Type: 'AWS::SQS::Queue', Condition: `C${at}`, Properties: { Tags: Tags(at) } }]),
      { Conditions },
    );
  }),
  shape('substitutions of tasks', 500, (size) => {
    const task = (at: number) => ({ Type: 'Task', Resource: `\${F${at}}`, Next: `S${at + 1}` });
    const States = { ...mapOf(size, (at) => [`S${at}`, task(at)]), [`S${size}`]: { Type: 'Succeed' } };
    const Properties = {
      RoleArn: 'arn:aws:iam::123456789012:role/x',
      DefinitionString: JSON.stringify({ StartAt: 'S0', States }),
      DefinitionSubstitutions: mapOf(size, (at) => [`F${at}`, 'x']),
    };
    return resources({ S: { Type: 'AWS::StepFunctions::StateMachine', Properties } });
  }),
  shape('references that are not there', 1000, (size) => {
    const Tags = listOf(size, (at) => ({ Key: `k${at}`, Value: { 'Fn::Sub': `\${Nope${at}}` } }));
    return resources({ T: topic({ Tags }) }, { Parameters: mapOf(size, (at) => [`Nobe${at}`, { Type: 'String' }]) });
  }),
  shape('suppressions in metadata', 100, (size) => {
    const Metadata = { synth: { ignore: ['cfn-unknown-property'] } };
    return resources(mapOf(size, (at) => [`T${at}`, { ...topic({ TopicNam: 1 }), Metadata }]));
  }),
];

export const crowded: readonly Shape[] = [...numerous, ...large, ...sections];
