import { holdersOf } from '../diff/permissions/holders.ts';
import { matchesPattern } from '../diff/permissions/pattern.ts';
import type { Row } from '../diff/permissions/rows.ts';
import type { Side } from '../diff/side.ts';
import type { Answer } from '../lint/facts/access/answer.ts';
import { takesIn } from '../lint/facts/access/arn.ts';
import { type Covers, coversAll } from '../lint/facts/access/denied.ts';
import { ownRoles } from '../lint/facts/access/own-roles.ts';
import { withheldFrom } from '../lint/facts/access/withheld.ts';
import { isOfObjects } from '../lint/facts/policies/s3-actions.ts';
import type { ResourceNode, TemplateView } from '../model/rule.ts';
import type { GraphEdge } from './graph.ts';

/** What the code of one resource does with another one, as far as its role lets it. */
export interface Access {
  readonly from: string;
  readonly to: string;
  /** In a word: `reads`. */
  readonly verb: string;
  /** Whether a `Deny` or a permissions boundary takes back what the policies allow; `unknown` where that is open. */
  readonly denied: Answer;
  /** What takes it back, in words: `a 'Deny' of 'QueuePolicy'`. */
  readonly by: readonly string[];
  /** The permissions boundaries that take it back or may do so. */
  readonly boundaries: readonly string[];
  /** Whether a condition, of the policy or of the template, decides whether it is allowed. */
  readonly conditional: boolean;
}

/** What code may do with other resources of the template: by the policies of its role that name them. */
export function* accessesOf(side: Side): Generator<Access> {
  const view = side.facts();
  const holders = holdersOf(side);
  const covers = (row: Row, target: string) => coversRow(row, view.resource(target), view);
  for (const [type, property] of ownRoles) {
    for (const node of view.resources(type)) {
      const role = view.target(node.get(property));
      const rows = holders.get(`identity ${role?.id}`)?.rows ?? [];
      for (const row of rows) {
        const verb = row.effect === 'Allow' && row.kind === 'plain' ? verbOf(row.action) : undefined;
        if (verb === undefined) continue;
        for (const target of namedIn(row)) {
          if (target === node.id || isPastObjects(row, target)) continue;
          const held = role && withheldFrom(role, row.action, view.resource(target), covers(row, target), view);
          yield {
            from: node.id,
            to: target,
            verb,
            denied: held?.answer ?? 'no',
            by: held ? held.deniers.map(({ id }) => `a 'Deny' of '${id}'`) : [],
            boundaries: held?.bounded ? [`the permissions boundary of '${held.bounded.id}'`] : [],
            conditional: row.condition !== '' || row.when !== '',
          };
        }
      }
    }
  }
}

/** Whether an action on objects is allowed on the bucket itself, where it has no effect. */
const isPastObjects = ({ action, resource }: Row, target: string): boolean =>
  isOfObjects(action) && resource === `\${${target}.Arn}`;

/** Whether a pattern takes in all that a row is about; of a part of it, that is not known. */
const coversRow = ({ resource }: Row, target: ResourceNode | undefined, view: TemplateView): Covers => {
  if (target && resource === `\${${target.id}.Arn}`) return coversAll(target, view);
  return (pattern) => {
    if (matchesPattern(pattern.text, resource)) return 'yes';
    return target && takesIn(pattern, target, view) === 'no' ? 'no' : 'unknown';
  };
};

/** The accesses as edges. What is denied by one action and permitted by another one is permitted. */
export function* accessEdges(side: Side): Generator<GraphEdge> {
  const accesses = [...accessesOf(side)];
  const keyOf = ({ from, to, verb }: Access) => `${from} ${to} ${verb}`;
  const open = new Set(accesses.filter(({ denied }) => denied !== 'yes').map(keyOf));
  for (const access of accesses) {
    const permitted = access.denied !== 'yes';
    if (!permitted && open.has(keyOf(access))) continue;
    yield { from: access.from, to: access.to, kind: 'data', labels: [access.verb], permitted };
  }
}

/** The resources that a row names. */
const namedIn = ({ resource }: Row): string[] => [...resource.matchAll(/\$\{([A-Za-z0-9]+)[.}]/g)].map(([, id]) => id!);

/** The verb for all actions on a resource. */
export const everything = 'does anything with';

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
  if (name === '*' || action === '*') return everything;
  return reading.test(name) ? 'reads' : 'writes';
};
