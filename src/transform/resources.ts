import type { Channel } from '../model/channel.ts';
import { isLogicalId } from '../model/logical-id.ts';
import { serverlessPrefix } from '../model/macros.ts';
import { didYouMean, nearest, nearestBehind } from '../model/nearest.ts';
import { type Cause, carry, carryEvenNull, entryOf, originOf, stamp } from '../model/origin.ts';
import {
  type Attributes,
  type Contribution,
  type Emitted,
  type EventHost,
  type Phase,
  phases,
  type ResourceContext,
  type ResourcePlugin,
  type SourceResource,
} from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import type { Properties } from '../model/property.ts';
import { get, isMap, type JsonMap, newMap, type Step } from '../model/tree.ts';
import { checkProperties } from '../schema/check.ts';
import { OwnedContext } from './context.ts';
import { attachEvents } from './events.ts';
import { attributesOf, bodyOf, type Expansion, inheritedAttributes, placeOf } from './expansion.ts';
import { GiveUp } from './giveup.ts';
import { BadLogicalId } from './ids.ts';
import { declaredProperties, resourcePlugin } from './registry.ts';
import { sourceResource } from './template.ts';

const Internal = message(
  'internal-error',
  'error',
  (detail: string) => `synth could not expand this resource (${detail}). Please report it with the template.`,
);

const UnknownType = message(
  'unknown-serverless-type',
  'warning',
  (type: string, near: string | undefined) =>
    `There is no resource type '${type}', so the resource is left unchanged.${didYouMean(near)}`,
);

const IgnoredProperty = message(
  'ignored-property',
  'warning',
  (name: string, type: string, near: string | undefined) =>
    `${type} has no property '${name}', so it has no effect.${didYouMean(near)}`,
);

/** A resource to expand, and the one that its problems and what it makes belong to. */
interface Task {
  readonly source: SourceResource;
  readonly plugin: ResourcePlugin;
  readonly owner: string;
}
type Schedule = (source: SourceResource, owner: string) => void;

/**
 * Expands every resource that has a plugin, phase by phase.
 * @param ready makes what is expanded of what was written
 */
export const expandResources = (expansion: Expansion, ready: (source: SourceResource) => SourceResource): void => {
  const byPhase = new Map<Phase, Task[]>(phases.map((phase) => [phase, []]));
  const schedule: Schedule = (source, owner) => {
    const plugin = resourcePlugin(source.type);
    if (plugin) byPhase.get(plugin.phase)!.push({ source, plugin, owner });
    else if (source.type.startsWith(serverlessPrefix)) {
      const at = entryOf(source.body, 'Type')?.value ?? source.cause;
      expansion.findings.blame(
        UnknownType(source.type, nearestBehind(serverlessPrefix, source.type, declaredProperties.keys())),
        at,
        owner,
      );
    }
  };
  for (const source of expansion.visited()) schedule(ready(source), source.id);
  for (const tasks of byPhase.values()) for (const task of tasks) expandResource(expansion, task, schedule);
};

/** How messages call a resource whose properties are checked. */
export const ownerName = (id: string, type: string): string => `'${id}' (${type})`;

const expandResource = (expansion: Expansion, task: Task, schedule: Schedule): void => {
  const { source, plugin } = task;
  // Properties that are not a map have been reported already; everything else would follow from them.
  const written = get(source.body, 'Properties');
  if (written !== undefined && !isMap(written)) return;
  const cx: ResourceContext = new ResourceScope(expansion, task, schedule);
  guarded(cx, () => {
    if (!isLogicalId(source.id)) cx.fail(BadLogicalId(source.id), source.cause);
    const values = plugin.others === 'ignored' ? declaredOf(cx, plugin) : source.properties;
    if (checkProperties(values, plugin.properties, ownerName(source.id, source.type), source.cause, cx.report)) {
      plugin.expand(cx);
    }
  });
};

/** The properties that are declared; the others are reported as having no effect. */
const declaredOf = (cx: ResourceContext, { type, properties }: ResourcePlugin): JsonMap => {
  const values = newMap();
  for (const name of Object.keys(cx.properties)) {
    if (Object.hasOwn(properties, name)) carryEvenNull(cx.properties, name, values);
    else {
      const at = entryOf(cx.properties, name)?.key ?? cx.cause;
      cx.report(IgnoredProperty(name, type, nearest(name, Object.keys(properties))), at);
    }
  }
  return stamp(values, originOf(cx.properties));
};

/** Runs a plugin. What it dropped stays dropped; an error that it did not foresee becomes a problem of its resource. */
export const guarded = (cx: Pick<ResourceContext, 'report'>, run: () => void): void => {
  try {
    run();
  } catch (error) {
    if (error instanceof GiveUp) return;
    cx.report(Internal(error instanceof Error ? error.message : String(error)), undefined);
  }
};

class ResourceScope extends OwnedContext implements ResourceContext {
  readonly id: string;
  readonly type: string;
  readonly attributes: Attributes;
  readonly inherited: Attributes;
  readonly properties: JsonMap;
  readonly props: ResourceContext['props'];
  readonly blame: ResourceContext['blame'];
  readonly #task: Task;
  readonly #schedule: Schedule;

  constructor(expansion: Expansion, task: Task, schedule: Schedule) {
    const { source, owner } = task;
    super(expansion, owner, source.cause);
    this.#task = task;
    this.#schedule = schedule;
    this.id = source.id;
    this.type = source.type;
    this.attributes = attributesOf(source.body);
    this.inherited = inheritedAttributes(this.attributes);
    this.properties = source.properties;
    this.props = source.properties as ResourceContext['props'];
    this.blame = expansion.blame;
  }

  at(...path: Step[]): Cause | undefined {
    return placeOf(this.properties, path) ?? this.cause ?? originOf(this.properties);
  }

  passed(): JsonMap {
    return passed(this.properties, this.#task.plugin.properties);
  }

  refer(name: string, logicalId: string): void {
    this.expansion.references.properties.set(`${this.id}.${name}`, logicalId);
  }

  rename(logicalId: string): void {
    this.expansion.references.renamed.set(this.id, logicalId);
  }

  contributions<T>(channel: Channel<T>): readonly Contribution<T>[] {
    return this.expansion.contributionsTo(channel, this.id);
  }

  made(type: string): readonly string[] {
    const { made, outputs } = this.expansion;
    return (made.get(this.#task.owner) ?? []).filter((id) => get(outputs.get(id), 'Type') === type);
  }

  expanded(logicalId: string): JsonMap | undefined {
    return this.expansion.expanded(logicalId);
  }

  attachEvents(host: EventHost, eventIds: readonly string[]): void {
    attachEvents(this.expansion, this, host, eventIds);
  }

  expandPart(part: Emitted): void {
    this.#schedule(sourceResource(part.id, bodyOf(part, part.cause), part.cause), this.#task.owner);
  }
}

/** The properties that go unchanged into the main generated resource, under their names there. */
export const passed = (properties: JsonMap, declared: Properties): JsonMap => {
  const result = newMap();
  for (const [name, { to }] of Object.entries(declared)) if (to !== undefined) carry(properties, name, result, to);
  return result;
};
