import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isString } from '../../../model/tree.ts';
import { gap, partialText } from '../texts/partial-text.ts';
import type { Hook, Rollout } from './rollouts.ts';

/** The role that CodeDeploy runs a rollout of a function with. */
export const rolloutRole = ({ alias }: Rollout, view: TemplateView): ResourceNode | undefined => {
  const update = get(get(alias.body, 'UpdatePolicy'), 'CodeDeployLambdaAliasUpdate');
  return view.target(view.target(get(update, 'DeploymentGroupName'))?.get('ServiceRoleArn'));
};

/** Whether the deployment runs with the role that SAM makes, not with one of the author. */
export const usesRoleOfSam = ({ rollout }: Hook, view: TemplateView): boolean => {
  const update = get(get(rollout.alias.body, 'UpdatePolicy'), 'CodeDeployLambdaAliasUpdate');
  const group = view.target(get(update, 'DeploymentGroupName'));
  const role = rolloutRole(rollout, view);
  return role !== undefined && !view.written(role.id) && group !== undefined && !view.written(group.id);
};

const prefix = 'CodeDeployHook_';

/**
 * How a function is called that the role of SAM may not invoke, which is one whose name does not begin with
 * `CodeDeployHook_`; undefined where it may, or perhaps may.
 */
export const wrongHookName = (fn: ResourceNode, view: TemplateView): string | undefined => {
  if (fn.lacks('FunctionName')) return 'named by CloudFormation';
  for (const { value } of fn.all('FunctionName')) {
    const text = partialText(value, view);
    const known = isString(text) ? text.split(gap, 1)[0]! : undefined;
    const mayHave = known === undefined || known.startsWith(prefix) || (text !== known && prefix.startsWith(known));
    if (!mayHave) return `named '${text!.replaceAll(gap, '…')}'`;
  }
  return undefined;
};
