import type { Fix, ResourceNode, TemplateView } from '../../../model/rule.ts';
import { isList } from '../../../model/tree.ts';
import { insertInto } from './entry.ts';
import { insertItem } from './list.ts';

/**
 * A fix that lets the role of a function do an action: in `Policies` of a SAM function that has no role of its own.
 * Undefined where the role is written elsewhere.
 */
export const allowStatement = (
  fn: ResourceNode,
  action: string,
  resource: string,
  view: TemplateView,
): Fix | undefined => {
  const written = view.written(fn.id);
  if (written?.type !== 'AWS::Serverless::Function' || !written.lacks('Role')) return undefined;
  const Statement = [{ Effect: 'Allow', Action: action, Resource: resource }];
  const document = { Version: '2012-10-17', Statement };
  const policies = written.get('Policies');
  if (policies === undefined) return insertInto(written.properties, 'Policies', [document]);
  return isList(policies) ? insertItem(policies, document) : undefined;
};
