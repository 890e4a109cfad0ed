import { type UserPoolTrigger, userPoolTriggers } from '../../model/channel.ts';
import { place } from '../../model/origin.ts';
import { type Contribution, defineFinisher, type FinishContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { byTarget } from '../by-target.ts';
import { ChangedResource } from '../changed-resource.ts';

const TakenTrigger = message(
  'duplicate-trigger',
  'error',
  (trigger: string, pool: string) =>
    `The user pool '${pool}' already has a function for its trigger '${trigger}'; a trigger calls one function.`,
);

/** Lets user pools call functions. */
export const userPoolFinisher = defineFinisher({
  channel: userPoolTriggers,
  finish(cx, contributions) {
    for (const [id, triggers] of byTarget(contributions)) connect(cx, id, triggers);
  },
});

const connect = (cx: FinishContext, id: string, contributions: readonly Contribution<UserPoolTrigger>[]): void => {
  const pool = ChangedResource.open(cx, contributions[0]!, 'AWS::Cognito::UserPool');
  const config = pool?.map(pool.properties, 'LambdaConfig');
  if (!pool || !config) return;
  for (const contribution of contributions) {
    const { item, cause } = contribution;
    for (const trigger of item.triggers) {
      if (Object.hasOwn(config, trigger)) cx.blame(contribution, TakenTrigger(trigger, id), cause);
      config[trigger] = item.functionArn;
      if (cause) place(config, trigger, { key: cause, value: cause });
    }
  }
  pool.replace();
};
