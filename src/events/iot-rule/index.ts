import { ref, sub } from '../../model/intrinsics.ts';
import { carry } from '../../model/origin.ts';
import { defineEvent } from '../../model/plugin.ts';
import { isTruthy, newMap } from '../../model/tree.ts';
import { strict, string } from '../../schema/property.ts';
import { permitInvocation } from '../permission.ts';
import { propagateTags } from '../propagate-tags.ts';

export const iotRule = defineEvent({
  type: 'IoTRule',
  hosts: ['function'],
  properties: {
    Sql: strict(string, 'The SQL statement that picks messages.', { required: true }),
    AwsIotSqlVersion: strict(string, 'The version of the SQL engine.'),
  },
  attach(cx) {
    const arn = `arn:${cx.partition}:iot:\${AWS::Region}:\${AWS::AccountId}:rule/\${RuleName}`;
    permitInvocation(cx, 'iot.amazonaws.com', {
      SourceAccount: sub('${AWS::AccountId}'),
      SourceArn: sub(arn, { RuleName: ref(cx.id) }),
    });
    const payload = newMap();
    carry(cx.properties, 'Sql', payload);
    payload['RuleDisabled'] = false;
    payload['Actions'] = [{ Lambda: { FunctionArn: cx.host.arn } }];
    if (isTruthy(cx.props.AwsIotSqlVersion)) carry(cx.properties, 'AwsIotSqlVersion', payload);
    const properties = newMap();
    properties['TopicRulePayload'] = payload;
    propagateTags(cx.host, properties);
    cx.emit({
      id: cx.id,
      type: 'AWS::IoT::TopicRule',
      properties,
      attributes: cx.host.inherited,
      cause: cx.cause,
    });
  },
});
