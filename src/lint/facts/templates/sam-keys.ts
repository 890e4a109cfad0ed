import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import type { Properties } from '../../../model/property.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { get, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { type UnknownKey, unknownKeys } from './declared-walk.ts';

/** A key that the transform drops, and whose it is. */
export interface UnknownSamKey extends UnknownKey {
  /** The map it stands in, in words. */
  readonly where: string;
  readonly logicalId?: string;
  readonly eventId?: string;
}

const attributes = ['DependsOn', 'Condition', 'DeletionPolicy', 'UpdateReplacePolicy', 'Metadata'];

/** Every key of the source that the transform does not know, in properties, events, embedded connectors and `Globals`. */
export function* unknownSamKeys(cx: RuleContext): Generator<UnknownSamKey> {
  yield* inGlobals(cx);
  const resources = get(cx.source, 'Resources');
  if (!isMap(resources)) return;
  for (const logicalId of Object.keys(resources)) {
    const body = resources[logicalId]!;
    const [type, properties] = [get(body, 'Type'), get(body, 'Properties')];
    if (!isString(type)) continue;
    const declared = cx.declarations.resource(type);
    if (declared && isMap(properties)) {
      for (const key of unknownKeys(properties, declared, originOf(body))) yield { ...named(key), logicalId };
      yield* inEvents(cx, type, logicalId, get(properties, 'Events'));
    }
    yield* inConnectors(cx, logicalId, get(body, 'Connectors'));
  }
}

const named = (key: UnknownKey): UnknownSamKey => ({ ...key, where: `'${key.path}'` });

function* inGlobals(cx: RuleContext): Generator<UnknownSamKey> {
  const globals = get(cx.source, 'Globals');
  if (!isMap(globals)) return;
  for (const section of Object.keys(globals)) {
    const values = globals[section]!;
    const declared = cx.declarations.resource(`AWS::Serverless::${section}`);
    if (!declared || !isMap(values)) continue;
    for (const key of unknownKeys(values, declared, originOf(globals))) {
      yield { ...key, where: `'Globals.${section}.${key.path}'` };
    }
  }
}

function* inEvents(
  cx: RuleContext,
  hostType: string,
  logicalId: string,
  events: Json | undefined,
): Generator<UnknownSamKey> {
  if (!isMap(events)) return;
  for (const eventId of Object.keys(events)) {
    const event = events[eventId]!;
    const type = get(event, 'Type');
    const declared = isString(type) ? cx.declarations.event(hostType, type) : undefined;
    if (!isMap(event) || !declared) continue;
    const where = `The event '${eventId}'`;
    for (const key of beside(event, ['Type', 'Properties'])) yield { ...key, where, logicalId, eventId };
    yield* inProperties(event, declared, (key) => ({ ...named(key), logicalId, eventId }));
  }
}

function* inConnectors(cx: RuleContext, logicalId: string, connectors: Json | undefined): Generator<UnknownSamKey> {
  const declared = cx.declarations.resource('AWS::Serverless::Connector');
  if (!isMap(connectors) || !declared) return;
  const { Source, ...others } = declared;
  for (const name of Object.keys(connectors)) {
    const connector = connectors[name]!;
    if (!isMap(connector)) continue;
    const where = `The connector '${name}'`;
    for (const key of beside(connector, ['Properties', ...attributes])) yield { ...key, where, logicalId };
    const embedded = { ...others, SourceReference: Source! };
    yield* inProperties(connector, embedded, (key) => ({ ...named(key), logicalId }));
  }
}

function* inProperties(
  owner: JsonMap,
  declared: Properties,
  say: (key: UnknownKey) => UnknownSamKey,
): Generator<UnknownSamKey> {
  const properties = get(owner, 'Properties');
  if (isMap(properties)) for (const key of unknownKeys(properties, declared, originOf(owner))) yield say(key);
}

/** The keys of a map that may have only the given ones. */
function* beside(map: JsonMap, allowed: readonly string[]): Generator<UnknownKey> {
  for (const name of Object.keys(map)) {
    if (allowed.includes(name)) continue;
    const entry: { key?: Cause; value?: Cause } = entryOf(map, name) ?? {};
    yield { name, at: entry.key ?? originOf(map), value: entry.value, path: '', allowed };
  }
}
