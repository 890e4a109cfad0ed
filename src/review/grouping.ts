import type { Graph, GraphEdge, GraphNode } from './graph.ts';
import type { Mark, Marks } from './mermaid.ts';

/** A graph in which nodes of one kind that are marked alike and have the same neighbours are one node. */
export const grouped = ({ nodes, edges }: Graph, marks: Marks): { graph: Graph; marks: Marks } => {
  const groups = new Map<string, GraphNode[]>();
  const around = neighbours(edges);
  for (const node of nodes.values()) {
    const key = `${node.kind} ${marks.get(node.id) ?? ''} ${around(node.id)}`;
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  const names = new Map<string, string>();
  const merged = new Map<string, GraphNode>();
  const newMarks = new Map<string, Mark>();
  for (const group of groups.values()) {
    const [first] = group;
    const id =
      group.length === 1
        ? first!.id
        : `${group.length} × ${first!.kind}: ${group
            .slice(0, 3)
            .map((each) => each.id)
            .join(', ')}${group.length > 3 ? ' …' : ''}`;
    for (const each of group) names.set(each.id, id);
    merged.set(id, group.length === 1 ? first! : { ...first!, id, condition: undefined, note: undefined });
    const mark = marks.get(first!.id);
    if (mark !== undefined) newMarks.set(id, mark);
  }
  return { graph: { nodes: merged, edges: mergedEdges(edges, names) }, marks: newMarks };
};

/** The neighbours of a node as a text, by the kinds of edges to and from them. */
const neighbours = (edges: readonly GraphEdge[]) => {
  const found = new Map<string, string[]>();
  const add = (id: string, text: string) => {
    const list = found.get(id);
    if (list) list.push(text);
    else found.set(id, [text]);
  };
  for (const { from, to, kind, permitted } of edges) {
    add(from, `> ${to} ${kind} ${permitted}`);
    add(to, `< ${from} ${kind} ${permitted}`);
  }
  return (id: string): string => [...new Set(found.get(id))].sort().join(';');
};

const mergedEdges = (edges: readonly GraphEdge[], names: ReadonlyMap<string, string>): GraphEdge[] => {
  const found = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const [from, to] = [names.get(edge.from)!, names.get(edge.to)!];
    const key = `${from} ${to} ${edge.kind} ${edge.permitted}`;
    const labels = [...new Set([...(found.get(key)?.labels ?? []), ...edge.labels])];
    found.set(key, { ...edge, from, to, labels });
  }
  return [...found.values()];
};
