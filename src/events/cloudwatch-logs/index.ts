import { sub } from '../../model/intrinsics.ts';
import { carry, shallowCopy } from '../../model/origin.ts';
import { defineEvent } from '../../model/plugin.ts';
import { type JsonMap, newMap } from '../../model/tree.ts';
import { strict, string } from '../../schema/property.ts';
import { permitInvocation } from '../permission.ts';

export const cloudWatchLogs = defineEvent({
  type: 'CloudWatchLogs',
  hosts: ['function'],
  properties: {
    LogGroupName: strict(string, 'The log group.', { required: true, to: 'LogGroupName' }),
    FilterPattern: strict(string, 'Which log events are sent.', { required: true, to: 'FilterPattern' }),
  },
  attach(cx) {
    const arn = `arn:${cx.partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:\${__LogGroupName__}:*`;
    const variables = newMap();
    carry(cx.properties, 'LogGroupName', variables, '__LogGroupName__');
    const permission = permitInvocation(cx, 'logs.amazonaws.com', { SourceArn: sub(arn, variables) });
    const properties = cx.passed();
    properties['DestinationArn'] = cx.host.arn;
    const attributes = shallowCopy(cx.host.inherited as JsonMap);
    // Logs checks that it may invoke the function when the filter is made.
    attributes['DependsOn'] = [permission];
    cx.emit({
      id: cx.id,
      type: 'AWS::Logs::SubscriptionFilter',
      properties,
      attributes,
      cause: cx.cause,
    });
  },
});
