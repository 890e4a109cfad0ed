import { functionBehind } from '../../lint/facts/functions/links.ts';
import type { Cause } from '../../model/origin.ts';
import type { ResourceNode } from '../../model/rule.ts';
import type { Dependence, ResourceChange } from '../compare/changes.ts';
import type { Difference } from '../compare/differences.ts';
import type { ChangeContext } from './context.ts';
import { writtenChange } from './written-change.ts';

/** Properties of a function that apply at once, without a version of their own. */
const unversioned: ReadonlySet<string> = new Set([
  'Tags',
  'ReservedConcurrentExecutions',
  'RecursiveLoop',
  'RuntimeManagementConfig',
  'FunctionScalingConfig',
  'CodeSigningConfigArn',
]);

/** What changes in a function, also by a reference to what is replaced, and takes effect with a version only. */
export const versioned = (change: ResourceChange | undefined): readonly (Difference | Dependence)[] =>
  [...(change?.differences ?? []), ...(change?.because ?? [])].filter(({ path }) => !unversioned.has(String(path[0])));

/**
 * Whether a version is published of a function of which nothing changes that a version holds: Lambda refuses a second
 * version that is like the last one.
 */
export const isRefusedVersion = (change: ResourceChange, cx: ChangeContext): boolean => {
  if (change.type !== 'AWS::Lambda::Version' || !isPublished(change) || !change.certain) return false;
  const fn = functionOf(cx.now.resource(change.id), cx);
  const former = fn && cx.former(fn.id);
  if (!fn || former === undefined || versioned(cx.change(fn.id)).length > 0) return false;
  const fate = cx.change(fn.id)?.fate;
  if (fate !== undefined && fate !== 'changed' && fate !== 'attributes') return false;
  const olds = cx.old.resources('AWS::Lambda::Version');
  return olds.some((each) => functionBehind(cx.old, cx.old.target(each.get('FunctionName')))?.id === former);
};

const isPublished = ({ fate, before }: ResourceChange): boolean =>
  fate === 'succeeded' || fate === 'replaced' || (fate === 'added' && before === undefined);

/** The function that a version is of. */
export const functionOf = (version: ResourceNode | undefined, cx: ChangeContext): ResourceNode | undefined =>
  version && functionBehind(cx.now, cx.now.target(version.get('FunctionName')));

/** Where a new version of a function is caused: at what changes in it, or at its `AutoPublishCodeSha256`, which stands for the code. */
export const causeOfVersion = (fn: ResourceNode | undefined, cx: ChangeContext): Cause | undefined => {
  if (!fn) return undefined;
  const path = (id: string) => ['Resources', id, 'Properties', 'AutoPublishCodeSha256'];
  const digest = writtenChange(cx, path(cx.former(fn.id) ?? fn.id), path(fn.id))?.at;
  return digest ?? versioned(cx.change(fn.id)).find(({ at }) => at !== undefined)?.at;
};
