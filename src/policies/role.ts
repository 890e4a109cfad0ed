import type { Cause } from '../model/origin.ts';
import type { Attributes, Context, RoleDraft } from '../model/plugin.ts';
import { isList, isMap, isNothing, isString, type Json, type JsonMap, newMap, sameData } from '../model/tree.ts';

/** The ARN of an AWS managed policy in a partition. */
export const awsManagedPolicy = (partition: string, path: string): string => `arn:${partition}:iam::aws:policy/${path}`;

/** The trust policy that lets AWS services take a role. */
export const assumeRolePolicy = (...services: string[]): JsonMap => ({
  Version: '2012-10-17',
  Statement: [{ Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: services } }],
});

export interface RoleParts {
  readonly id: string;
  readonly assumeRolePolicyDocument: Json;
  readonly managedPolicyArns: Json[];
  /** Inline policies that the transform itself adds. */
  readonly policies: JsonMap[];
  readonly tags?: Json | undefined;
  readonly path?: Json | undefined;
  readonly permissionsBoundary?: Json | undefined;
  readonly attributes: Attributes;
  readonly cause: Cause | undefined;
}

/** An execution role that events may still add to before it is emitted. */
export class ExecutionRole implements RoleDraft {
  readonly #parts: RoleParts;

  constructor(parts: RoleParts) {
    this.#parts = parts;
  }

  get id(): string {
    return this.#parts.id;
  }

  addManagedPolicy(arn: Json): void {
    const { managedPolicyArns } = this.#parts;
    if (!managedPolicyArns.some((each) => sameData(each, arn))) managedPolicyArns.push(arn);
  }

  addPolicy(policy: JsonMap): void {
    const { policies } = this.#parts;
    const document = policy['PolicyDocument'];
    if (!policies.some(({ PolicyDocument }) => sameData(PolicyDocument, document))) policies.push(policy);
  }

  /** Adds what the author gave under `Policies`. */
  addAuthorPolicies(policies: Json | null | undefined, cx: Context): void {
    const list = isList(policies) ? policies : isNothing(policies) ? [] : [policies];
    list.forEach((policy, index) => {
      if (isString(policy)) this.addManagedPolicy(cx.managedPolicyArn(policy) ?? policy);
      else if (isMap(policy) && Object.hasOwn(policy, 'Statement')) {
        this.#parts.policies.push({ PolicyName: `${this.id}Policy${index}`, PolicyDocument: policy });
      }
    });
  }

  emit(cx: Context): void {
    const { id, tags, path, permissionsBoundary, policies } = this.#parts;
    const properties = newMap();
    properties['AssumeRolePolicyDocument'] = this.#parts.assumeRolePolicyDocument;
    properties['ManagedPolicyArns'] = this.#parts.managedPolicyArns;
    if (policies.length > 0) properties['Policies'] = policies;
    if (!isNothing(path)) properties['Path'] = path;
    if (!isNothing(permissionsBoundary)) properties['PermissionsBoundary'] = permissionsBoundary;
    if (!isNothing(tags)) properties['Tags'] = tags;
    cx.emit({ id, type: 'AWS::IAM::Role', properties, attributes: this.#parts.attributes, cause: this.#parts.cause });
  }
}
