import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { type Call, callsOf } from '../facts/access/calls.ts';
import { type Permission, permissionOf } from '../facts/access/permission.ts';
import { permittedTooLate, type TooLate } from '../facts/access/too-late.ts';
import { waitFor } from '../facts/edits/depends-on.ts';
import { permitCall } from '../facts/edits/permit.ts';
import { isIncomplete } from '../facts/templates/faulty.ts';
import { groupBy } from '../facts/templates/grouping.ts';

/** What comes of a call that may not be made, where AWS does not try it when it makes the resource. */
const consequences: ReadonlyMap<string, string> = new Map([
  ['apigateway', 'requests are answered with 500'],
  ['appsync', 'requests are refused'],
  ['cognito-idp', 'what the users do fails'],
  ['events', 'the events are lost'],
  ['iot', 'the messages are lost'],
  ['sns', 'the messages are lost'],
]);

export const accessFunctionPermission = defineTemplateRule({
  id: 'access-function-permission',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Service that may not invoke the function',
  description:
    'Services that call a function without a role need an `AWS::Lambda::Permission` for their principal: topics, rules, buckets, user pools, routes and authorizers of APIs, log filters and others. A permission holds for the function without a qualifier or for the one alias or version that it names. SAM adds the permission for events, but not for a `DefinitionBody`, for triggers of a user pool, or for a Lambda authorizer of an HTTP API without `EnableFunctionDefaultPermissions`. Where AWS tries the call when it makes the resource (buckets, log filters, rotation schedules …) the deployment fails, so it is an error, and there the permission must be made first; elsewhere the calls are lost. Functions whose name or ARN goes to a custom resource or a nested stack are left out, for those may add the permission.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  example: {
    in: 'resources',
    fails: `
Notify:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => {}'}
Nightly:
  Type: AWS::Events::Rule
  Properties:
    ScheduleExpression: rate(1 day)
    Targets: [{Id: notify, Arn: ‹!GetAtt Notify.Arn›}]`,
    passes: `
Notify:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => {}'}
Nightly:
  Type: AWS::Events::Rule
  Properties:
    ScheduleExpression: rate(1 day)
    Targets: [{Id: notify, Arn: !GetAtt Notify.Arn}]
NightlyMayNotify:
  Type: AWS::Lambda::Permission
  Properties:
    FunctionName: !Ref Notify
    Action: lambda:InvokeFunction
    Principal: events.amazonaws.com
    SourceArn: !GetAtt Nightly.Arn`,
  },
  fixes: { missing: 'unsafe', beside: 'safe' },
  messages: {
    beside:
      "'{permission}' lets {principal} invoke '{fn}' for {what}, but '{owner}' does not wait for it, and AWS refuses '{owner}' where it is made first; add 'DependsOn: {permission}' to '{owner}'.",
    after:
      "'{permission}' lets {principal} invoke '{fn}' for {what}, but waits for '{owner}', which AWS refuses until then; let '{owner}' depend on it, and give it 'SourceAccount' instead of a reference to '{owner}'.",
    missing:
      "{principal} may not invoke '{fn}' for {what}, so {consequence}; add an AWS::Lambda::Permission with 'Principal: {principal}'.",
    qualifier:
      "{principal} may not invoke {called} for {what}, so {consequence}: '{permission}' is for {permitted} only.",
  },
  check(cx) {
    const refused = callsOf(cx).filter((call) => {
      const { way, answer } = permissionOf(call, cx);
      return way === 'function' && answer === 'no' && !mayLackPermission(call, cx);
    });
    for (const calls of groupBy(refused, keyOf).values()) report(calls, cx);
    for (const late of permittedTooLate(cx)) {
      if (late.call.called && !mayLackPermission(late.call, cx)) reportLate(late, cx);
    }
  },
});

const reportLate = ({ call, permission, order }: TooLate, cx: RuleContext): void => {
  const { sender, what, at, called } = call;
  const { owner, service } = sender;
  const data = { permission: permission.id, principal: `${service}.amazonaws.com`, what, owner: owner.id };
  cx.report(order, at, {
    data: { ...data, fn: called!.fn.id },
    level: order === 'after' ? 'error' : 'warning',
    related: [permission.at],
    logicalId: owner.id,
    fix: order === 'beside' ? waitFor(permission, owner, cx) : undefined,
  });
};

/** Whether the transform would have added the permission, had it found no error in the caller. */
const mayLackPermission = ({ sender: { owner, source = owner }, at }: Call, cx: RuleContext): boolean =>
  isIncomplete(owner, at, cx) || isIncomplete(source, at, cx);

/** One finding for all calls that one permission would allow: those of the routes of an API. */
const keyOf = ({ sender, called, what }: Call): string =>
  [sender.service, (sender.source ?? sender.owner).id, what, called!.fn.id, called!.qualifier ?? ''].join(' ');

const report = ([call, ...others]: readonly Call[], cx: RuleContext): void => {
  const { sender, what, at, isTried, called } = call!;
  const { fn, qualifier } = called!;
  const { beside }: Permission = permissionOf(call!, cx);
  const consequence = isTried
    ? `AWS refuses '${sender.owner.id}'`
    : (consequences.get(sender.service) ?? 'the calls fail');
  const data = {
    principal: `${sender.service}.amazonaws.com`,
    fn: fn.id,
    what,
    consequence,
    called: qualifier ? `the alias or version '${qualifier}' of '${fn.id}'` : `'${fn.id}' without a qualifier`,
    permission: beside?.id ?? '',
    permitted: qualifier ? 'the function without it, or another one,' : 'an alias or version',
  };
  cx.report(beside ? 'qualifier' : 'missing', at, {
    data,
    level: isTried ? 'error' : 'warning',
    fix: beside ? undefined : permitCall(call!, cx),
    related: [fn.at, beside?.at, ...others.map((each) => each.at)],
    logicalId: sender.owner.id,
  });
};
