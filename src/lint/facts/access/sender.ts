import type { ResourceNode } from '../../../model/rule.ts';
import { conditionOf } from '../templates/condition.ts';
import type { Answer } from './answer.ts';

/** A service of AWS that calls something on behalf of a resource. */
export interface Sender {
  /** The first part of its principal: `sns` of `sns.amazonaws.com`. */
  readonly service: string;
  /** The topic, rule, bucket, API …; undefined where it is not in the template or cannot be told. */
  readonly source: ResourceNode | undefined;
  /** What stands behind the source in the ARN that permissions see: stage, method and path of an API; with `*`. */
  readonly rest?: string | undefined;
  /** The resource that makes it call. */
  readonly owner: ResourceNode;
}

/** What lets a sender in. */
export interface Grants {
  readonly answer: Answer;
  /** The permissions and policies that let it in, or may do so. */
  readonly by: readonly ResourceNode[];
  /** Where nothing does: a permission for the same sender, but for another alias or version. */
  readonly beside?: ResourceNode | undefined;
}

/** Whether a resource is there whenever another one is. */
export const standsBy = (resource: ResourceNode, other: ResourceNode): Answer => {
  const condition = conditionOf(resource);
  return condition === undefined || condition === conditionOf(other) ? 'yes' : 'unknown';
};
