import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { allowStatement } from '../facts/edits/allow-statement.ts';
import { usesRoleOfSam, wrongHookName } from '../facts/functions/hook-access.ts';
import { rolloutHooks } from '../facts/functions/rollouts.ts';
import { lackedActions } from '../facts/policies/role-permissions.ts';

const report = 'codedeploy:PutLifecycleEventHookExecutionStatus';

export const codedeployHook = defineTemplateRule({
  id: 'codedeploy-hook',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::Lambda::Alias', 'AWS::StepFunctions::StateMachineAlias'],
  title: 'Hook function without what it needs',
  description:
    'CodeDeploy runs a hook function and waits up to an hour until it reports with `codedeploy:PutLifecycleEventHookExecutionStatus`; a role that does not allow this stops every deployment. The role that SAM makes for CodeDeploy may invoke only functions whose name begins with `CodeDeployHook_`, so a hook needs such a `FunctionName`, or `DeploymentPreference` a `Role` that may invoke it.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html',
  example: {
    in: 'resources',
    fails: `
Check:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: 'exports.handler = async () => {}'
    FunctionName: CodeDeployHook_check
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: 'exports.handler = async () => {}'
    AutoPublishAlias: live
    DeploymentPreference:
      Type: Linear10PercentEvery1Minute
      Hooks: {PreTraffic: ‹!Ref Check›}`,
    passes: `
Check:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: 'exports.handler = async () => {}'
    FunctionName: CodeDeployHook_check
    Policies:
      - Version: '2012-10-17'
        Statement: {Effect: Allow, Action: codedeploy:PutLifecycleEventHookExecutionStatus, Resource: '*'}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: 'exports.handler = async () => {}'
    AutoPublishAlias: live
    DeploymentPreference:
      Type: Linear10PercentEvery1Minute
      Hooks: {PreTraffic: !Ref Check}`,
  },
  supersedes: ['codedeploy-no-alarm'],
  fixes: { report: 'unsafe' },
  messages: {
    report:
      "'{hook}' may not report to CodeDeploy, so every deployment waits an hour for it and fails; allow {action} to its role.",
    neither:
      "'{hook}' is {found} and may not report to CodeDeploy, so it cannot be a hook: give it a FunctionName that begins with CodeDeployHook_, and allow {action} to its role.",
    name: "The role that SAM makes for CodeDeploy may invoke only functions named CodeDeployHook_…, and '{hook}' is {found}; give it such a FunctionName.",
  },
  check(cx) {
    const told = new Set<string>();
    for (const hook of rolloutHooks(cx)) {
      const once = (
        messageId: string,
        data: Record<string, string>,
        fix = undefined as ReturnType<typeof allowStatement>,
      ) => {
        const key = `${messageId} ${hook.fn.id}`;
        if (told.has(key)) return;
        told.add(key);
        cx.report(messageId, hook.at, { data, fix, related: [hook.fn.at], logicalId: hook.rollout.target.id });
      };
      const found = usesRoleOfSam(hook, cx) ? wrongHookName(hook.fn, cx) : undefined;
      if (mayNotReport(hook.fn, cx)) {
        if (found !== undefined) once('neither', { hook: hook.fn.id, found, action: report });
        else once('report', { hook: hook.fn.id, action: report }, allowStatement(hook.fn, report, '*', cx));
      } else if (found !== undefined) once('name', { hook: hook.fn.id, found });
    }
  },
});

const mayNotReport = (fn: ResourceNode, cx: RuleContext): boolean => {
  const roles = fn.all('Role').map(({ value }) => cx.target(value));
  return roles.length === 1 && roles[0]?.type === 'AWS::IAM::Role' && lackedActions(roles[0], [report], cx).length > 0;
};
