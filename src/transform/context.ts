import type { Channel } from '../model/channel.ts';
import { type Cause, originOf } from '../model/origin.ts';
import type { Context, Emitted, SourceResource } from '../model/plugin.ts';
import type { Message } from '../model/problem.ts';
import { get, type Json, type JsonMap } from '../model/tree.ts';
import { managedPolicyArn } from '../policies/managed.ts';
import type { Expansion } from './expansion.ts';
import { GiveUp } from './giveup.ts';
import { resolveMappings, resolveReferences } from './resolve.ts';

/**
 * What a plugin may do on behalf of a resource (and an event); its problems are blamed on them. A class, because a large
 * template has tens of thousands of them.
 */
export class OwnedContext implements Context {
  readonly region: string;
  readonly partition: string;
  readonly now: number | undefined;
  readonly beforeBuild: boolean;
  readonly cause: Cause | undefined;
  readonly shared: WeakMap<JsonMap, Json>;
  /** Handed on by itself, so it is bound. */
  readonly report: Context['report'];
  protected readonly expansion: Expansion;
  readonly #owner: string;
  readonly #eventId: string | undefined;

  constructor(expansion: Expansion, owner: string, cause: Cause | undefined, eventId?: string) {
    this.expansion = expansion;
    this.region = expansion.region;
    this.partition = expansion.partition;
    this.now = expansion.options.now;
    this.beforeBuild = expansion.options.beforeBuild === true;
    this.cause = cause;
    this.shared = expansion.shared;
    this.#owner = owner;
    this.#eventId = eventId;
    this.report = (found, at, generated) =>
      expansion.findings.blame(found, at ?? cause, (generated ?? owner) || undefined, eventId);
  }

  resolve(value: Json): Json {
    const { known, budget } = this.expansion;
    return resolveReferences(value, known, budget, this.#around);
  }

  findInMap(value: Json): Json {
    return resolveMappings(value, this.expansion.root, this.#around);
  }

  lookup(logicalId: string): SourceResource | undefined {
    return this.expansion.sources.get(logicalId);
  }

  sources(): Iterable<SourceResource> {
    return this.expansion.visited();
  }

  keys(map: JsonMap, added?: readonly string[]): string[] {
    return this.expansion.order.keys(map, added);
  }

  application(id: string, version: string | undefined): string | undefined {
    return this.expansion.options.resolveApplication?.(id, version);
  }

  managedPolicyArn(name: string): string | undefined {
    return managedPolicyArn(name, this.partition);
  }

  emit(resource: Emitted): void {
    this.expansion.emit(resource, this.#owner, this.cause, this.report);
  }

  contribute<T>(channel: Channel<T>, target: string, item: T, at: Cause | undefined): void {
    const contribution = { target, item, logicalId: this.#owner, eventId: this.#eventId, cause: at ?? this.cause };
    this.expansion.contribute(channel, contribution);
  }

  addCondition(name: string, value: Json, at: Cause | undefined): void {
    this.expansion.addCondition(name, value, at ?? this.cause);
  }

  hasCondition(name: string): boolean {
    const { conditions, root } = this.expansion;
    return Object.hasOwn(conditions, name) || get(get(root, 'Conditions'), name) !== undefined;
  }

  fail(found: Message, at: Cause | undefined, generated?: string): never {
    this.report(found, at, generated);
    throw new GiveUp();
  }

  readonly #around = (found: Message, map: JsonMap): void => this.report(found, originOf(map));
}
