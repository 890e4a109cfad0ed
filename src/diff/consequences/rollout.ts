import { functionBehind } from '../../lint/facts/functions/links.ts';
import type { ResourceNode } from '../../model/rule.ts';
import { get, isString, type Json } from '../../model/tree.ts';
import { numberOf } from '../meaning/numbers.ts';
import { choiceOf } from '../meaning/policy.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';
import { causeOfVersion, isRefusedVersion } from './function-versions.ts';

export default defineConsequence({
  id: 'rollout',
  level: 'info',
  title: 'Traffic shifts to a new version step by step',
  description:
    'CodeDeploy shifts the traffic of an alias with a deployment preference: the configuration defines the steps and their duration. The stack update waits for it; alarms and hooks can roll it back.',
  *find(cx) {
    for (const change of cx.changes('AWS::Lambda::Alias')) {
      const update = get(get(change.after?.body, 'UpdatePolicy'), 'CodeDeployLambdaAliasUpdate');
      const moves = change.differences.find(({ path }) => path[0] === 'FunctionVersion');
      const moved = moves ?? change.because.find(({ path }) => path[0] === 'FunctionVersion');
      // CodeDeploy moves an alias; one that is created anew begins with its version.
      const isNew = change.fate === 'replaced' && change.certain;
      const version = cx.now.target(cx.now.resource(change.id)?.get('FunctionVersion'));
      const published = version && cx.change(version.id);
      if (update === undefined || !change.before || !moved || isNew) continue;
      if (published && isRefusedVersion(published, cx)) continue;
      const alias = cx.now.resource(change.id)!;
      const fn = functionBehind(cx.now, alias);
      const group = cx.now.target(get(update, 'DeploymentGroupName'));
      const properties = cx.properties(cx.after.resources.get(group?.id ?? ''));
      const configurations = configurationsOf(get(properties, 'DeploymentConfigName') ?? 'the default configuration');
      const steps = configurations.map((each) => stepsOf(symbolic(each), ownConfiguration(each, group, cx), cx));
      const parts = [
        `The alias '${symbolic(get(cx.properties(change.after), 'Name') ?? change.id)}' of '${fn?.id ?? 'its function'}' ${change.certain ? '' : 'perhaps '}shifts to a new version: ${steps.join(', or ')}${steps.length > 1 ? ', as a condition decides' : ''}.`,
        ...hookText(get(update, 'BeforeAllowTrafficHook'), 'before', cx),
        ...hookText(get(update, 'AfterAllowTrafficHook'), 'after', cx),
      ];
      const alarms = get(get(properties, 'AlarmConfiguration'), 'Alarms');
      const watched = Array.isArray(alarms) ? alarms.length : 0;
      parts.push(
        watched === 0
          ? 'No alarm can roll it back.'
          : `${watched === 1 ? 'One alarm' : `${watched} alarms`} can roll it back.`,
      );
      yield {
        text: parts.join(' '),
        resource: fn?.id ?? change.id,
        at: causeOfVersion(fn, cx) ?? moved.at ?? change.at,
      };
    }
  },
});

/** The configuration, or those that conditions choose between. */
const configurationsOf = (value: Json): Json[] => choiceOf(value)?.branches.flatMap(configurationsOf) ?? [value];

/** The resource that a configuration is, where it stands in the template. */
const ownConfiguration = (value: Json, group: ResourceNode | undefined, cx: ChangeContext): ResourceNode | undefined =>
  cx.now.target(value) ?? cx.now.target(group?.get('DeploymentConfigName'));

/** What CodeDeploy's own configurations do, by their names; `CodeDeployDefault.LambdaCanary10Percent5Minutes` … */
const stepsOf = (name: string, own: ResourceNode | undefined, cx: ChangeContext): string => {
  const canary = /Canary(\d+)Percent(\d+)Minutes?$/.exec(name);
  if (canary) return canaryText(Number(canary[1]), Number(canary[2]), name);
  const linear = /Linear(\d+)PercentEvery(\d+)Minutes?$/.exec(name);
  if (linear) return linearText(Number(linear[1]), Number(linear[2]), name);
  if (/AllAtOnce$/.test(name)) return `all traffic at once (${name})`;
  const routing = get(cx.properties(cx.after.resources.get(own?.id ?? '')), 'TrafficRoutingConfig');
  const number = (part: string, key: string) => numberOf(get(get(routing, part), key));
  for (const [kind, percentage, interval, tell] of [
    ['TimeBasedCanary', 'CanaryPercentage', 'CanaryInterval', canaryText],
    ['TimeBasedLinear', 'LinearPercentage', 'LinearInterval', linearText],
  ] as const) {
    const [percent, time] = [number(kind, percentage), number(kind, interval)];
    if (percent > 0 && time > 0) return tell(percent, time, own!.id);
  }
  return `as ${name} says`;
};

const minutes = (count: number): string => `${count} minute${count === 1 ? '' : 's'}`;

const canaryText = (percent: number, interval: number, name: string): string =>
  `${percent} percent of the traffic first, the rest after ${minutes(interval)} (${name})`;

/** The first step is made at once, so the last one comes after one interval less than there are steps. */
const linearText = (percent: number, interval: number, name: string): string => {
  const total = (Math.ceil(100 / percent) - 1) * interval;
  const every = interval === 1 ? 'every minute' : `every ${interval} minutes`;
  return `${percent} percent of the traffic ${every}, ${minutes(total)} in total (${name})`;
};

const hookText = (hook: ReturnType<typeof get>, when: 'before' | 'after', cx: ChangeContext): string[] => {
  if (hook === undefined) return [];
  const fn = functionBehind(cx.now, cx.now.target(hook));
  const name = fn?.id ?? (isString(hook) ? hook : symbolic(cx.after.meaning.value(hook) ?? ''));
  return [`'${name}' runs ${when} the shift and can stop it.`];
};
