import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { readActionsOf } from '../events/read-actions.ts';
import { sourceKind } from '../events/source.ts';
import { invokedFunction } from '../functions/invoked-function.ts';
import { type Answer, allOf } from './answer.ts';
import type { ArnPattern } from './arn.ts';
import { roleReaches } from './reaches.ts';
import { roleBehind, roleTrusts } from './role.ts';
import { readActions } from './send-actions.ts';
import type { Grants } from './sender.ts';

/** A queue, stream or broker of the template that AWS reads on behalf of a function or pipe. */
export interface Read {
  /** What is read; the stream where its consumer is. */
  readonly source: ResourceNode;
  /** The function, or the pipe. */
  readonly reader: ResourceNode;
  /** The event source mapping; the pipe itself. */
  readonly owner: ResourceNode;
  readonly what: string;
  readonly at: Cause | undefined;
  readonly permission: Grants;
}

/** What event source mappings and pipes read, each with whether the role may. */
export const readsOf = (view: TemplateView): Read[] => [
  ...view.resources('AWS::Lambda::EventSourceMapping').flatMap((mapping) => mappingReads(mapping, view)),
  ...view.resources('AWS::Pipes::Pipe').flatMap((pipe) => pipeReads(pipe, view)),
];

const mappingReads = (mapping: ResourceNode, view: TemplateView): Read[] => {
  const reader = invokedFunction(mapping.get('FunctionName'), view);
  if (!reader) return [];
  // AWS refuses the mapping where one of them is missing.
  const needed = readActionsOf(sourceKind(mapping, view))?.refused ?? [];
  return mapping.all('EventSourceArn').flatMap(({ value, at }) => {
    const source = streamBehind(view.target(value), view);
    if (!source) return [];
    const permission = byRoles(
      reader,
      'Role',
      'lambda',
      needed.map((each) => [each]),
      source,
      view,
    );
    return [{ source, reader, owner: mapping, what: 'an event source mapping', at, permission }];
  });
};

const pipeReads = (pipe: ResourceNode, view: TemplateView): Read[] =>
  pipe.all('Source').flatMap(({ value, at }) => {
    const source = streamBehind(view.target(value), view);
    if (!source) return [];
    const permission = byRoles(pipe, 'RoleArn', 'pipes', [readActions(source.type)], source, view);
    return [{ source, reader: pipe, owner: pipe, what: 'the source of a pipe', at, permission }];
  });

const streamBehind = (node: ResourceNode | undefined, view: TemplateView): ResourceNode | undefined =>
  node?.type === 'AWS::Kinesis::StreamConsumer' ? view.target(node.get('StreamARN')) : node;

const unknown: Grants = { answer: 'unknown', by: [] };

/** Whether the role of a reader may do one of each list of actions. Of several roles by condition nothing is said. */
const byRoles = (
  reader: ResourceNode,
  property: string,
  service: string,
  needed: readonly (readonly string[])[],
  source: ResourceNode,
  view: TemplateView,
): Grants => {
  const roles = reader.all(property);
  const role = roles.length === 1 ? roleBehind(roles[0]!.value, view) : undefined;
  if (!role || needed.every((actions) => actions.length === 0)) return unknown;
  const taken = source.type.startsWith('AWS::DynamoDB::') ? streamOf(source) : undefined;
  const grants = needed.map((actions) => roleReaches(role, actions, source, view, taken));
  const answer = allOf([roleTrusts(role, service, view), ...grants.map((each) => each.answer)]);
  const by = answer === 'no' ? [] : [...new Set(grants.flatMap((each) => each.by))];
  return { answer, by };
};

/** The stream of a table has an ARN of its own. */
const streamOf =
  ({ id }: ResourceNode) =>
  ({ text, names }: ArnPattern): Answer => {
    if (/^\*+$/.test(text) || text === `\${${id}.StreamArn}`) return 'yes';
    if (!names.has(id)) return 'unknown';
    return text === `\${${id}.Arn}` ? 'no' : 'unknown';
  };
