import { implicitApiIds } from '../../../model/implicit-apis.ts';
import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { get, isIntrinsic, isList, isMap, isString, isTruthy, type Step } from '../../../model/tree.ts';
import { given, type NoEffect, type NoEffectFinder } from './finding.ts';

/** An event, and the path to its properties. */
interface Event {
  readonly host: ResourceNode;
  readonly type: string;
  readonly path: readonly Step[];
}

/** What has no effect in the events of a function or state machine. */
export const inEvents: NoEffectFinder = function* (host, cx) {
  const events = host.get('Events');
  if (!isMap(events)) return;
  for (const eventId of Object.keys(events)) {
    const type = get(events[eventId], 'Type');
    if (!isString(type)) continue;
    const event = { host, type, path: ['Events', eventId, 'Properties'] };
    for (const found of inEvent(event, cx)) yield { ...found, eventId };
  }
};

function* inEvent(event: Event, cx: RuleContext): Generator<NoEffect> {
  const { host, type, path } = event;
  if (type === 'Api' || type === 'HttpApi') yield* inRoute(event, cx);
  if (type === 'SNS') {
    const why = 'the queue is always read; leave the event out to stop that';
    yield* given(host, [...path, 'SqsSubscription'], ['Enabled'], why);
  }
  if (['SQS', 'Kinesis', 'DynamoDB', 'MSK'].includes(type)) {
    yield* given(host, path, ['SecretsManagerKmsKeyId'], `a ${type} event has no secret to decrypt`);
  }
  if (type === 'ScheduleV2' && isTruthy(host.get(...path, 'RoleArn'))) {
    const why = "'RoleArn' names a role of your own, so none is generated";
    yield* given(host, path, ['PermissionsBoundary'], why, [...path, 'RoleArn']);
  }
  const deadLetters = [...path, 'DeadLetterConfig'];
  if (isTruthy(host.get(...deadLetters, 'Arn'))) {
    const why = "'Arn' names a queue of your own, so none is made";
    yield* given(host, deadLetters, ['QueueLogicalId'], why, [...deadLetters, 'Arn']);
  }
}

const ofMethods = [
  'Auth',
  'RequestModel',
  'RequestParameters',
  'TimeoutInMillis',
  'ResponseTransferMode',
  'UnescapeMappingTemplate',
];

function* inRoute({ host, type, path }: Event, cx: RuleContext): Generator<NoEffect> {
  const isRest = type === 'Api';
  if (isRest) yield* inParameters({ host, type, path });
  if (!isRest || host.type === 'AWS::Serverless::Function') {
    yield* given(host, path, ['Stage'], 'the route is in the stage of the API, whatever is written here');
  }
  const reference = host.get(...path, isRest ? 'RestApiId' : 'ApiId') ?? implicitApiIds[isRest ? 'rest' : 'http'];
  const id = isMap(reference) ? get(reference, 'Ref') : reference;
  const api = isString(id) ? cx.written(id) : undefined;
  if (api && isRest) yield* inRestMethod({ host, type, path }, api);
  else if (api && isTruthy(api.get('DefinitionUri')) && !isTruthy(api.get('DefinitionBody'))) {
    const why = `the definition of '${api.id}' is in a file that is not changed; say it there`;
    yield* given(host, path, ['Auth', 'TimeoutInMillis', 'PayloadFormatVersion'], why);
  }
}

function* inRestMethod({ host, path }: Event, api: ResourceNode): Generator<NoEffect> {
  const merged = api.get('MergeDefinitions') === true && host.type === 'AWS::Serverless::Function';
  const hasOwn = isTruthy(api.get('DefinitionBody')) || isTruthy(api.get('DefinitionUri'));
  if (api.type !== 'AWS::Serverless::Api' || (hasOwn && !merged)) {
    const overrides = isTruthy(host.get(...path, 'Auth', 'OverrideApiAuth'));
    const why =
      api.type === 'AWS::Serverless::Api'
        ? `'${api.id}' has a definition of its own; say it there, or let 'MergeDefinitions: true' merge this into it`
        : `'${api.id}' is not an AWS::Serverless::Api, so its methods are not made from events`;
    yield* given(host, path, overrides ? ofMethods.slice(1) : ofMethods, why);
    return;
  }
  const model = host.get(...path, 'RequestModel');
  if (isMap(model) && !isIntrinsic(model) && !isTruthy(model['Model'])) {
    yield { path: [...path, 'RequestModel'], why: "it names no 'Model'" };
  }
  const auth = host.get(...path, 'Auth');
  if (isMap(auth) && !isIntrinsic(auth) && auth['Authorizer'] !== 'AWS_IAM') {
    yield* given(host, [...path, 'Auth'], ['InvokeRole'], "only methods with 'Authorizer: AWS_IAM' have a role");
  }
}

/** A list item names one parameter. */
function* inParameters({ host, path }: Event): Generator<NoEffect> {
  const parameters = host.get(...path, 'RequestParameters');
  if (!isList(parameters)) return;
  for (const [index, item] of parameters.entries()) {
    const names = isMap(item) && !isIntrinsic(item) ? Object.keys(item).slice(1) : [];
    const why = 'of the parameters of one list item only the first counts; give each an item of its own';
    yield* given(host, [...path, 'RequestParameters', index], names, why);
  }
}
