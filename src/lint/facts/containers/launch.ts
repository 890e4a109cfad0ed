import type { ResourceNode } from '../../../model/rule.ts';

/** Whether a task definition is certainly for Fargate, among others. */
export const isFargate = (task: ResourceNode): boolean =>
  task
    .strings('RequiresCompatibilities', '*')
    .some(({ value, path }) => value === 'FARGATE' && !path.includes('Fn::If'));

/** The network mode of a task definition; undefined where that is not known. */
export const networkMode = (task: ResourceNode): string | undefined => {
  if (task.lacks('NetworkMode')) return 'bridge';
  const modes = task.strings('NetworkMode');
  return modes.length === 1 && task.all('NetworkMode').length === 1 ? modes[0]!.value : undefined;
};
