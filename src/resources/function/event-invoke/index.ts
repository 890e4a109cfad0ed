import { ref } from '../../../model/intrinsics.ts';
import { carry, entryOf, originOf, place, shallowCopy, stamp } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import { get, getIn, isMap, isNothing, isTruthy, type JsonMap, kindOf, newMap } from '../../../model/tree.ts';
import type { Alias } from '../alias.ts';
import type { FunctionContext } from '../context.ts';
import { destinationOf, outcomes } from './destination.ts';

const NotMap = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `'${name}' is ${found}; it must be a map.`,
);

/**
 * Emits how asynchronous invocations are retried and where their results go, with the queues and topics that are made
 * for them.
 * @returns the policies by which the function's role may send to the destinations
 */
export const emitEventInvoke = (cx: FunctionContext, alias: Alias | undefined): JsonMap[] => {
  const given = cx.props.EventInvokeConfig;
  if (!isMap(given) || !isTruthy(given)) return [];
  const config = cx.resolve(given) as JsonMap;
  const id = `${cx.id}EventInvokeConfig`;
  const cause = cx.at('EventInvokeConfig');
  const policies: JsonMap[] = [];

  const properties = newMap();
  properties['DestinationConfig'] = destinations(cx, config, id, policies);
  properties['FunctionName'] = ref(cx.id);
  carry(config, 'MaximumEventAgeInSeconds', properties);
  carry(config, 'MaximumRetryAttempts', properties);
  properties['Qualifier'] = alias?.name ?? '$LATEST';

  const attributes = shallowCopy(cx.attributes as JsonMap);
  delete attributes['DependsOn'];
  if (alias) attributes['DependsOn'] = [alias.id];
  cx.emit({ id, type: 'AWS::Lambda::EventInvokeConfig', properties, attributes, cause });
  return policies;
};

const destinations = (cx: FunctionContext, config: JsonMap, id: string, policies: JsonMap[]): JsonMap => {
  const result = newMap();
  const given = get(config, 'DestinationConfig');
  if (!isTruthy(given)) return result;
  const at = cx.at('EventInvokeConfig', 'DestinationConfig');
  if (!isMap(given)) return cx.fail(NotMap('EventInvokeConfig.DestinationConfig', kindOf(given)), at);
  for (const outcome of outcomes) {
    const wanted = get(given, outcome);
    if (isNothing(wanted)) continue;
    if (!isMap(wanted)) {
      return cx.fail(NotMap(`EventInvokeConfig.DestinationConfig.${outcome}`, kindOf(wanted)), at);
    }
    const source = getIn(cx.properties, 'EventInvokeConfig', 'DestinationConfig', outcome) as JsonMap;
    const destination = destinationOf(cx, withShared(cx, wanted, source), id, outcome);
    if (!destination) continue;
    cx.shared.set(source, destination.arn);
    const made = stamp<JsonMap>({ Destination: destination.arn }, originOf(source));
    place(made, 'Destination', entryOf(source, 'Destination'));
    result[outcome] = made;
    place(result, outcome, entryOf(given, outcome));
    if (destination.policy) policies.push(destination.policy);
  }
  return result;
};

/** A destination that functions share, from `Globals`: what the first of them made is there for the others. */
const withShared = (cx: FunctionContext, wanted: JsonMap, source: JsonMap): JsonMap => {
  const made = cx.shared.get(source);
  if (made === undefined) return wanted;
  const settled = shallowCopy(wanted);
  settled['Destination'] = made;
  return settled;
};
