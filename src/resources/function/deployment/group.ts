import { getAtt, ref } from '../../../model/intrinsics.ts';
import { carry, stamp } from '../../../model/origin.ts';
import { tagList } from '../../../model/tags.ts';
import { get, isNothing, isTruthy, type JsonMap, newMap } from '../../../model/tree.ts';
import { propagatedTags } from '../../sam-tags.ts';
import type { FunctionContext } from '../context.ts';
import { alarmConfiguration } from './alarms.ts';
import { configurationName } from './configuration.ts';
import { applicationId, serviceRoleId } from './names.ts';
import { settledIn } from './switches.ts';

const rollbackEvents = ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'];

/** Emits the deployment group of a function: how CodeDeploy shifts its alias and when it stops. */
export const emitGroup = (
  cx: FunctionContext,
  id: string,
  preference: JsonMap,
  condition: string | undefined,
): void => {
  const properties = newMap();
  const alarms = alarmConfiguration(cx, preference);
  if (alarms !== undefined) properties['AlarmConfiguration'] = alarms;
  properties['ApplicationName'] = ref(applicationId);
  properties['AutoRollbackConfiguration'] = { Enabled: true, Events: rollbackEvents };
  const type = settledIn(cx, preference, 'Type');
  if (!isNothing(type)) {
    const name = configurationName(type);
    properties['DeploymentConfigName'] = name;
    if (typeof name === 'object' && name !== null) stamp(name, cx.at('DeploymentPreference', 'Type'));
  }
  properties['DeploymentStyle'] = { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' };
  properties['ServiceRoleArn'] = getAtt(serviceRoleId, 'Arn');
  if (isTruthy(get(preference, 'Role'))) carry(preference, 'Role', properties, 'ServiceRoleArn');
  if (isTruthy(get(preference, 'TriggerConfigurations'))) carry(preference, 'TriggerConfigurations', properties);
  const tags = propagatedTags(cx);
  if (tags) properties['Tags'] = tagList(tags);
  cx.emit({
    id,
    type: 'AWS::CodeDeploy::DeploymentGroup',
    properties,
    attributes: condition === undefined ? undefined : { Condition: condition },
    cause: cx.at('DeploymentPreference'),
  });
};
