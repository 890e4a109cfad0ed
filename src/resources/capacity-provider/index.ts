import { assumeRolePolicy, awsManagedPolicy } from '../../model/iam.ts';
import { getAtt } from '../../model/intrinsics.ts';
import { carry, shallowCopy } from '../../model/origin.ts';
import { defineResource } from '../../model/plugin.ts';
import { tagList } from '../../model/tags.ts';
import { isMap, isTruthy, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { ExecutionRole } from '../../policies/role.ts';
import { capacityProviderProperties } from './properties.ts';
import { type CapacityProviderContext, instanceRequirements, scalingConfig, vpcConfig } from './sections.ts';

const createdBy: JsonMap = { 'lambda:createdBy': 'SAM' };

export const capacityProvider = defineResource({
  type: 'AWS::Serverless::CapacityProvider',
  phase: 'other',
  properties: capacityProviderProperties,
  expand(cx) {
    const sections: readonly (readonly [string, JsonMap | undefined])[] = [
      ['VpcConfig', vpcConfig(cx)],
      ['InstanceRequirements', instanceRequirements(cx)],
      ['CapacityProviderScalingConfig', scalingConfig(cx)],
    ];
    const properties = newMap();
    for (const name of ['CapacityProviderName', 'KmsKeyArn']) {
      if (isTruthy(cx.properties[name])) carry(cx.properties, name, properties);
    }
    for (const [name, values] of sections) if (values !== undefined) properties[name] = values;
    properties['PermissionsConfig'] = permissions(cx);
    properties['Tags'] = tagList(ownTags(cx));
    cx.emit({
      id: cx.id,
      type: 'AWS::Lambda::CapacityProvider',
      properties,
      attributes: cx.attributes,
      cause: cx.cause,
    });
  },
});

const permissions = (cx: CapacityProviderContext): JsonMap => {
  const result = newMap();
  if (isTruthy(cx.properties['OperatorRole'])) {
    carry(cx.properties, 'OperatorRole', result, 'CapacityProviderOperatorRoleArn');
  } else result['CapacityProviderOperatorRoleArn'] = operatorRole(cx);
  return result;
};

/** Makes the role with which Lambda manages instances; gives its ARN. */
const operatorRole = (cx: CapacityProviderContext): Json => {
  const id = `${cx.id}OperatorRole`;
  new ExecutionRole({
    id,
    assumeRolePolicyDocument: assumeRolePolicy('lambda.amazonaws.com'),
    managedPolicyArns: [awsManagedPolicy(cx.partition, 'AWSLambdaManagedEC2ResourceOperator')],
    policies: [],
    tags: tagList(cx.props.PropagateTags ? withTags(createdBy, cx.props.Tags) : createdBy),
    attributes: cx.inherited,
    cause: cx.cause,
  }).emit(cx);
  return getAtt(id, 'Arn');
};

/** The author's tags, then the mark of the transform. */
const ownTags = (cx: CapacityProviderContext): JsonMap => {
  const marked = withTags(withTags(newMap(), cx.props.Tags), createdBy);
  return cx.props.PropagateTags ? withTags(marked, cx.props.Tags) : marked;
};

const withTags = (tags: JsonMap, more: JsonMap | null | undefined): JsonMap => {
  const all = shallowCopy(tags);
  if (isMap(more)) for (const key of Object.keys(more)) carry(more, key, all);
  return all;
};
