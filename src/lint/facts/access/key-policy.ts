import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isIntrinsic, isMap, isString } from '../../../model/tree.ts';
import { matchesAction } from '../policies/action-pattern.ts';
import { documentsOf } from '../policies/documents.ts';
import { type Choice, entryItems } from '../templates/choices.ts';
import { type Answer, allOf, anyOf } from './answer.ts';
import { principalTakesIn } from './principal.ts';
import { mayGetUnseen } from './unseen.ts';

/** What a service does with the key of an encrypted queue or topic when it sends to it, and CloudWatch Logs with that of a log group. */
const needed = ['kms:GenerateDataKey', 'kms:Decrypt'];

/** Whether a service may use a key of the template. Without a policy a key has the default one, which lets in the account and no service. */
export const keyLetsIn = (key: ResourceNode, service: string, view: TemplateView): Answer => {
  if (key.lacks('KeyPolicy')) return mayGetUnseen(key.id, view) ? 'unknown' : 'no';
  const documents = documentsOf(key, view);
  const isUnknown = documents.length === 0 || documents.some(({ value }) => isIntrinsic(value) || !isMap(value));
  if (isUnknown || mayGetUnseen(key.id, view)) return 'unknown';
  const statements = documents.flatMap((document) => document.statements);
  return allOf(needed.map((action) => anyOf(statements.map((each) => statementLetsIn(each, action, service, view)))));
};

const statementLetsIn = ({ value, at }: Choice, action: string, service: string, view: TemplateView): Answer => {
  if (isIntrinsic(value)) return 'unknown';
  if (view.resolve(get(value, 'Effect')) === 'Deny') return 'no';
  if (get(value, 'NotPrincipal') !== undefined || get(value, 'NotAction') !== undefined) return 'unknown';
  const actions = entryItems(value, 'Action', at).map((item): Answer => {
    const pattern = view.resolve(item.value);
    if (pattern === undefined) return 'unknown';
    return isString(pattern) && matchesAction(pattern, [action.toLowerCase()]) ? 'yes' : 'no';
  });
  return allOf([
    anyOf(actions),
    anyOf(entryItems(value, 'Principal', at).map((each) => principalTakesIn(each, service, view))),
  ]);
};
