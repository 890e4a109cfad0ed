import { types } from './kinds.ts';

export type Permission = 'Read' | 'Write';

/** Actions on resources. `<Source.Arn>` and its like stand for what the connector joins. */
export interface Access {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** What each permission of a connector means, in the order in which the statements are written. */
export type Accesses = readonly (readonly [Permission, ...Access[]])[];

/** A managed policy for the role that one end acts under. */
export interface RolePolicy {
  readonly by: 'role policy';
  readonly of: 'Source' | 'Destination';
  readonly accesses: Accesses;
  /** The only sets of permissions that make sense, where not each of them does. */
  readonly together?: readonly (readonly Permission[])[];
  /** What may only be created when the policy is there: the mapping that joins both ends, or the source. */
  readonly before?: 'mapping' | 'source';
}

/** A policy of the destination that lets a service send to it on behalf of the source. */
export interface ResourcePolicy {
  readonly by: 'topic policy' | 'queue policy';
  readonly action: string;
  readonly service: string;
}

/** A permission of the destination, a function, that lets a service call it on behalf of the source. */
export interface FunctionPermission {
  readonly by: 'function permission';
  readonly service: string;
  readonly sourceArn: string;
  readonly sourceAccount?: string;
}

/** How a connector lets its source use its destination. */
export type Link = RolePolicy | ResourcePolicy | FunctionPermission;

const source = '<Source.Arn>';
const destination = '<Destination.Arn>';
const here = '${AWS::Region}:${AWS::AccountId}';

const can = (service: string, actions: string, ...resources: string[]): Access => ({
  actions: actions.split(' ').map((action) => `${service}:${action}`),
  resources,
});

const bucket: Accesses = [
  [
    'Read',
    can(
      's3',
      'GetObject GetObjectAcl GetObjectLegalHold GetObjectRetention GetObjectTorrent GetObjectVersion ' +
        'GetObjectVersionAcl GetObjectVersionForReplication GetObjectVersionTorrent ListBucket ' +
        'ListBucketMultipartUploads ListBucketVersions ListMultipartUploadParts',
      destination,
      `${destination}/*`,
    ),
  ],
  [
    'Write',
    can(
      's3',
      'AbortMultipartUpload DeleteObject DeleteObjectVersion PutObject PutObjectLegalHold PutObjectRetention ' +
        'RestoreObject',
      destination,
      `${destination}/*`,
    ),
  ],
];
const table: Accesses = [
  [
    'Read',
    can(
      'dynamodb',
      'GetItem Query Scan BatchGetItem ConditionCheckItem PartiQLSelect',
      destination,
      `${destination}/index/*`,
    ),
  ],
  [
    'Write',
    can(
      'dynamodb',
      'PutItem UpdateItem DeleteItem BatchWriteItem PartiQLDelete PartiQLInsert PartiQLUpdate',
      destination,
      `${destination}/index/*`,
    ),
  ],
];
const queue: Accesses = [
  ['Read', can('sqs', 'ReceiveMessage GetQueueAttributes', destination)],
  ['Write', can('sqs', 'DeleteMessage SendMessage ChangeMessageVisibility PurgeQueue', destination)],
];
const invocation: Accesses = [['Write', can('lambda', 'InvokeAsync InvokeFunction', destination)]];
const publication: Accesses = [['Write', can('sns', 'Publish', destination)]];
const putEvents: Accesses = [['Write', can('events', 'PutEvents', destination)]];

const executions = `arn:\${AWS::Partition}:states:${here}:execution:<Destination.Name>:*`;
const execution: Accesses = [
  [
    'Write',
    can('states', 'StartExecution StartSyncExecution', destination),
    can('states', 'StopExecution', executions),
  ],
  [
    'Read',
    can('states', 'DescribeStateMachine ListExecutions', destination),
    can('states', 'DescribeExecution DescribeStateMachineForExecution GetExecutionHistory', executions),
  ],
];
/** A state machine that waits for another one listens to a rule that Step Functions manages. */
const waitRule = `arn:\${AWS::Partition}:events:${here}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`;
const nestedExecution: Accesses = [
  ['Read', can('states', 'DescribeExecution', executions), can('events', 'DescribeRule', waitRule)],
  [
    'Write',
    can('states', 'StartExecution', destination),
    can('states', 'StopExecution', executions),
    can('events', 'PutTargets PutRule', waitRule),
  ],
];

const sourceRole = (accesses: Accesses, options?: Pick<RolePolicy, 'together' | 'before'>): Link => ({
  by: 'role policy',
  of: 'Source',
  accesses,
  ...options,
});
const pollingRole = (accesses: Accesses, options?: Pick<RolePolicy, 'together'>): Link => ({
  by: 'role policy',
  of: 'Destination',
  before: 'mapping',
  accesses,
  ...options,
});
const topicPolicy = (service: string): Link => ({ by: 'topic policy', action: 'sns:Publish', service });
const queuePolicy = (service: string): Link => ({ by: 'queue policy', action: 'sqs:SendMessage', service });
const call = (service: string, sourceArn: string, sourceAccount?: string): Link => ({
  by: 'function permission',
  service,
  sourceArn,
  ...(sourceAccount !== undefined && { sourceAccount }),
});

const apiCall = call(
  'apigateway.amazonaws.com',
  `arn:\${AWS::Partition}:execute-api:${here}:<Source.ResourceId>/<Source.Qualifier>`,
);

type Name = keyof typeof types;

/** Every pair that can be joined: source, destination, how. */
const pairs: { readonly [From in Name]?: { readonly [To in Name]?: Link } } = {
  function: {
    bucket: sourceRole(bucket),
    eventBus: sourceRole(putEvents),
    function: sourceRole(invocation),
    placeIndex: sourceRole([
      [
        'Read',
        can(
          'geo',
          'DescribePlaceIndex GetPlace SearchPlaceIndexForPosition SearchPlaceIndexForSuggestions SearchPlaceIndexForText',
          destination,
        ),
      ],
    ]),
    queue: sourceRole(queue),
    stateMachine: sourceRole(execution),
    table: sourceRole(table),
    topic: sourceRole(publication),
  },
  stateMachine: {
    bucket: sourceRole(bucket),
    eventBus: sourceRole(putEvents),
    function: sourceRole(invocation),
    queue: sourceRole([['Write', can('sqs', 'SendMessage', destination)]]),
    stateMachine: sourceRole(nestedExecution, { together: [['Read'], ['Read', 'Write']], before: 'source' }),
    table: sourceRole(table),
    topic: sourceRole(publication),
  },
  dataSource: {
    eventBus: sourceRole(putEvents),
    function: sourceRole([['Write', can('lambda', 'InvokeAsync InvokeFunction', destination, `${destination}:*`)]]),
    table: sourceRole(table),
  },
  rule: {
    eventBus: sourceRole(putEvents),
    function: call('events.amazonaws.com', source),
    queue: queuePolicy('events.amazonaws.com'),
    stateMachine: sourceRole([['Write', can('states', 'StartExecution', destination)]]),
    topic: topicPolicy('events.amazonaws.com'),
  },
  topic: {
    function: call('sns.amazonaws.com', source),
    queue: queuePolicy('sns.amazonaws.com'),
  },
  queue: {
    function: pollingRole(
      [
        ['Write', can('sqs', 'DeleteMessage', source)],
        ['Read', can('sqs', 'ReceiveMessage GetQueueAttributes', source)],
      ],
      { together: [['Read', 'Write']] },
    ),
  },
  table: {
    function: pollingRole([
      ['Read', can('dynamodb', 'DescribeStream GetRecords GetShardIterator ListStreams', `${source}/stream/*`)],
    ]),
  },
  bucket: { function: call('s3.amazonaws.com', source, '${AWS::AccountId}') },
  api: { function: apiCall },
  httpApi: { function: apiCall },
  graphQlApi: {
    function: call('appsync.amazonaws.com', `arn:\${AWS::Partition}:appsync:${here}:apis/<Source.ResourceId>`),
  },
};

const names: ReadonlyMap<string, Name> = new Map(Object.entries(types).map(([name, type]) => [type, name as Name]));

/** How a connector joins two types, or undefined when it cannot. */
export const linkBetween = (sourceType: string, destinationType: string): Link | undefined => {
  const [from, to] = [names.get(sourceType), names.get(destinationType)];
  return from && to && pairs[from]?.[to];
};

/** The types that a connector from a type can lead to. */
export const destinationsOf = (sourceType: string): string[] => {
  const from = names.get(sourceType);
  return from === undefined ? [] : Object.keys(pairs[from] ?? {}).map((to) => types[to as Name]);
};

/** The permissions a link knows, in the order of their statements. */
export const permissionsOf = (link: Link): Permission[] =>
  link.by === 'role policy' ? link.accesses.map(([permission]) => permission) : ['Write'];
