import type { Fix, ResourceNode } from '../../../model/rule.ts';
import { isList } from '../../../model/tree.ts';
import { insertInto } from './entry.ts';
import { insertItem } from './list.ts';

/** A fix that attaches an AWS managed policy (its name with its path) to a role of the source. */
export const attachManagedPolicy = (role: ResourceNode, policy: string): Fix | undefined => {
  const arn = { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${policy}` };
  const list = role.get('ManagedPolicyArns');
  if (list === undefined) return insertInto(role.properties, 'ManagedPolicyArns', [arn]);
  return isList(list) ? insertItem(list, arn) : undefined;
};
