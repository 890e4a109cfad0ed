import { bucketNotifications } from '../../model/channel.ts';
import { fnIf, noValue, ref } from '../../model/intrinsics.ts';
import { carry, stamp, valueOrigin } from '../../model/origin.ts';
import { type AnyEventContext, defineEvent } from '../../model/plugin.ts';
import { isList, type JsonMap, newMap } from '../../model/tree.ts';
import { listOf, literal, mapOf, oneOf, strict, string } from '../../schema/property.ts';
import { hostCondition } from '../host-condition.ts';
import { permitInvocation } from '../permission.ts';
import { idInTemplate } from '../same-template.ts';

export const s3 = defineEvent({
  type: 'S3',
  hosts: ['function'],
  properties: {
    Bucket: strict(string, 'A reference to a bucket of the same template.', { required: true }),
    Events: literal(oneOf(string, listOf(string)), 'What happened in the bucket: s3:ObjectCreated:* …', {
      required: true,
    }),
    Filter: strict(mapOf(string), 'Which keys count: `S3Key` with `Rules`.'),
  },
  attach(cx) {
    const bucketId = idInTemplate(cx, 'Bucket', 'AWS::S3::Bucket');
    const permissionId = permitInvocation(cx, 's3.amazonaws.com', { SourceAccount: ref('AWS::AccountId') });
    const { propagatedTags } = cx.host;
    const condition = hostCondition(cx.host);
    const notification = { configurations: configurations(cx, condition), permissionId, condition, propagatedTags };
    cx.contribute(bucketNotifications, bucketId, notification, cx.at('Bucket'));
  },
});

/** One notification for each kind of event; none while the function's condition does not hold. */
const configurations = (cx: AnyEventContext, condition: string | undefined): JsonMap[] => {
  const events = cx.properties['Events']!;
  const [list, steps] = isList(events) ? [events, [...events.keys()]] : [cx.properties, ['Events']];
  return steps.map((step) => {
    const configuration = stamp(newMap(), valueOrigin(list, step));
    configuration['Function'] = cx.host.arn;
    carry(cx.properties, 'Filter', configuration);
    carry(list, step, configuration, 'Event');
    return condition === undefined ? configuration : fnIf(condition, configuration, noValue());
  });
};
