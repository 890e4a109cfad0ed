import { entryOf, originOf } from '../../../model/origin.ts';
import type { Properties } from '../../../model/property.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { get, getIn, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
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
export const unknownSamKeys = (cx: RuleContext): readonly UnknownSamKey[] => {
  const found: UnknownSamKey[] = [];
  addOfGlobals(cx, found);
  const resources = get(cx.source, 'Resources');
  if (!isMap(resources)) return found;
  for (const logicalId in resources) {
    const body = resources[logicalId]!;
    const type = get(body, 'Type');
    const declared = isString(type) ? cx.declarations.resource(type) : undefined;
    if (declared) {
      addOfProperties(body, declared, { logicalId }, found);
      addOfEvents(cx, type as string, logicalId, getIn(body, 'Properties', 'Events'), found);
    }
    if (isString(type)) addOfConnectors(cx, logicalId, get(body, 'Connectors'), found);
  }
  return found;
};

/** Whose a key is. */
type Owner = Pick<UnknownSamKey, 'logicalId' | 'eventId'>;

const addOfGlobals = (cx: RuleContext, found: UnknownSamKey[]): void => {
  const globals = get(cx.source, 'Globals');
  if (!isMap(globals)) return;
  for (const section of Object.keys(globals)) {
    const values = globals[section]!;
    const declared = cx.declarations.resource(`AWS::Serverless::${section}`);
    if (!declared || !isMap(values)) continue;
    for (const key of unknownKeys(values, declared, originOf(globals))) {
      found.push({ ...key, where: `'Globals.${section}.${key.path}'` });
    }
  }
};

const addOfEvents = (
  cx: RuleContext,
  hostType: string,
  logicalId: string,
  events: Json | undefined,
  found: UnknownSamKey[],
): void => {
  if (!isMap(events)) return;
  for (const eventId of Object.keys(events)) {
    const event = events[eventId]!;
    const type = get(event, 'Type');
    const declared = isString(type) ? cx.declarations.event(hostType, type) : undefined;
    if (!isMap(event) || !declared) continue;
    const owner = { logicalId, eventId };
    addOthers(event, ['Type', 'Properties'], { ...owner, where: `The event '${eventId}'` }, found);
    addOfProperties(event, declared, owner, found);
  }
};

const addOfConnectors = (
  cx: RuleContext,
  logicalId: string,
  connectors: Json | undefined,
  found: UnknownSamKey[],
): void => {
  const declared = isMap(connectors) ? cx.declarations.resource('AWS::Serverless::Connector') : undefined;
  if (!isMap(connectors) || !declared) return;
  const { Source, ...others } = declared;
  for (const name of Object.keys(connectors)) {
    const connector = connectors[name]!;
    if (!isMap(connector)) continue;
    addOthers(connector, ['Properties', ...attributes], { logicalId, where: `The connector '${name}'` }, found);
    addOfProperties(connector, { ...others, SourceReference: Source! }, { logicalId }, found);
  }
};

const addOfProperties = (body: Json, declared: Properties, owner: Owner, found: UnknownSamKey[]): void => {
  const properties = get(body, 'Properties');
  if (!isMap(properties)) return;
  for (const key of unknownKeys(properties, declared, originOf(body))) {
    found.push({ ...key, ...owner, where: `'${key.path}'` });
  }
};

/** The keys of a map that may have only the given ones. */
const addOthers = (
  map: JsonMap,
  allowed: readonly string[],
  of: Owner & Pick<UnknownSamKey, 'where'>,
  found: UnknownSamKey[],
): void => {
  for (const name in map) {
    if (allowed.includes(name)) continue;
    const entry = entryOf(map, name);
    found.push({ ...of, name, at: entry?.key ?? originOf(map), value: entry?.value, path: '', allowed });
  }
};
