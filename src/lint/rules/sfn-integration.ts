import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isMap, type JsonMap } from '../../model/tree.ts';
import { isKnown } from '../facts/asl/definition.ts';
import { integrations } from '../facts/asl/integrations.ts';
import { type TaskCall, taskCalls } from '../facts/asl/resource.ts';
import { hasFunctionKey } from '../facts/templates/function-keys.ts';
import { gap } from '../facts/texts/partial-text.ts';
import { suggestion } from '../facts/texts/suggestion.ts';

const sdk = 'aws-sdk:';

export const sfnIntegration = defineTemplateRule({
  id: 'sfn-integration',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::StepFunctions::StateMachine'],
  title: 'Call of a service that Step Functions does not know',
  description:
    "A Task calls one of the actions that Step Functions has for a service (`sqs:sendMessage`), or any action of the AWS SDK (`aws-sdk:s3:listBuckets`), whose name begins with a small letter, and whose parameters' names begin with a capital one. Step Functions refuses other names. What calls cannot do without, such as `TableName`, goes into `Parameters` (with JSONata into `Arguments`). An integration that is not like any known one is a warning: it may be a new one.",
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html',
  messages: {
    service:
      "'{state}' calls '{service}', which is not an optimized integration; write 'aws-sdk:{service}:{api}' if it is an action of the AWS SDK.{near}",
    action: "'{state}' calls '{service}:{api}', which is not an action of this integration.{near}",
    sdkAction: "'{state}' calls '{service}:{api}', but names of SDK actions begin with a small letter: '{cure}'.",
    sdkParameter: "'{name}' in '{state}': names of parameters of SDK calls begin with a capital letter: '{cure}'.",
    missing: "'{state}' calls {service}:{api} without {name}, so every execution fails there.",
    misspelt: "'{state}' calls {service}:{api} without '{name}'. Did you mean '{name}' by '{given}'?",
  },
  example: {
    in: 'state',
    fails:
      "{Type: Task, Resource: ‹'arn:aws:states:::dynamodb:putitem'›, Parameters: {TableName: orders, Item: {id: {S: a}}}, End: true}",
    passes:
      "{Type: Task, Resource: 'arn:aws:states:::dynamodb:putItem', Parameters: {TableName: orders, Item: {id: {S: a}}}, End: true}",
  },
  check(cx) {
    for (const call of taskCalls(cx)) {
      const { service, api, isActivity } = call;
      if (isActivity || service === undefined || api === undefined || api.includes(gap)) continue;
      if (service.startsWith(sdk)) checkSdkCall(call, api, cx);
      else checkCall(call, service, api, cx);
    }
  },
});

const checkCall = (call: TaskCall, service: string, api: string, cx: RuleContext): void => {
  const { state } = call;
  const { node } = state.scope.definition;
  const data = { state: state.name, service, api };
  const report = (messageId: string, names: readonly string[], name: string) => {
    const near = suggestion(name, names);
    const level = near === '' ? ('warning' as const) : undefined;
    const hint = near === '' && messageId === 'action' ? ` Its actions are ${names.join(', ')}.` : near;
    cx.report(messageId, state.place('Resource'), { data: { ...data, near: hint }, level, logicalId: node.id });
  };
  const actions = Object.hasOwn(integrations, service) ? integrations[service]! : undefined;
  if (!actions) return report('service', Object.keys(integrations), service);
  if (!Object.hasOwn(actions, api)) return report('action', Object.keys(actions), api);
  const given = parametersOf(call);
  if (!given) return;
  const names = Object.keys(given.map).map((key) => key.replace(/\.\$$/, ''));
  for (const need of actions[api]!) {
    const either = need.split('|');
    if (either.some((name) => names.includes(name))) continue;
    const known = actions[api]!.flatMap((each) => each.split('|'));
    const misspelt = Object.keys(given.map).find((key) => nearest(key, either) && !known.includes(key));
    if (misspelt === undefined) {
      const name = either.map((each) => `'${each}'`).join(' or ');
      cx.report('missing', state.keyPlace(given.field), { data: { ...data, name }, logicalId: node.id });
    } else {
      const name = nearest(misspelt, either)!;
      const at = state.keyPlace(given.field, misspelt);
      cx.report('misspelt', at, { data: { ...data, name, given: misspelt }, logicalId: node.id });
    }
  }
};

const checkSdkCall = (call: TaskCall, api: string, cx: RuleContext): void => {
  const { state } = call;
  const logicalId = state.scope.definition.node.id;
  if (/^[A-Z]/.test(api)) {
    const cure = api[0]!.toLowerCase() + api.slice(1);
    const data = { state: state.name, service: call.service!, api, cure };
    cx.report('sdkAction', state.place('Resource'), { data, logicalId });
  }
  const given = parametersOf(call);
  for (const name of given ? Object.keys(given.map) : []) {
    if (!/^[a-z]/.test(name)) continue;
    const cure = name[0]!.toUpperCase() + name.slice(1);
    cx.report('sdkParameter', state.keyPlace(given!.field, name), {
      data: { state: state.name, name, cure },
      logicalId,
    });
  }
};

/** What a call is given, where all of it is written out. */
const parametersOf = ({ state }: TaskCall): { readonly field: string; readonly map: JsonMap } | undefined => {
  for (const field of ['Parameters', 'Arguments']) {
    const map = get(state.body, field);
    if (isMap(map) && isKnown(map) && !hasFunctionKey(map)) return { field, map };
  }
  return undefined;
};
