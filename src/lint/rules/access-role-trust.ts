import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { roleBehind, roleTrusts } from '../facts/access/role.ts';
import { type RoleUse, roleUses } from '../facts/access/role-users.ts';
import { trustService } from '../facts/edits/trust.ts';
import { groupBy } from '../facts/templates/grouping.ts';

interface Untrusted extends RoleUse {
  readonly role: ResourceNode;
}

export const accessRoleTrust = defineTemplateRule({
  id: 'access-role-trust',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Role that its service may not take',
  description:
    'A service can use a role only where the `AssumeRolePolicyDocument` of the role allows `sts:AssumeRole` to its principal: `states.amazonaws.com` for a state machine, `scheduler.amazonaws.com` for a schedule, `pipes.amazonaws.com` for a pipe, `apigateway.amazonaws.com` for integrations and authorizers of an API, and so on. Services that take the role when the resource is made (Step Functions, Scheduler, Pipes, CodeDeploy, CodeBuild, CodePipeline, Firehose, log filters) refuse the resource, which is an error; with the others what needs the role fails later. Roles of functions are the concern of `lambda-role-trust`.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
  example: {
    in: 'resources',
    fails: `
FlowRole:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
Flow:
  Type: AWS::Serverless::StateMachine
  Properties:
    Role: ‹!GetAtt FlowRole.Arn›
    Definition: {StartAt: Done, States: {Done: {Type: Succeed}}}`,
    passes: `
FlowRole:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: 'sts:AssumeRole'}]
Flow:
  Type: AWS::Serverless::StateMachine
  Properties:
    Role: !GetAtt FlowRole.Arn
    Definition: {StartAt: Done, States: {Done: {Type: Succeed}}}`,
  },
  fixes: { untrusted: 'unsafe' },
  messages: {
    untrusted: "{principal} may not take the role '{role}', so {consequence}; let the role trust it (sts:AssumeRole).",
  },
  check(cx) {
    for (const uses of groupBy(untrusted(cx), ({ role, service }) => `${role.id} ${service}`).values())
      report(uses, cx);
  },
});

const untrusted = (cx: RuleContext): Untrusted[] =>
  roleUses(cx).flatMap((use) => {
    const role = roleBehind(use.value, cx);
    return role && roleTrusts(role, use.service, cx) === 'no' ? [{ ...use, role }] : [];
  });

/** One finding for all that use the role for the same service. */
const report = (uses: readonly Untrusted[], cx: RuleContext): void => {
  const use = uses.find(({ isTried }) => isTried) ?? uses[0]!;
  const { role, owner, at, isTried } = use;
  const principal = `${use.service}.amazonaws.com`;
  const edit = trustService(role, principal, cx);
  cx.report('untrusted', at, {
    data: {
      principal,
      role: role.id,
      consequence: isTried ? `AWS refuses '${owner.id}'` : `'${owner.id}' cannot use it`,
    },
    level: isTried ? 'error' : 'warning',
    related: [edit.at, ...uses.filter((each) => each !== use).map((each) => each.at)],
    fix: edit.fix,
    logicalId: owner.id,
  });
};
