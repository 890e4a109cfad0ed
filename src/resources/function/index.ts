import { byCodePoint } from '../../model/hash.ts';
import { getAtt, ref } from '../../model/intrinsics.ts';
import { defineResource, type EventHost } from '../../model/plugin.ts';
import { tagList } from '../../model/tags.ts';
import { get, getIn, isMap, isString, isTruthy, type JsonMap } from '../../model/tree.ts';
import { propagatedTags } from '../sam-tags.ts';
import { type Alias, aliasOf, emitAlias } from './alias.ts';
import type { FunctionContext } from './context.ts';
import { deadLetter } from './dead-letter.ts';
import { deployAlias } from './deployment/index.ts';
import { emitEventInvoke } from './event-invoke/index.ts';
import { lambdaProperties } from './lambda.ts';
import { functionProperties } from './properties.ts';
import { roleOf } from './role.ts';
import { checkCombinations } from './rules.ts';
import { emitUrl } from './url.ts';
import { describedByHash, emitVersion, givenCodeHash, versionId } from './version.ts';

export const functionPlugin = defineResource({
  type: 'AWS::Serverless::Function',
  phase: 'function',
  properties: functionProperties,
  expand(cx) {
    let host: EventHost | undefined;
    try {
      host = expandFunction(cx);
    } finally {
      // A function that failed does not hide faults of its events.
      if (!host) cx.attachEvents(hostOf(cx, undefined, undefined), eventOrder(cx));
    }
  },
});

/** Emits the function and what belongs to it; gives what its events were attached to. */
const expandFunction = (cx: FunctionContext): EventHost => {
  checkCombinations(cx);
  const dead = deadLetter(cx);
  const lambda = lambdaProperties(cx, dead);
  const alias = publish(cx, lambda);
  emitUrl(cx, alias?.id ?? cx.id);
  const policies = emitEventInvoke(cx, alias);
  const role = roleOf(cx, dead?.policy ? [dead.policy, ...policies] : policies);
  lambda['Role'] = role.value;
  const tags = propagatedTags(cx);
  if (tags) lambda['Tags'] = tagList(tags);
  cx.emit({
    id: cx.id,
    type: 'AWS::Lambda::Function',
    properties: lambda,
    attributes: cx.attributes,
    cause: cx.cause,
  });
  const host = hostOf(cx, alias, role.generated);
  cx.attachEvents(host, eventOrder(cx));
  role.generated?.emit(cx);
  referToGenerated(cx);
  return host;
};

/** Publishes a version of the function to its alias, where it has one, and lets CodeDeploy shift it. */
const publish = (cx: FunctionContext, lambda: JsonMap): Alias | undefined => {
  const alias = aliasOf(cx);
  // An alias that is wrong has been reported; what works on it is not to be blamed too.
  if (!alias && isTruthy(cx.props.AutoPublishAlias)) return undefined;
  const updatePolicy = deployAlias(cx, alias);
  if (!alias) return undefined;
  lambda['Code'] = cx.resolve(lambda['Code']!);
  const codeHash = givenCodeHash(cx);
  if (codeHash !== undefined) lambda['Description'] = describedByHash(cx, codeHash);
  const version = versionId(cx, lambda, codeHash);
  emitVersion(cx, version);
  emitAlias(cx, alias, version, updatePolicy);
  return alias;
};

/** What the events of the function invoke: its alias where it has one. */
const hostOf = (cx: FunctionContext, alias: Alias | undefined, role: EventHost['role']): EventHost => ({
  kind: 'function',
  targetId: alias?.id ?? cx.id,
  functionId: cx.id,
  arn: alias ? ref(alias.id) : getAtt(cx.id, 'Arn'),
  role,
  propagatedTags: propagatedTags(cx),
  inherited: cx.inherited,
  properties: cx.properties,
});

/** Events in the order of their `Path`, or of their id without one: `$default` comes before any other route. */
const eventOrder = (cx: FunctionContext): string[] => {
  const events = get(cx.properties, 'Events');
  if (!isMap(events)) return [];
  const key = (id: string): string => {
    const path = getIn(events, id, 'Properties', 'Path');
    if (
      get(events[id], 'Type') === 'HttpApi' &&
      !isTruthy(path) &&
      !isTruthy(getIn(events, id, 'Properties', 'Method'))
    ) {
      return '$default';
    }
    return isString(path) ? path : id;
  };
  return cx.keys(events).sort((left, right) => byCodePoint(key(left), key(right)));
};

/** Names by which a template can refer to what was generated; the last resource of the type has the name. */
const referable = [
  ['Alias', 'AWS::Lambda::Alias'],
  ['Version', 'AWS::Lambda::Version'],
  ['DestinationTopic', 'AWS::SNS::Topic'],
  ['DestinationQueue', 'AWS::SQS::Queue'],
] as const;

const referToGenerated = (cx: FunctionContext): void => {
  for (const [name, type] of referable) {
    const id = cx.made(type).at(-1);
    if (id !== undefined) cx.refer(name, id);
  }
};
