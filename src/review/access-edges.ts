import { holdersOf } from '../diff/permissions/holders.ts';
import type { Row } from '../diff/permissions/rows.ts';
import type { Side } from '../diff/side.ts';
import type { GraphEdge } from './graph.ts';

/** Where a resource has the role that its own code or definition acts with. */
const ownRoles: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'Role',
  'AWS::StepFunctions::StateMachine': 'RoleArn',
};

/** What code may do with other resources of the template: by the policies of its role that name them. */
export function* accessEdges(side: Side): Generator<GraphEdge> {
  const view = side.facts();
  const holders = holdersOf(side);
  for (const [type, property] of Object.entries(ownRoles)) {
    for (const node of view.resources(type)) {
      const role = view.target(node.get(property));
      const rows = holders.get(`identity ${role?.id}`)?.rows ?? [];
      for (const row of rows) {
        const verb = row.effect === 'Allow' && row.kind === 'plain' ? verbOf(row.action) : undefined;
        if (verb === undefined) continue;
        for (const target of namedIn(row)) {
          if (target !== node.id) yield { from: node.id, to: target, kind: 'data', labels: [verb], permitted: true };
        }
      }
    }
  }
}

/** The resources that a row names. */
const namedIn = ({ resource }: Row): string[] => [...resource.matchAll(/\$\{([A-Za-z0-9]+)[.}]/g)].map(([, id]) => id!);

const reading = /^(?:Get|BatchGet|Query|Scan|List|Describe|Head|Select|Search)/;
const polling =
  /^(?:ReceiveMessage|GetRecords|GetShardIterator|DescribeStream|ListStreams|ListShards|ChangeMessageVisibility|DeleteMessage|GetQueueAttributes|SubscribeToShard|DescribeStreamSummary)/;

/** What an action does with a resource, in a word; undefined for reading what is polled, which is an event already. */
const verbOf = (action: string): string | undefined => {
  const [service = '', name = ''] = action.split(':');
  if ((service === 'sqs' || service === 'kinesis') && polling.test(name)) return undefined;
  if (service === 'dynamodb' && polling.test(name)) return undefined;
  if (/^(?:lambda|states|execute-api)$/i.test(service)) return 'calls';
  if (/^(?:SendMessage|Publish|PutEvents|PutRecord)/.test(name)) return 'sends to';
  if (name === '*' || action === '*') return 'does anything with';
  return reading.test(name) ? 'reads' : 'writes';
};
