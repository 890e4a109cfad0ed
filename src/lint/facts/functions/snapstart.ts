import type { Found, ResourceNode } from '../../../model/rule.ts';

/** Where a function turns SnapStart on, if it does. */
export const appliesSnapStart = (fn: ResourceNode): Found<string> | undefined =>
  fn.strings('SnapStart', 'ApplyOn').find(({ value }) => value === 'PublishedVersions');
