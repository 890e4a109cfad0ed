import type { Change } from '../diff/index.ts';
import { type Graph, type GraphEdge, type GraphNode, graphOf } from './graph.ts';
import { type Mark, toMermaid } from './mermaid.ts';

/** The picture of a change: what changes, what is next to it, and what is added, removed and replaced marked as such. */
export const changePicture = ({ before, after, compared }: Change): string => {
  if (compared.resources.length === 0) return '';
  const [old, now] = [renamed(graphOf(before), compared.partners), graphOf(after)];
  const nodes = new Map<string, GraphNode>([...old.nodes, ...now.nodes]);
  const marks = new Map<string, Mark>();
  for (const id of nodes.keys()) {
    if (!old.nodes.has(id)) marks.set(id, 'added');
    else if (!now.nodes.has(id)) marks.set(id, 'removed');
  }
  for (const { id, fate } of compared.resources) {
    if (fate === 'added' || fate === 'removed' || fate === 'replaced') marks.set(id, fate);
    else if (fate === 'changed') marks.set(id, marks.get(id) ?? 'changed');
  }
  const edges = new Map<string, GraphEdge>();
  for (const edge of [...old.edges, ...now.edges]) edges.set(keyOf(edge), edge);
  for (const [graph, other, mark] of [
    [now, old, 'added'],
    [old, now, 'removed'],
  ] as const) {
    const known = new Set(other.edges.map(pairOf));
    for (const edge of graph.edges) if (!known.has(pairOf(edge))) marks.set(pairOf(edge), mark);
  }
  return toMermaid(around({ nodes, edges: [...edges.values()] }, marks), marks);
};

const pairOf = ({ from, to }: GraphEdge): string => `${from} ${to}`;
const keyOf = ({ from, to, kind, permitted }: GraphEdge): string => `${from} ${to} ${kind} ${permitted}`;

/** What is marked, and what is next to it. */
const around = ({ nodes, edges }: Graph, marks: ReadonlyMap<string, Mark>): Graph => {
  const near = new Set([...nodes.keys()].filter((id) => marks.has(id)));
  const kept = edges.filter((edge) => marks.has(pairOf(edge)) || near.has(edge.from) || near.has(edge.to));
  const ids = new Set([...near, ...kept.flatMap(({ from, to }) => [from, to])]);
  return { nodes: new Map([...nodes].filter(([id]) => ids.has(id))), edges: kept };
};

/** A graph by the ids that its nodes have after the change. */
const renamed = ({ nodes, edges }: Graph, partners: ReadonlyMap<string, string>): Graph => {
  const name = (id: string) => partners.get(id) ?? id;
  return {
    nodes: new Map([...nodes].map(([id, node]) => [name(id), { ...node, id: name(id) }])),
    edges: edges.map((edge) => ({ ...edge, from: name(edge.from), to: name(edge.to) })),
  };
};
