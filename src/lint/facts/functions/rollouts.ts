import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get } from '../../../model/tree.ts';
import { type Choice, entryChoices } from '../templates/choices.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { functionBehind } from './links.ts';

/** What moves traffic to a new version step by step: an alias of a function or of a state machine. */
export interface Rollout {
  readonly alias: ResourceNode;
  /** The function or state machine behind the alias. */
  readonly target: ResourceNode;
}

/** A function that a deployment runs before or after it moves traffic. */
export interface Hook {
  readonly name: string;
  readonly fn: ResourceNode;
  readonly at: Cause | undefined;
  readonly rollout: Rollout;
}

/** The gradual deployments of the expanded template, by what they deploy. */
export const rolloutsOf = oncePerTemplate((view): ReadonlyMap<ResourceNode, Rollout> => {
  const found = new Map<ResourceNode, Rollout>();
  for (const alias of view.resources('AWS::Lambda::Alias')) {
    const target = functionBehind(view, alias);
    if (target && codeDeployOf(alias) !== undefined) found.set(target, { alias, target });
  }
  for (const alias of view.resources('AWS::StepFunctions::StateMachineAlias')) {
    const target = machineOf(alias.all('DeploymentPreference', 'StateMachineVersionArn'), view);
    if (target) found.set(target, { alias, target });
  }
  return found;
});

/** The hooks of all gradual deployments of functions that are functions of the template. */
export const rolloutHooks = (view: TemplateView): Hook[] =>
  [...rolloutsOf(view).values()].flatMap((rollout) =>
    ['BeforeAllowTrafficHook', 'AfterAllowTrafficHook'].flatMap((name) =>
      entryChoices(codeDeployOf(rollout.alias) ?? null, name, rollout.alias.at).flatMap(({ value, at }) => {
        const fn = functionBehind(view, view.target(value));
        return fn ? [{ name, fn, at, rollout }] : [];
      }),
    ),
  );

const codeDeployOf = (alias: ResourceNode) => get(get(alias.body, 'UpdatePolicy'), 'CodeDeployLambdaAliasUpdate');

/** The state machine that an alias stands for. */
export const machineBehind = (alias: ResourceNode, view: TemplateView): ResourceNode | undefined =>
  machineOf(alias.all('DeploymentPreference', 'StateMachineVersionArn'), view) ??
  machineOf(alias.all('RoutingConfiguration', '*', 'StateMachineVersionArn').slice(0, 1), view);

/** The state machine of a version; undefined for none and for several. */
const machineOf = (versions: readonly Choice[], view: TemplateView): ResourceNode | undefined => {
  const version = versions.length === 1 ? view.target(versions[0]!.value) : undefined;
  const machine = view.target(version?.get('StateMachineArn'));
  return machine?.type === 'AWS::StepFunctions::StateMachine' ? machine : undefined;
};
