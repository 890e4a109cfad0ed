import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import type { Json } from '../../model/tree.ts';
import { gradualFunctions } from '../facts/functions/deployment.ts';
import { elided, gap, partialText } from '../facts/texts/partial-text.ts';

const prefix = 'CodeDeployHook_';
const hooks = ['PreTraffic', 'PostTraffic'];

/** The name of a hook that CodeDeploy certainly may not call by its default role. */
const wrongName = (value: Json, cx: RuleContext): string | undefined => {
  const fn = cx.target(value);
  if (fn && fn.type !== 'AWS::Lambda::Function') return undefined;
  if (fn?.lacks('FunctionName')) return `'${fn.id}' with a generated name`;
  const text = partialText(fn ? fn.get('FunctionName') : value, cx);
  const name = text?.replace(/^arn:.*?:function:/, '');
  if (name === undefined || name.startsWith(gap) || name.startsWith('arn:')) return undefined;
  const known = name.split(gap, 1)[0]!;
  return known.startsWith(prefix) || prefix.startsWith(known) ? undefined : `'${elided(name)}'`;
};

const checkHooks = (fn: ResourceNode, cx: RuleContext): void => {
  if (!fn.lacks('DeploymentPreference', 'Role')) return;
  for (const hook of hooks) {
    for (const { value, at } of fn.all('DeploymentPreference', 'Hooks', hook)) {
      const found = wrongName(value, cx);
      if (found === undefined) continue;
      const related = [cx.target(value)?.at];
      cx.report('hook', at, { data: { hook, found }, related, level: 'warning', logicalId: fn.id });
    }
  }
};

export const codedeployNoAlarm = defineTemplateRule({
  id: 'codedeploy-no-alarm',
  level: 'info',
  category: 'reliability',
  stage: 'expanded',
  needs: ['AWS::Serverless::Function'],
  title: 'Gradual deployment without alarms or hooks',
  description:
    'A canary or linear deployment is rolled back when an alarm goes off or a hook fails. With neither, nothing ever stops it. Hooks are called by the role of CodeDeploy, which may only call functions whose names begin with `CodeDeployHook_`; for others give a `Role`.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html',
  messages: {
    nothing: "Nothing can stop the deployment of '{id}': give 'DeploymentPreference' 'Alarms' or 'Hooks'.",
    hook: "CodeDeploy may not call the {hook} hook {found}; begin its 'FunctionName' with 'CodeDeployHook_' or give a 'Role'.",
  },
  example: {
    in: 'function',
    fails: `
AutoPublishAlias: live
DeploymentPreference: {Type: ‹Canary10Percent5Minutes›}`,
    passes: `
AutoPublishAlias: live
DeploymentPreference: {Type: Canary10Percent5Minutes, Alarms: [orders-errors]}`,
  },
  check(cx) {
    for (const fn of gradualFunctions(cx.sources('AWS::Serverless::Function'))) {
      checkHooks(fn, cx);
      if (!['Alarms', 'Hooks'].every((name) => fn.lacks('DeploymentPreference', name))) continue;
      for (const { value, at } of fn.strings('DeploymentPreference', 'Type')) {
        if (/^(Canary|Linear)/.test(value)) cx.report('nothing', at, { data: { id: fn.id }, logicalId: fn.id });
      }
    }
  },
});
