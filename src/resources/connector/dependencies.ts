import { type Connection, connections } from '../../model/channel.ts';
import { referredId } from '../../model/intrinsics.ts';
import { shallowCopy } from '../../model/origin.ts';
import { type Contribution, defineFinisher, type FinishContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isList, isMap, isNothing, isString, type Json, type JsonMap } from '../../model/tree.ts';

const Dangling = message(
  'dangling-dependency',
  'warning',
  (connector: string, other: string) =>
    `'${connector}' depends on the connector '${other}', which is expanded first and no longer exists then, so the deployment will fail. Depend on a resource that '${other}' creates.`,
);

type Contributed<Kind extends Connection['kind']> = Contribution<Extract<Connection, { kind: Kind }>>;
const ofKind = <Kind extends Connection['kind']>(contributions: readonly Contribution<Connection>[], kind: Kind) =>
  contributions.filter(({ item }) => item.kind === kind) as unknown as Contributed<Kind>[];

/** Writes the dependencies that connectors bring about: on their policies, and on what they became. */
export const connectorDependencies = defineFinisher<Connection>({
  channel: connections,
  finish(cx, contributions) {
    for (const { target, item } of ofKind(contributions, 'before resource')) addDependency(cx, target, item.policyId);
    const waiting = ofKind(contributions, 'before mapping');
    if (waiting.length > 0) {
      const mappings = mappingsOf(cx);
      for (const { target, item } of waiting) {
        const ids = mappings.get(pair(target, item.functionId)) ?? [];
        if (ids.length === 1) addDependency(cx, ids[0]!, item.policyId);
      }
    }
    replaceConnectors(cx, ofKind(contributions, 'connector'));
  },
});

const listed = (value: Json | undefined): Json[] => (isList(value) ? value : isNothing(value) ? [] : [value]);

const setDependencies = (cx: FinishContext, id: string, body: JsonMap, dependencies: Json[]): void => {
  const copy = shallowCopy(body);
  copy['DependsOn'] = dependencies;
  cx.replace(id, copy);
};

const addDependency = (cx: FinishContext, id: string, on: string): void => {
  const body = cx.expanded(id);
  const before = listed(get(body, 'DependsOn'));
  if (isMap(body)) setDependencies(cx, id, body, before.includes(on) ? before : [...before, on]);
};

const pair = (source: string, functionId: string): string => `${source}/${functionId}`;

/** The event source mappings of the template by what they join. */
const mappingsOf = (cx: FinishContext): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const [id, body] of cx.resources()) {
    if (get(body, 'Type') !== 'AWS::Lambda::EventSourceMapping') continue;
    const [source, target] = ['EventSourceArn', 'FunctionName'].map((name) => get(get(body, 'Properties'), name));
    if (!isMap(source) || !isMap(target)) continue;
    const key = pair(referredId(source) ?? '', referredId(target) ?? '');
    const same = found.get(key);
    if (same) same.push(id);
    else found.set(key, [id]);
  }
  return found;
};

/** Makes what depends on a connector depend on what the connector became. */
const replaceConnectors = (cx: FinishContext, connectors: readonly Contributed<'connector'>[]): void => {
  const order = new Map(connectors.map(({ target }, at) => [target, at]));
  const makers = new Map(connectors.flatMap((connector) => connector.item.made.map((id) => [id, connector] as const)));
  for (const [id, body] of cx.resources()) {
    const before = listed(get(body, 'DependsOn'));
    const found = before.filter((each) => isString(each) && order.has(each)) as string[];
    if (found.length === 0) continue;
    // A connector is expanded before the dependencies of the later ones are looked at.
    const maker = makers.get(id);
    const gone = maker ? found.filter((each) => order.get(each)! <= order.get(maker.target)!) : [];
    for (const each of gone) if (maker) cx.blame(maker, Dangling(maker.target, each));
    if (gone.length === found.length) continue;
    const after = new Set(before.filter((each) => !isString(each) || !order.has(each) || gone.includes(each)));
    for (const each of found) {
      if (!gone.includes(each)) for (const made of connectors[order.get(each)!]!.item.made) after.add(made);
    }
    setDependencies(cx, id, body, [...after]);
  }
};
