import type { Graph, GraphEdge, GraphNode } from './graph.ts';
import { grouped } from './grouping.ts';
import type { Kind } from './kinds.ts';

/** How a node or an edge is marked in the picture of a change. */
export type Mark = 'added' | 'removed' | 'replaced' | 'changed';

/** What code hosts draw at most: so many characters and edges. */
const mostCharacters = 45_000;
const mostEdges = 400;

/** Marks by the id of a node, or by `from to` of an edge. */
export type Marks = ReadonlyMap<string, Mark>;

const shapes: Readonly<Record<Kind, readonly [string, string]>> = {
  api: ['{{', '}}'],
  function: ['[', ']'],
  machine: ['[[', ']]'],
  store: ['[(', ')]'],
  queue: ['[/', '/]'],
  topic: ['((', '))'],
  event: ['>', ']'],
  outside: ['([', '])'],
};

/**
 * A graph as a Mermaid flowchart: solid arrows are calls, thick ones what code does by its role, dotted ones where what
 * failed goes, crossed ones calls without their permission. A large graph is drawn with alike nodes as one.
 */
export const toMermaid = (graph: Graph, marks: Marks = new Map()): string => {
  if (graph.nodes.size === 0) return '';
  const whole = draw(graph, marks);
  if (whole.length <= mostCharacters && graph.edges.length <= mostEdges) return whole;
  const small = grouped(graph, marks);
  const text = draw(small.graph, small.marks);
  if (text.length <= mostCharacters && small.graph.edges.length <= mostEdges) return text;
  return `flowchart LR\n  n0["${escaped(`${graph.nodes.size} resources and ${graph.edges.length} calls: more than a picture holds`)}"]\n`;
};

const draw = ({ nodes, edges }: Graph, marks: Marks): string => {
  const ids = new Map([...nodes.keys()].map((id, at) => [id, `n${at}`]));
  const lines = ['flowchart LR'];
  for (const node of nodes.values()) lines.push(`  ${ids.get(node.id)}${shapeOf(node)}${classOf(marks.get(node.id))}`);
  edges.forEach((edge, at) => {
    lines.push(`  ${ids.get(edge.from)} ${arrowOf(edge)} ${ids.get(edge.to)}`);
    const mark = marks.get(`${edge.from} ${edge.to}`);
    if (mark === 'added' || mark === 'removed') lines.push(`  linkStyle ${at} ${edgeStyles[mark]}`);
  });
  const used = new Set([...nodes.keys()].map((id) => marks.get(id)));
  for (const [mark, style] of Object.entries(styles))
    if (used.has(mark as Mark)) lines.push(`  classDef ${mark} ${style}`);
  return `${lines.join('\n')}\n`;
};

const styles: Readonly<Record<Mark, string>> = {
  added: 'stroke:#1a7f37,stroke-width:3px',
  removed: 'stroke:#cf222e,stroke-width:3px,stroke-dasharray:6',
  replaced: 'stroke:#bc4c00,stroke-width:3px',
  changed: 'stroke:#9a6700,stroke-width:2px',
};

const edgeStyles = {
  added: 'stroke:#1a7f37,stroke-width:3px',
  removed: 'stroke:#cf222e,stroke-width:2px',
};

const classOf = (mark: Mark | undefined): string => (mark === undefined ? '' : `:::${mark}`);

const shapeOf = ({ id, kind, condition, note }: GraphNode): string => {
  const [open, close] = shapes[kind];
  const lines = [
    id === '(internet)' ? 'anyone on the internet' : id,
    ...(note === undefined ? [] : [note]),
    ...(condition === undefined ? [] : [`if ${condition}`]),
  ];
  return `${open}"${lines.map(escaped).join('<br/>')}"${close}`;
};

/** More labels of one arrow are counted only. */
const mostLabels = 3;

const arrowOf = ({ kind, labels, permitted }: GraphEdge): string => {
  const named = labels.slice(0, mostLabels);
  if (labels.length > mostLabels) named.push(`${labels.length - mostLabels} more`);
  const label = `|"${[...named, ...(permitted ? [] : ['permission missing'])].map(escaped).join('<br/>')}"|`;
  if (!permitted) return `--x${label}`;
  return { call: '-->', data: '==>', failure: '-.->' }[kind] + label;
};

/** A text in a label: nothing in it ends the label or is a mark-up. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\ufffd')
    .replace(/[#"<>&`{}[\]()|\\]/g, (character) => `#${character.charCodeAt(0)};`)
    .slice(0, 400);
