import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isMap } from '../../model/tree.ts';
import { bypassesOf } from '../facts/functions/bypasses.ts';
import { type Rollout, rolloutsOf } from '../facts/functions/rollouts.ts';

export const codedeployBypassed = defineTemplateRule({
  id: 'codedeploy-bypassed',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::Lambda::Alias', 'AWS::StepFunctions::StateMachineAlias'],
  title: 'Rollout that callers go round',
  description:
    'A gradual deployment moves the traffic of an alias. Who calls the function or the state machine without the alias gets the newest code at once, untested by hooks and alarms, and keeps it through a rollback. SAM lets the events of a function call the alias; schedules, tasks of state machines, environment variables of other functions, permissions, connectors and integrations must name it themselves: `!Ref Function.Alias`. The events of a SAM state machine start the newest definition, even where it has `AutoPublishAlias`, unless `UseAliasAsEventTarget` is `true`.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html',
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: 'exports.handler = async () => {}'
    AutoPublishAlias: live
    DeploymentPreference: {Type: AllAtOnce}
Caller:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: 'exports.handler = async () => {}'
    Environment: {Variables: {ORDERS: ‹!Ref Orders›}}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: 'exports.handler = async () => {}'
    AutoPublishAlias: live
    DeploymentPreference: {Type: AllAtOnce}
Caller:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: 'exports.handler = async () => {}'
    Environment: {Variables: {ORDERS: !Ref Orders.Alias}}`,
  },
  messages: {
    bypassed:
      "{what} names '{id}' without its alias '{alias}', so calls go round the gradual deployment of '{id}'; name the alias{how}.",
    event:
      "The event '{event}' starts the newest definition of '{id}', not its alias '{alias}', so it goes round the gradual deployment; set 'UseAliasAsEventTarget: true'.",
  },
  check(cx) {
    for (const { rollout, owner, at, what } of bypassesOf(cx)) {
      const { alias, target } = rollout;
      const data = { what, id: target.id, alias: aliasName(alias), how: howToName(rollout, cx) };
      cx.report('bypassed', at, { data, related: [alias.at], logicalId: owner.id });
    }
    for (const { alias, target } of rolloutsOf(cx).values()) {
      const machine = cx.written(target.id);
      const isServerless = machine?.type === 'AWS::Serverless::StateMachine';
      if (!isServerless || machine.get('UseAliasAsEventTarget') === true) continue;
      const events = machine.get('Events');
      for (const event of isMap(events) ? Object.keys(events) : []) {
        const data = { event, id: target.id, alias: aliasName(alias) };
        cx.report('event', machine.keyPlace('Events', event), { data, logicalId: target.id, eventId: event });
      }
    }
  },
});

const aliasName = (alias: ResourceNode): string => alias.strings('Name')[0]?.value ?? alias.id;

const howToName = ({ alias, target }: Rollout, cx: RuleContext): string => {
  if (cx.written(alias.id)) return `: !Ref ${alias.id}`;
  return cx.written(target.id)?.type === 'AWS::Serverless::Function' ? `: !Ref ${target.id}.Alias` : '';
};
