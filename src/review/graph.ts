import type { Side } from '../diff/side.ts';
import { symbolic } from '../diff/words/shown.ts';
import { apiRoutes } from '../lint/facts/apis/routes.ts';
import { functionBehind } from '../lint/facts/functions/links.ts';
import { conditionOf } from '../lint/facts/templates/condition.ts';
import type { TemplateView } from '../model/rule.ts';
import { get } from '../model/tree.ts';
import { accessEdges, everything } from './access-edges.ts';
import { callLines } from './calls.ts';
import { urlLines } from './function-urls.ts';
import { type Kind, kindOf } from './kinds.ts';
import { wideEdges } from './wide-access.ts';

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
  const edges = mergedEdges([...callEdges(side), ...dataEdges(side)]);
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

/** What code does by its role. What says that it does anything with a resource needs no more words. */
const dataEdges = (side: Side): GraphEdge[] => {
  const named = [...accessEdges(side)];
  const whole = new Set(
    named.flatMap(({ from, to, labels: [verb], permitted }) =>
      permitted && verb === everything ? [`${from} ${to}`] : [],
    ),
  );
  return [...named, ...[...wideEdges(side)].filter(({ from, to }) => !whole.has(`${from} ${to}`))];
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

function* callEdges(side: Side): Generator<GraphEdge> {
  const routes = new Map(apiRoutes(side.facts()).map((route) => [route.integration?.uriAt, route]));
  for (const { from, target, what, kind, permitted, at } of callLines(side)) {
    if (target === undefined || from === target) continue;
    const label =
      (at && routes.get(at)?.name) ?? labels.get(what) ?? (kind === 'failure' ? 'failed' : withoutArticle(what));
    yield { from, to: target, kind, labels: [label], permitted: permitted !== 'no' };
  }
  for (const { api, access } of urlLines(side)) {
    const label = access === 'open' ? 'function URL, open' : 'function URL';
    yield { from: internet, to: api, kind: 'call', labels: [label], permitted: access !== 'refused' };
  }
}

/** What is shorter on an arrow than in a table. */
const labels: ReadonlyMap<string, string> = new Map([
  ['an event source mapping', 'read by'],
  ['the source of a pipe', 'read by'],
  ['the hook before traffic moves', 'before traffic moves'],
  ['the hook after traffic moved', 'after traffic moved'],
]);

const withoutArticle = (text: string): string => text.replace(/^(?:an?|the|its) /, '');

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
