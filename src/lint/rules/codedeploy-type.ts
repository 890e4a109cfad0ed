import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { gradualFunctions, lambdaDeployments } from '../facts/functions/deployment.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';

const prefix = 'CodeDeployDefault.Lambda';
const fullNames = lambdaDeployments.map((name) => prefix + name);

/** Checks one name; those of `known` are right, as are the deployment configurations of the template. */
const checkName = (cx: RuleContext, { value: name, at }: Found<string>, known: readonly string[], id: string): void => {
  if (known.includes(name) || fullNames.includes(name) || name.includes('{{resolve:')) return;
  const own = configsByName(cx).get(name);
  if (own) return checkPlatform(cx, own, at, id);
  const near = nearest(name, known);
  const data = { name, near: near ?? '', known: known.join(', ') };
  if (near !== undefined) cx.report('suggested', at, { data, logicalId: id });
  else if (/^(Canary|Linear|AllAtOnce|CodeDeployDefault\.)/.test(name))
    cx.report('unknown', at, { data, logicalId: id });
  else cx.report('elsewhere', at, { data, logicalId: id, level: 'warning' });
};

/** The deployment configurations of the template. */
const configsByName = oncePerTemplate((cx) => {
  const byName = new Map<string, ResourceNode>();
  for (const config of cx.resources('AWS::CodeDeploy::DeploymentConfig')) {
    for (const { value } of config.strings('DeploymentConfigName')) if (!byName.has(value)) byName.set(value, config);
  }
  return byName;
});

const checkPlatform = (cx: RuleContext, config: ResourceNode, at: Found['at'], id: string): void => {
  const platform = config.strings('ComputePlatform');
  if (platform.length > 0 ? platform.every(({ value }) => value !== 'Lambda') : config.lacks('ComputePlatform')) {
    const data = { config: config.id, platform: platform[0]?.value ?? 'Server' };
    cx.report('platform', at, { data, related: [platform[0]?.at ?? config.at], logicalId: id });
  }
};

/** Whether a group certainly deploys functions: its application says so. */
const isOfLambda = (group: ResourceNode, cx: RuleContext): boolean => {
  const platforms = cx.target(group.get('ApplicationName'))?.strings('ComputePlatform') ?? [];
  return platforms.length > 0 && platforms.every(({ value }) => value === 'Lambda');
};

export const codedeployType = defineTemplateRule({
  id: 'codedeploy-type',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::Serverless::Function', 'AWS::CodeDeploy::DeploymentGroup'],
  title: 'Unknown deployment preference',
  description: `The type of a deployment preference is one of CodeDeploy's for Lambda (${lambdaDeployments.join(', ')}), or the name of a deployment configuration of your own with \`ComputePlatform: Lambda\`. A name that the template does not define is only a warning: the configuration may exist in the account.`,
  source: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html',
  messages: {
    suggested: "There is no deployment configuration '{name}'. Did you mean '{near}'?",
    unknown: "There is no deployment configuration '{name}'; CodeDeploy has {known}.",
    elsewhere:
      "'{name}' is neither one of CodeDeploy's configurations nor one of this template; it must exist in the account.",
    platform:
      "The deployment configuration '{config}' is for {platform}; a function needs one with 'ComputePlatform: Lambda'.",
  },
  example: {
    in: 'function',
    fails: `
AutoPublishAlias: live
DeploymentPreference: {Type: ‹Canary10Percent5Minute›, Alarms: [orders-errors]}`,
    passes: `
AutoPublishAlias: live
DeploymentPreference: {Type: Canary10Percent5Minutes, Alarms: [orders-errors]}`,
  },
  check(cx) {
    for (const fn of gradualFunctions(cx.sources('AWS::Serverless::Function'))) {
      for (const { value, at } of fn.all('DeploymentPreference', 'Type')) {
        const config = cx.target(value);
        if (config?.type === 'AWS::CodeDeploy::DeploymentConfig') checkPlatform(cx, config, at, fn.id);
      }
      for (const found of fn.strings('DeploymentPreference', 'Type')) checkName(cx, found, lambdaDeployments, fn.id);
    }
    for (const group of cx.resources('AWS::CodeDeploy::DeploymentGroup')) {
      if (!cx.written(group.id)) continue;
      const isLambda = isOfLambda(group, cx);
      for (const { value, at } of group.all('DeploymentConfigName')) {
        const config = cx.target(value);
        if (isLambda && config?.type === 'AWS::CodeDeploy::DeploymentConfig') checkPlatform(cx, config, at, group.id);
      }
      for (const found of group.strings('DeploymentConfigName')) {
        if (isLambda || found.value.startsWith(prefix)) checkName(cx, found, fullNames, group.id);
      }
    }
  },
});
