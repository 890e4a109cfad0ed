import { stamp } from '../../../model/origin.ts';
import { isList, type JsonMap } from '../../../model/tree.ts';
import { onlyTrue } from '../../codecs/scalars.ts';
import { type Key, set } from '../../language/key.ts';

/** A part of the stack's id: the name of a hook has to be unique in its account, and is at most 64 characters long. */
const stackSuffix = (): JsonMap => ({
  'Fn::Select': [4, { 'Fn::Split': ['-', { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] }] }],
});

/** Characters of the logical id that fit: 64 without the prefix, the suffix of 12 and what joins them. */
const room = 64 - 'CodeDeployHook_'.length - '_'.length - 12;

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
    const name: JsonMap = {
      'Fn::Sub': [`CodeDeployHook_${draft.id.slice(0, room)}_\${Stack}`, { Stack: stackSuffix() }],
    };
    set(draft, 'FunctionName', stamp(name, spot.at), spot, cx);
    set(draft, 'DeploymentPreference.Enabled', false, spot, cx);
  },
  raise: () => undefined,
};

/** Lets a hook report to CodeDeploy, beside what `access` gives it. */
export const allowReport = (properties: JsonMap): void => {
  if (Object.hasOwn(properties, 'Role')) return;
  const present = properties['Policies'];
  const statement: JsonMap = {
    Effect: 'Allow',
    Action: 'codedeploy:PutLifecycleEventHookExecutionStatus',
    Resource: {
      'Fn::Sub': 'arn:${AWS::Partition}:codedeploy:${AWS::Region}:${AWS::AccountId}:deploymentgroup:*',
    },
  };
  const policy: JsonMap = { Version: '2012-10-17', Statement: [statement] };
  properties['Policies'] = [...(isList(present) ? present : present === undefined ? [] : [present]), policy];
};
