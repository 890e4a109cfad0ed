import { ifOperands } from '../model/intrinsics.ts';
import { type Cause, entryOf, place, stamp, trace } from '../model/origin.ts';
import type { Attributes, Context, ResourceContext, RoleDraft } from '../model/plugin.ts';
import { dataKey, get, isNothing, isString, type Json, type JsonMap, newMap } from '../model/tree.ts';
import { mapIf, readAuthorPolicies } from './author.ts';

export interface RoleParts {
  readonly id: string;
  readonly assumeRolePolicyDocument: Json;
  readonly managedPolicyArns: readonly Json[];
  /** Inline policies that the transform itself adds. */
  readonly policies: readonly JsonMap[];
  readonly tags?: Json | undefined;
  readonly path?: Json | undefined;
  readonly permissionsBoundary?: Json | undefined;
  /** The author's properties, which tell where path and boundary were given. */
  readonly author?: JsonMap | undefined;
  readonly attributes: Attributes;
  readonly cause: Cause | undefined;
}

/** An execution role that events may still add to before it is emitted. */
export class ExecutionRole implements RoleDraft {
  readonly #parts: RoleParts;
  readonly #managed: Json[] = [];
  readonly #inline: JsonMap[] = [];
  /** What the role has already. */
  readonly #arns = new Set<string>();
  readonly #documents = new Set<string>();

  constructor(parts: RoleParts) {
    this.#parts = parts;
    for (const policy of parts.policies) this.#add(policy);
    for (const arn of parts.managedPolicyArns) this.addManagedPolicy(arn);
  }

  get id(): string {
    return this.#parts.id;
  }

  /** Adds a managed policy unless the role has it already. */
  addManagedPolicy(arn: Json, cause?: Cause | undefined): void {
    const key = dataKey(arn);
    if (this.#arns.has(key)) return;
    this.#arns.add(key);
    trace(this.#managed, this.#managed.length, cause);
    this.#managed.push(arn);
  }

  /** Adds an inline policy unless one of the role has the same document. */
  addPolicy(policy: JsonMap): void {
    if (!this.#documents.has(documentKey(policy))) this.#add(policy);
  }

  #add(policy: JsonMap): void {
    this.#inline.push(policy);
    this.#documents.add(documentKey(policy));
  }

  /** Adds what the author gave under `Policies`. Inline policies are named by their index there. */
  addAuthorPolicies(
    policies: Json | null | undefined,
    cx: Pick<ResourceContext, 'at' | 'report' | 'managedPolicyArn'>,
  ): void {
    const arnOf = (name: Json): Json => (isString(name) ? (cx.managedPolicyArn(name) ?? name) : name);
    for (const { kind, index, value, cause } of readAuthorPolicies(policies ?? undefined, cx)) {
      const change =
        kind === 'managed'
          ? arnOf
          : (document: Json) => stamp({ PolicyName: `${this.id}Policy${index}`, PolicyDocument: document }, cause);
      const policy = ifOperands(value) ? mapIf(value as JsonMap, change) : change(value);
      if (kind === 'managed') this.addManagedPolicy(policy, cause);
      else this.#add(policy as JsonMap);
    }
  }

  emit(cx: Pick<Context, 'emit'>): void {
    const { id, author, assumeRolePolicyDocument, tags, path, permissionsBoundary, attributes, cause } = this.#parts;
    const properties = newMap();
    properties['AssumeRolePolicyDocument'] = assumeRolePolicyDocument;
    properties['ManagedPolicyArns'] = this.#managed;
    if (this.#inline.length > 0) properties['Policies'] = this.#inline;
    if (!isNothing(path)) properties['Path'] = path;
    if (!isNothing(permissionsBoundary)) properties['PermissionsBoundary'] = permissionsBoundary;
    place(properties, 'Path', entryOf(author, 'RolePath'));
    place(properties, 'PermissionsBoundary', entryOf(author, 'PermissionsBoundary'));
    if (!isNothing(tags)) properties['Tags'] = tags;
    cx.emit({ id, type: 'AWS::IAM::Role', properties, attributes, cause });
  }
}

const documentKey = (policy: JsonMap): string => dataKey(get(policy, 'PolicyDocument'));
