import type { ResourceNode } from '../../../model/rule.ts';
import { isTruthy, type Json } from '../../../model/tree.ts';

const off: ReadonlySet<Json> = new Set([false, 0, '', 'false', 'False']);

/** The functions as written whose deployment preference is not certainly disabled. */
export const gradualFunctions = (functions: readonly ResourceNode[]): readonly ResourceNode[] =>
  functions.filter((fn) => {
    if (fn.get('DeploymentPreference') === undefined) return false;
    const preferences = fn.all('DeploymentPreference').filter(({ value }) => isTruthy(value));
    if (preferences.length === 0 || fn.get('DeploymentPreference', 'Enabled') === null) return false;
    const enabled = fn.all('DeploymentPreference', 'Enabled');
    const disabled = fn.literals('DeploymentPreference', 'Enabled').filter(({ value }) => off.has(value));
    return enabled.length === 0 || disabled.length < enabled.length;
  });

/** The deployment configurations that CodeDeploy has for Lambda, by SAM's names. */
export const lambdaDeployments: readonly string[] = [
  'Canary10Percent5Minutes',
  'Canary10Percent10Minutes',
  'Canary10Percent15Minutes',
  'Canary10Percent30Minutes',
  'Linear10PercentEvery1Minute',
  'Linear10PercentEvery2Minutes',
  'Linear10PercentEvery3Minutes',
  'Linear10PercentEvery10Minutes',
  'AllAtOnce',
];
