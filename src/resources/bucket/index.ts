import { type BucketNotification, bucketNotifications } from '../../model/channel.ts';
import { canonicalJson } from '../../model/hash.ts';
import { fnIf, ref } from '../../model/intrinsics.ts';
import { stamp } from '../../model/origin.ts';
import { type Contribution, defineFinisher, type FinishContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { tagList } from '../../model/tags.ts';
import { type Json, type JsonMap, kindOf } from '../../model/tree.ts';
import { byTarget } from '../by-target.ts';
import { ChangedResource } from '../changed-resource.ts';
import { dependencies, withDependency } from './depends-on.ts';

type Notification = Contribution<BucketNotification>;

const BadDependsOn = message(
  'wrong-type',
  'error',
  (id: string, found: string) =>
    `'DependsOn' of the bucket '${id}' is ${found}; it must be a logical ID or a list of them, because the permission of this event is added to it.`,
);

/** Lets buckets tell functions about what happens in them. */
export const bucketFinisher = defineFinisher({
  channel: bucketNotifications,
  finish(cx, contributions) {
    for (const [id, notifications] of byTarget(contributions)) notify(cx, id, notifications);
  },
});

const notify = (cx: FinishContext, id: string, notifications: readonly Notification[]): void => {
  const bucket = ChangedResource.open(cx, notifications[0]!, 'AWS::S3::Bucket');
  if (!bucket) return;
  const dependsOn = dependOnPermissions(cx, id, bucket, notifications);
  if (!tagConditionalPermissions(bucket, notifications)) return;
  addConfigurations(bucket, notifications);
  // The last function to speak decides about the tags.
  const tags = notifications.at(-1)!.item.propagatedTags;
  if (tags) bucket.properties['Tags'] = tagList(tags);
  bucket.replace(dependsOn);
};

/** S3 checks its permissions when notifications are set up, so they have to be there before the bucket. */
const dependOnPermissions = (
  cx: FinishContext,
  id: string,
  bucket: ChangedResource,
  notifications: readonly Notification[],
): Json | undefined => {
  const permissions = notifications.filter(({ item }) => item.condition === undefined);
  if (permissions.length === 0) return bucket.dependsOn;
  const before = dependencies(bucket.dependsOn);
  if (before === undefined) {
    const found = kindOf(bucket.dependsOn);
    for (const each of permissions) cx.blame(each, BadDependsOn(id, found), each.cause);
    return bucket.dependsOn;
  }
  return permissions.reduce((list, { item, cause }) => withDependency(list, item.permissionId, cause), before);
};

/** `DependsOn` cannot be conditional, but a reference in a tag can: it makes CloudFormation wait as well. */
const tagConditionalPermissions = (bucket: ChangedResource, notifications: readonly Notification[]): boolean => {
  const wanted: JsonMap[] = [];
  for (const { item, cause } of notifications) {
    const { permissionId, condition } = item;
    if (condition === undefined) continue;
    const value = fnIf(condition, ref(permissionId), 'no dependency');
    wanted.push(stamp({ Key: `sam:ConditionalDependsOn:${permissionId}`, Value: value }, cause));
  }
  if (wanted.length === 0) return true;
  const tags = bucket.list(bucket.properties, 'Tags');
  if (tags) for (const tag of wanted) tags.push(tag);
  return tags !== undefined;
};

const addConfigurations = (bucket: ChangedResource, notifications: readonly Notification[]): void => {
  const all = bucket.map(bucket.properties, 'NotificationConfiguration');
  const list = all && bucket.list(all, 'LambdaConfigurations');
  if (!list) return;
  const present = new Set(list.map(canonicalJson));
  for (const { item } of notifications) {
    for (const configuration of item.configurations) {
      const text = canonicalJson(configuration);
      if (present.has(text)) continue;
      present.add(text);
      list.push(configuration);
    }
  }
};
