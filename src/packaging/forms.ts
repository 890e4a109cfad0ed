import { sub } from '../model/intrinsics.ts';
import { type Cause, shallowCopy, stamp } from '../model/origin.ts';
import { isMap, isString, type Json, type JsonMap, newMap } from '../model/tree.ts';
import type { Form } from './properties.ts';

/** A place in S3; of an image, its repository and its tag. Either part may hold `${…}`, which CloudFormation fills in once `withSubstitutions` was run. */
export interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
}

/** A place in S3 in the form that a property takes. */
export const placeAs = (form: Form, { bucket, key }: ObjectPlace, at: Cause | undefined): Json => {
  if (form === 's3://') return `s3://${bucket}/${key}`;
  // The address with the bucket in its path holds for every bucket name.
  if (form === 'https://') return `https://s3.\${AWS::Region}.\${AWS::URLSuffix}/${bucket}/${key}`;
  if (form === 'registry/repository:tag') {
    return `\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.\${AWS::URLSuffix}/${bucket}:${key}`;
  }
  const map = newMap();
  const [bucketName, keyName] = form.split('/') as [string, string];
  map[bucketName] = bucket;
  map[keyName] = key;
  return stamp(map, at);
};

/**
 * A place as `placeAs` wrote it, its texts with `${…}` put into `Fn::Sub`.
 * @param isOwn whether a text is one of those; all are when it is not given
 */
export const withSubstitutions = (
  place: Json,
  at: Cause | undefined,
  isOwn: (text: string) => boolean = () => true,
): Json => {
  if (isString(place)) return place.includes('${') && isOwn(place) ? stamp(sub(place), at) : place;
  if (!isMap(place)) return place;
  let copy: JsonMap | undefined;
  for (const name of Object.keys(place)) {
    const before = place[name]!;
    const after = isString(before) ? withSubstitutions(before, at, isOwn) : before;
    if (after === before) continue;
    copy ??= shallowCopy(place);
    copy[name] = after;
  }
  return copy ?? place;
};
