import { message } from '../../model/problem.ts';
import { get, isMap, isNothing, isTruthy, textOrKind } from '../../model/tree.ts';
import { type FunctionContext, keyOf, type PropertyName } from './context.ts';

const Exclusive = message(
  'exclusive-properties',
  'error',
  (one: string, other: string) => `'${one}' and '${other}' cannot be given together.`,
);
const Requires = message('requires-property', 'error', (one: string, other: string) => `'${one}' needs '${other}'.`);
const NotWithTenancy = message(
  'unsupported-with-tenancy',
  'error',
  (name: string) => `'${name}' cannot be given for a function with 'TenancyConfig'.`,
);
const EventNotWithTenancy = message(
  'event-unsupported-with-tenancy',
  'error',
  (id: string, found: string) =>
    `The event '${id}' has ${found} as its type; a function with 'TenancyConfig' takes only Api and HttpApi events.`,
);

const exclusive: readonly (readonly [PropertyName, PropertyName])[] = [
  ['CapacityProviderConfig', 'ProvisionedConcurrencyConfig'],
  ['CapacityProviderConfig', 'VpcConfig'],
];
const requires: readonly (readonly [PropertyName, PropertyName])[] = [
  ['FunctionScalingConfig', 'CapacityProviderConfig'],
  ['VersionDeletionPolicy', 'AutoPublishAlias'],
];
const unsupportedWithTenancy: readonly PropertyName[] = [
  'ProvisionedConcurrencyConfig',
  'FunctionUrlConfig',
  'SnapStart',
];

/** Reports properties of a function that exclude each other, or lack one that they need. */
export const checkCombinations = (cx: FunctionContext): void => {
  const given = (name: PropertyName): boolean => !isNothing(cx.props[name]);
  for (const [one, other] of exclusive)
    if (given(one) && given(other)) cx.report(Exclusive(one, other), keyOf(cx, other));
  for (const [one, other] of requires) if (given(one) && !given(other)) cx.report(Requires(one, other), keyOf(cx, one));
  if (isTruthy(cx.props.ProvisionedConcurrencyConfig) && !isTruthy(cx.props.AutoPublishAlias)) {
    cx.report(Requires('ProvisionedConcurrencyConfig', 'AutoPublishAlias'), keyOf(cx, 'ProvisionedConcurrencyConfig'));
  }
  if (isTruthy(cx.props.TenancyConfig)) checkTenancy(cx);
};

const checkTenancy = (cx: FunctionContext): void => {
  for (const name of unsupportedWithTenancy) {
    if (isTruthy(cx.props[name])) cx.report(NotWithTenancy(name), keyOf(cx, name));
  }
  const events = get(cx.properties, 'Events');
  if (!isMap(events)) return;
  for (const id of cx.keys(events)) {
    const type = get(events[id], 'Type');
    if (type === 'Api' || type === 'HttpApi') continue;
    cx.report(EventNotWithTenancy(id, textOrKind(type)), cx.at('Events', id, 'Type'));
  }
};
