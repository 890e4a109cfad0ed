import { get } from '../../model/tree.ts';
import type { Resource } from '../side.ts';
import type { OldCopy } from './changes.ts';

/**
 * What CloudFormation does with the physical resource when it goes. Without a policy it is deleted, but for the clusters
 * and instances of RDS, of which it takes a snapshot.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
 */
export const oldCopyOf = ({ type, body }: Resource, policy: 'DeletionPolicy' | 'UpdateReplacePolicy'): OldCopy => {
  switch (get(body, policy) ?? fallback(type, body, policy)) {
    case 'Retain':
    case 'RetainExceptOnCreate':
      return 'retained';
    case 'Snapshot':
      return 'snapshotted';
    default:
      return 'deleted';
  }
};

const fallback = (type: string, body: Resource['body'], policy: string): string => {
  if (policy === 'DeletionPolicy') {
    const ofCluster = get(get(body, 'Properties'), 'DBClusterIdentifier') !== undefined;
    if (type === 'AWS::RDS::DBCluster' || (type === 'AWS::RDS::DBInstance' && !ofCluster)) return 'Snapshot';
  }
  return 'Delete';
};
