import type { Cause } from '../../model/origin.ts';
import type { PhysicalName } from '../facts/physical-name.ts';
import type { Resource } from '../side.ts';
import type { Difference } from './differences.ts';

/**
 * What becomes of a resource. `attributes`: only what the template says about it changes, not the resource itself;
 * `refused`: CloudFormation does not make this change.
 */
export type Fate = 'added' | 'removed' | 'replaced' | 'changed' | 'succeeded' | 'attributes' | 'refused';

/** What happens to the physical resource that is removed or replaced. */
export type OldCopy = 'deleted' | 'retained' | 'snapshotted';

/** A reference to a resource that is replaced, or to such an attribute, so that the value of the property changes with it. */
export interface Dependence {
  /** `Orders`, `Orders.StreamArn` */
  readonly on: string;
  readonly path: readonly (string | number)[];
  readonly at: Cause | undefined;
  /** Whether the change of the reference replaces this resource, too. */
  readonly replaces: boolean;
}

/** One resource that is not after the deployment what it was before. */
export interface ResourceChange {
  /** After the change; of what is removed, before it. */
  readonly id: string;
  /** The id before, where it is another. */
  readonly formerId: string | undefined;
  readonly type: string;
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
  readonly fate: Fate;
  /** False where it depends on values that are not known: the resource is perhaps replaced, perhaps there. */
  readonly certain: boolean;
  /** The same resource by its name or content, which CloudFormation recreates under its new id. */
  readonly renamed: boolean;
  /** Of its properties. */
  readonly differences: readonly Difference[];
  /** Of what stands beside `Properties`. */
  readonly attributes: readonly Difference[];
  /** Those of `differences` that replace it. */
  readonly replacing: readonly Difference[];
  readonly because: readonly Dependence[];
  readonly oldCopy: OldCopy | undefined;
  /** Of what is to be replaced: the name that stays as it is, for which CloudFormation refuses the replacement. */
  readonly heldName?: PhysicalName | undefined;
  /** Whether all that perhaps replaces it is what the packaging step publishes anew, or leaves as it is. */
  readonly byPackaging?: boolean;
  /** Where its change is written, or (for what is removed) where it was. */
  readonly at: Cause | undefined;
}
