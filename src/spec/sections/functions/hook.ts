import { carryEvenNull, originOf, stamp } from '../../../model/origin.ts';
import { isList, type Json, type JsonMap, newMap, sameData } from '../../../model/tree.ts';
import { onlyTrue } from '../../codecs/scalars.ts';
import { type Draft, valueAt } from '../../language/draft.ts';
import { type Key, set } from '../../language/key.ts';
import type { Joint } from '../../language/section.ts';

/** A part of the stack's id: the name of a hook has to be unique in its account, and is at most 64 characters long. */
const stackSuffix = (): JsonMap => ({
  'Fn::Select': [4, { 'Fn::Split': ['-', { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] }] }],
});

/** Characters of the logical id that fit: 64 without the prefix, the suffix of 12 and what joins them. */
const room = 64 - 'CodeDeployHook_'.length - '_'.length - 12;

const hookName = (id: string): JsonMap => ({
  'Fn::Sub': [`CodeDeployHook_${id.slice(0, room)}_\${Stack}`, { Stack: stackSuffix() }],
});

const values = onlyTrue(true);

/** Makes a function a hook of CodeDeploy: its name, no rollout of its own. The permission is added by `allowReport`. */
export const hook: Key = {
  key: 'hook',
  to: ['FunctionName', 'DeploymentPreference.Enabled'],
  doc: 'Makes it a hook that CodeDeploy calls during a rollout: it gets a name that begins with `CodeDeployHook_`, the permission to report, and no rollout of its own.',
  examples: ['true'],
  schema: () => values.schema(),
  perEntry: true,
  lower: (spot, draft, cx) => {
    if (values.read(spot, cx) === undefined) return;
    set(draft, 'FunctionName', stamp(hookName(draft.id), spot.at), spot, cx);
    set(draft, 'DeploymentPreference.Enabled', false, spot, cx);
  },
  raise: () => undefined,
};

/** The key comes back before the others: `name` would take what it says of the name. */
export const raiseHook = (draft: Draft): Joint | undefined => {
  if (!isHook(draft)) return undefined;
  const map = newMap();
  map['hook'] = true;
  return { map, says: hook.to };
};

const isHook = (draft: Draft): boolean =>
  valueAt(draft, 'DeploymentPreference.Enabled') === false &&
  sameData(valueAt(draft, 'FunctionName'), hookName(draft.id));

/** The policy that lets a hook report to CodeDeploy. */
const reporting = (): JsonMap => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'codedeploy:PutLifecycleEventHookExecutionStatus',
      Resource: {
        'Fn::Sub': 'arn:${AWS::Partition}:codedeploy:${AWS::Region}:${AWS::AccountId}:deploymentgroup:*',
      },
    },
  ],
});

/** Lets a hook report to CodeDeploy, beside what `access` gives it. */
export const allowReport = (properties: JsonMap): void => {
  if (Object.hasOwn(properties, 'Role')) return;
  const present = properties['Policies'];
  properties['Policies'] = [...(isList(present) ? present : present === undefined ? [] : [present]), reporting()];
};

/** Takes away from a hook what `allowReport` gives it. */
export const withoutReport = (draft: Draft): void => {
  const { properties } = draft;
  const present = properties['Policies'];
  if (!isHook(draft) || !isList(present) || !sameData(present.at(-1), reporting())) return;
  const rest: Json[] = [];
  for (const at of present.keys()) if (at < present.length - 1) carryEvenNull(present, at, rest);
  if (rest.length === 0) delete properties['Policies'];
  else properties['Policies'] = stamp(rest, originOf(present));
};
