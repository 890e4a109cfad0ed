import type { Side } from '../diff/side.ts';
import { symbolic } from '../diff/words/shown.ts';
import { callsOf, permissionOf } from '../lint/facts/access/index.ts';
import { apiRoutes } from '../lint/facts/apis/routes.ts';
import { functionBehind } from '../lint/facts/functions/links.ts';
import { conditionOf } from '../lint/facts/templates/condition.ts';
import type { ResourceNode, TemplateView } from '../model/rule.ts';
import { get } from '../model/tree.ts';
import { accessEdges } from './access-edges.ts';
import { type Kind, kindOf } from './kinds.ts';

/** A resource in the picture of a template. */
export interface GraphNode {
  readonly id: string;
  readonly kind: Kind;
  /** The condition under which it is there. */
  readonly condition: string | undefined;
  /** More about it, for the second line: an alias that is rolled out. */
  readonly note: string | undefined;
}

/** `call`: a service or route calls; `data`: code reads, writes or calls by its role; `failure`: what failed goes there. */
export type EdgeKind = 'call' | 'data' | 'failure';

/** What one resource does with another one. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly labels: readonly string[];
  /** False where a call certainly lacks its permission. */
  readonly permitted: boolean;
}

/** Events, functions and stores of a template, and what may call what. */
export interface Graph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: readonly GraphEdge[];
}

/** Who stands for everybody on the internet in the picture. */
export const internet = '(internet)';

/** The picture of a template. Resources that neither call nor are called are left out, unless they hold data. */
export const graphOf = (side: Side): Graph => {
  const view = side.facts();
  const edges = mergedEdges([
    ...callEdges(view),
    ...mappingEdges(view),
    ...failureEdges(view),
    ...hookEdges(view),
    ...accessEdges(side),
  ]);
  const ids = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = new Map<string, GraphNode>();
  const notes = rollouts(view, side);
  for (const node of view.resources()) {
    const kind = kindOf(node.type);
    if (kind === undefined || (!ids.has(node.id) && kind !== 'store' && kind !== 'function')) continue;
    nodes.set(node.id, { id: node.id, kind, condition: conditionOf(node), note: notes.get(node.id) });
  }
  if (ids.has(internet)) nodes.set(internet, { id: internet, kind: 'outside', condition: undefined, note: undefined });
  return { nodes, edges: edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to)) };
};

const mergedEdges = (edges: Iterable<GraphEdge>): GraphEdge[] => {
  const found = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to} ${edge.kind} ${edge.permitted}`;
    const known = found.get(key);
    const labels = [...new Set([...(known?.labels ?? []), ...edge.labels])];
    found.set(key, { ...edge, labels });
  }
  return [...found.values()];
};

function* callEdges(view: TemplateView): Generator<GraphEdge> {
  const routes = new Map(apiRoutes(view).map((route) => [route.integration?.uriAt, route]));
  for (const call of callsOf(view)) {
    const { sender, target, what, at } = call;
    const from = sender.source ?? sender.owner;
    if (!target || from === target) continue;
    const kind = /dead-letter|failed|error action/.test(what) ? 'failure' : 'call';
    const label = routes.get(at)?.name ?? (kind === 'failure' ? 'failed' : what.replace(/^(?:an?|the) /, ''));
    const permitted = permissionOf(call, view).answer !== 'no';
    yield { from: from.id, to: target.id, kind, labels: [label], permitted };
  }
  for (const url of view.resources('AWS::Lambda::Url')) {
    const fn = functionBehind(view, view.target(url.get('TargetFunctionArn')));
    const open = view.resolve(url.get('AuthType')) === 'NONE';
    if (fn)
      yield {
        from: internet,
        to: fn.id,
        kind: 'call',
        labels: [open ? 'function URL, open' : 'function URL'],
        permitted: true,
      };
  }
}

/** What is polled: queues and streams. */
function* mappingEdges(view: TemplateView): Generator<GraphEdge> {
  for (const mapping of view.resources('AWS::Lambda::EventSourceMapping')) {
    const fn = functionBehind(view, view.target(mapping.get('FunctionName')));
    for (const { value } of mapping.all('EventSourceArn')) {
      const source = view.target(value);
      if (fn && source) yield { from: source.id, to: fn.id, kind: 'call', labels: ['read by'], permitted: true };
    }
  }
}

/** Where what failed goes. */
function* failureEdges(view: TemplateView): Generator<GraphEdge> {
  const places: readonly (readonly [string, readonly string[], (node: ResourceNode) => ResourceNode | undefined])[] = [
    ['AWS::SQS::Queue', ['RedrivePolicy', 'deadLetterTargetArn'], (node) => node],
    [
      'AWS::Lambda::EventSourceMapping',
      ['DestinationConfig', 'OnFailure', 'Destination'],
      (node) => functionBehind(view, view.target(node.get('FunctionName'))),
    ],
    [
      'AWS::Lambda::EventInvokeConfig',
      ['DestinationConfig', 'OnFailure', 'Destination'],
      (node) => functionBehind(view, view.target(node.get('FunctionName'))),
    ],
  ];
  for (const [type, path, sourceOf] of places) {
    for (const node of view.resources(type)) {
      const from = sourceOf(node);
      for (const { value } of node.all(...path)) {
        const to = functionBehind(view, view.target(value)) ?? view.target(value);
        if (from && to) yield { from: from.id, to: to.id, kind: 'failure', labels: ['failed'], permitted: true };
      }
    }
  }
}

/** The functions that a rollout runs before and after traffic moves. */
function* hookEdges(view: TemplateView): Generator<GraphEdge> {
  for (const alias of view.resources('AWS::Lambda::Alias')) {
    const update = get(get(alias.body, 'UpdatePolicy'), 'CodeDeployLambdaAliasUpdate');
    const fn = functionBehind(view, alias);
    for (const [key, label] of [
      ['BeforeAllowTrafficHook', 'before traffic moves'],
      ['AfterAllowTrafficHook', 'after traffic moved'],
    ] as const) {
      const hook = functionBehind(view, view.target(get(update, key)));
      if (fn && hook) yield { from: fn.id, to: hook.id, kind: 'call', labels: [label], permitted: true };
    }
  }
}

/** By the ids of functions, how their aliases are moved step by step. */
const rollouts = (view: TemplateView, { meaning, resources }: Side): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const alias of view.resources('AWS::Lambda::Alias')) {
    const fn = functionBehind(view, alias);
    const update = get(get(alias.body, 'UpdatePolicy'), 'CodeDeployLambdaAliasUpdate');
    const group = resources.get(view.target(get(update, 'DeploymentGroupName'))?.id ?? '');
    const configuration = group && get(meaning.properties(group.body), 'DeploymentConfigName');
    if (!fn || configuration === undefined || found.has(fn.id)) continue;
    found.set(fn.id, `rollout: ${symbolic(configuration).replace(/^CodeDeployDefault\.(?:Lambda)?/, '')}`);
  }
  return found;
};
