import { functionBehind } from '../../lint/facts/functions/links.ts';
import type { ResourceNode, TemplateView } from '../../model/rule.ts';
import { get, isList } from '../../model/tree.ts';
import type { Side } from '../side.ts';
import { enumerated } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

export default defineConsequence({
  id: 'rollout-weakened',
  level: 'warning',
  title: 'New versions of a function are deployed with less protection',
  description:
    'The deployment preference is removed or disabled, traffic no longer shifts step by step, or an alarm or hook that could stop the deployment is gone. A faulty version then reaches all callers, or is not rolled back.',
  *find(cx) {
    for (const alias of cx.now.resources('AWS::Lambda::Alias')) {
      const former = cx.old.resource(cx.former(alias.id) ?? '');
      const before = former && rolloutOf(former, cx.old, cx.before, cx);
      if (!before) continue;
      const after = rolloutOf(alias, cx.now, cx.after, cx);
      const lost = lossesOf(before, after, cx);
      if (lost.length === 0) continue;
      const group = cx.change(after?.group?.id ?? before.group?.id ?? '');
      const difference = group?.differences.find(({ path }) => /^(?:DeploymentConfigName|Alarm)/.test(String(path[0])));
      const place = group ?? cx.change(alias.id);
      const isGone = group !== undefined && !group.after;
      yield {
        text: `Deployments of '${functionBehind(cx.now, alias)?.id ?? alias.id}' are less protected: ${enumerated(lost, lost.length)}.`,
        resource: alias.id,
        at: isGone ? undefined : (difference?.at ?? place?.at),
        wasAt: isGone ? group.at : difference?.wasAt,
      };
    }
  },
});

/** How CodeDeploy moves the traffic of an alias. */
interface Rollout {
  readonly group: ResourceNode | undefined;
  /** The name of the configuration; undefined where the template gives none. */
  readonly configuration: string | undefined;
  readonly alarms: readonly string[];
  readonly hooks: readonly string[];
}

const rolloutOf = (alias: ResourceNode, view: TemplateView, side: Side, cx: ChangeContext): Rollout | undefined => {
  const update = get(get(side.resources.get(alias.id)?.body, 'UpdatePolicy'), 'CodeDeployLambdaAliasUpdate');
  if (update === undefined) return undefined;
  const group = view.target(get(update, 'DeploymentGroupName'));
  const properties = cx.properties(side.resources.get(group?.id ?? ''), side);
  const configuration = get(properties, 'DeploymentConfigName');
  const watch = get(properties, 'AlarmConfiguration');
  const alarms = get(watch, 'Enabled') === false ? undefined : get(watch, 'Alarms');
  return {
    group,
    configuration: configuration === undefined ? undefined : symbolic(configuration),
    alarms: isList(alarms) ? alarms.map((alarm) => symbolic(get(alarm, 'Name') ?? alarm)) : [],
    hooks: ['BeforeAllowTrafficHook', 'AfterAllowTrafficHook'].filter((hook) => get(update, hook) !== undefined),
  };
};

const isAtOnce = (configuration: string | undefined): boolean => /^\S*AllAtOnce$/.test(configuration ?? '');

/** What protected deployments before and does not any more, in words. */
const lossesOf = (before: Rollout, after: Rollout | undefined, cx: ChangeContext): string[] => {
  const { configuration } = before;
  const wasGradual = configuration !== undefined && !isAtOnce(configuration);
  const gone = before.alarms.filter((alarm) => !after?.alarms.includes(nameAfter(alarm, cx)));
  // An alarm that takes the place of another one protects as well as that did.
  const fewer = before.alarms.length > (after?.alarms.length ?? 0) ? gone : [];
  return [
    ...(wasGradual && (!after || isAtOnce(after.configuration))
      ? [`a new version receives all traffic at once, no longer step by step (${configuration})`]
      : []),
    ...(fewer.length > 0 ? [`the alarm ${enumerated(fewer.map(quoted))} no longer rolls them back`] : []),
    ...before.hooks.filter((hook) => !after?.hooks.includes(hook)).map((hook) => `the hook '${hook}' no longer runs`),
  ];
};

const quoted = (name: string): string => `'${name.replace(/^\$\{(\w+)\}$/, '$1')}'`;

const nameAfter = (alarm: string, cx: ChangeContext): string =>
  alarm.replace(/^\$\{(\w+)\}$/, (whole, id: string) =>
    cx.partner(id) === undefined ? whole : `\${${cx.partner(id)}}`,
  );
