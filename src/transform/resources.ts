import { nearest } from '../model/nearest.ts';
import { type Cause, carry, entryOf, originOf } from '../model/origin.ts';
import { type Phase, phases, type ResourceContext, type ResourcePlugin, type SourceResource } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import type { Properties } from '../model/property.ts';
import { get, isMap, type JsonMap, newMap } from '../model/tree.ts';
import { checkProperties } from '../schema/check.ts';
import { attachEvents } from './events.ts';
import { attributesOf, bodyOf, type Expansion, inheritedAttributes, placeOf } from './expansion.ts';
import { GiveUp } from './giveup.ts';
import { BadLogicalId, isLogicalId } from './ids.ts';
import { declaredProperties, resourcePlugin } from './registry.ts';
import { serverless, sourceResource } from './template.ts';

const Internal = message(
  'internal-error',
  'error',
  (detail: string) => `synth could not expand this resource (${detail}). Please report it with the template.`,
);

const UnknownType = message(
  'unknown-serverless-type',
  'warning',
  (type: string, near: string | undefined) =>
    `There is no resource type '${type}', so it stays as it is.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
);

/** A resource to expand, and the one that its problems and what it makes belong to. */
interface Task {
  readonly source: SourceResource;
  readonly plugin: ResourcePlugin;
  readonly owner: string;
}
type Schedule = (source: SourceResource, owner: string) => void;

/** Expands every resource that has a plugin, phase by phase. */
export const expandResources = (expansion: Expansion): void => {
  const byPhase = new Map<Phase, Task[]>(phases.map((phase) => [phase, []]));
  const schedule: Schedule = (source, owner) => {
    const plugin = resourcePlugin(source.type);
    if (plugin) byPhase.get(plugin.phase)!.push({ source, plugin, owner });
    else if (source.type.startsWith(serverless)) {
      const at = entryOf(source.body, 'Type')?.value ?? source.cause;
      expansion.findings.blame(UnknownType(source.type, nearest(source.type, declaredProperties.keys())), at, owner);
    }
  };
  for (const source of expansion.visited()) schedule(source, source.id);
  for (const tasks of byPhase.values()) for (const task of tasks) expandResource(expansion, task, schedule);
};

const expandResource = (expansion: Expansion, task: Task, schedule: Schedule): void => {
  const { source, plugin } = task;
  // Properties that are no map have been told already; everything else would follow from them.
  const written = get(source.body, 'Properties');
  if (written !== undefined && !isMap(written)) return;
  const cx = resourceContext(expansion, task, schedule);
  guarded(cx, () => {
    if (!isLogicalId(source.id)) cx.fail(BadLogicalId(source.id), source.cause);
    if (
      checkProperties(source.properties, plugin.properties, `'${source.id}' (${source.type})`, source.cause, cx.report)
    ) {
      plugin.expand(cx);
    }
  });
};

/** Runs a plugin. What it gives up stays given up; what it did not foresee becomes a problem of its resource. */
export const guarded = (cx: Pick<ResourceContext, 'report'>, run: () => void): void => {
  try {
    run();
  } catch (error) {
    if (error instanceof GiveUp) return;
    cx.report(Internal(error instanceof Error ? error.message : String(error)), undefined);
  }
};

const resourceContext = (
  expansion: Expansion,
  { source, plugin, owner }: Task,
  schedule: Schedule,
): ResourceContext => {
  const { id, type, properties, body, cause } = source;
  const attributes = attributesOf(body);
  const common = expansion.context(owner, cause);
  const at = (...path: (string | number)[]): Cause | undefined =>
    placeOf(properties, path) ?? originOf(properties) ?? cause;
  const cx: ResourceContext = {
    ...common,
    id,
    type,
    cause,
    attributes,
    inherited: inheritedAttributes(attributes),
    properties,
    props: properties as ResourceContext['props'],
    at,
    passed: () => passed(properties, plugin.properties),
    refer: (name, logicalId) => expansion.references.properties.set(`${id}.${name}`, logicalId),
    rename: (logicalId) => expansion.references.renamed.set(id, logicalId),
    contributions: (channel) => expansion.contributionsTo(channel, id),
    blame: expansion.blame,
    made: (wanted) =>
      (expansion.made.get(owner) ?? []).filter((each) => get(expansion.outputs.get(each), 'Type') === wanted),
    expanded: (logicalId) => expansion.expanded(logicalId),
    attachEvents: (host, eventIds) => attachEvents(expansion, cx, host, eventIds),
    expandPart: (part) => schedule(sourceResource(part.id, bodyOf(part, part.cause), part.cause), owner),
  };
  return cx;
};

/** The properties that go unchanged into the main generated resource, under their names there. */
export const passed = (properties: JsonMap, declared: Properties): JsonMap => {
  const result = newMap();
  for (const [name, { to }] of Object.entries(declared)) if (to !== undefined) carry(properties, name, result, to);
  return result;
};
