import { get, isString, type JsonMap } from '../../../model/tree.ts';
import { type Dependency, dependenciesOf } from './dependencies.ts';

type Graph = ReadonlyMap<string, readonly Dependency[]>;

/** More starting points than this are not tried in one knot. */
const maximumStarts = 100;

/** Resources that wait for each other: of every knot one of the shortest rounds, as the dependencies on the way. */
export const cyclesOf = (template: JsonMap): readonly (readonly Dependency[])[] => {
  const graph = dependenciesOf(template);
  return knotsOf(graph).flatMap((knot) => {
    const inside = new Set(knot);
    const condition = (id: string) => {
      const name = get(get(get(template, 'Resources'), id), 'Condition');
      return isString(name) ? [name] : [];
    };
    const round = shortestRound(graph, inside, condition);
    return round ? [round] : [];
  });
};

/** The sets of resources in which each reaches each other (Tarjan), as far as they hold a cycle. */
const knotsOf = (graph: Graph): string[][] => {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const knots: string[][] = [];
  for (const root of graph.keys()) {
    if (order.has(root)) continue;
    const calls: { readonly id: string; next: number }[] = [{ id: root, next: 0 }];
    while (calls.length > 0) {
      const call = calls.at(-1)!;
      const { id } = call;
      if (call.next === 0) {
        order.set(id, order.size);
        lowest.set(id, order.get(id)!);
        stack.push(id);
        onStack.add(id);
      }
      const edges = graph.get(id)!;
      if (call.next < edges.length) {
        const { to } = edges[call.next++]!;
        if (!order.has(to)) calls.push({ id: to, next: 0 });
        else if (onStack.has(to)) lowest.set(id, Math.min(lowest.get(id)!, order.get(to)!));
        continue;
      }
      calls.pop();
      const parent = calls.at(-1);
      if (parent) lowest.set(parent.id, Math.min(lowest.get(parent.id)!, lowest.get(id)!));
      if (lowest.get(id) !== order.get(id)) continue;
      const knot: string[] = [];
      for (let each = stack.pop()!; ; each = stack.pop()!) {
        onStack.delete(each);
        knot.unshift(each);
        if (each === id) break;
      }
      if (knot.length > 1 || edges.some(({ to }) => to === id)) knots.push(knot);
    }
  }
  return knots;
};

/** The shortest way from a member of a knot back to itself on which no condition must both hold and not hold. */
const shortestRound = (
  graph: Graph,
  inside: ReadonlySet<string>,
  conditionsOf: (id: string) => readonly string[],
): readonly Dependency[] | undefined => {
  let best: readonly Dependency[] | undefined;
  for (const start of [...inside].slice(0, maximumStarts)) {
    const round = roundFrom(start, graph, inside);
    if (round && (!best || round.length < best.length) && isPossible(round, conditionsOf)) best = round;
  }
  return best;
};

const roundFrom = (start: string, graph: Graph, inside: ReadonlySet<string>): readonly Dependency[] | undefined => {
  const reachedBy = new Map<string, Dependency>();
  const open = [start];
  for (let at = 0; at < open.length; at++) {
    for (const edge of graph.get(open[at]!)!) {
      if (!inside.has(edge.to) || reachedBy.has(edge.to)) continue;
      reachedBy.set(edge.to, edge);
      if (edge.to === start) return back(start, reachedBy);
      open.push(edge.to);
    }
  }
  return undefined;
};

const back = (start: string, reachedBy: ReadonlyMap<string, Dependency>): Dependency[] => {
  const round: Dependency[] = [];
  for (let edge = reachedBy.get(start)!; ; edge = reachedBy.get(edge.from)!) {
    round.unshift(edge);
    if (edge.from === start) return round;
  }
};

const isPossible = (round: readonly Dependency[], conditionsOf: (id: string) => readonly string[]): boolean => {
  const needed = new Set(round.flatMap(({ from, reference }) => [...reference.branches, ...conditionsOf(from)]));
  return ![...needed].some((name) => needed.has(`!${name}`));
};
