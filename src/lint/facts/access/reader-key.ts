import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get } from '../../../model/tree.ts';
import { matchesAction } from '../policies/action-pattern.ts';
import { documentsOf } from '../policies/documents.ts';
import { type Choice, entryChoices, entryItems, isPlainMap } from '../templates/choices.ts';
import { scalarText } from '../texts/scalar.ts';
import { symbolicText } from '../texts/symbolic-text.ts';
import { type Answer, anyOf } from './answer.ts';
import { roleMay } from './role.ts';
import { mayGetUnseen } from './unseen.ts';

const decrypt = 'kms:Decrypt';

/**
 * Whether a role may decrypt what a key of the template has encrypted: its policies allow it, where the key leaves that to
 * IAM, or the policy of the key names the role.
 */
export const mayDecrypt = (role: ResourceNode, key: ResourceNode, view: TemplateView): Answer => {
  const { answer } = roleMay(role, [decrypt], key, view);
  if (answer !== 'no') return answer;
  const documents = documentsOf(key, view);
  if (documents.length === 0 || mayGetUnseen(key.id, view)) return 'unknown';
  return anyOf(
    documents.flatMap(({ value, statements }): Answer[] =>
      isPlainMap(value) ? statements.map((statement) => statementNames(statement, view)) : ['unknown'],
    ),
  );
};

/** Whether a statement may let somebody decrypt who is not named by the account alone. */
const statementNames = ({ value, at }: Choice, view: TemplateView): Answer => {
  if (!isPlainMap(value)) return 'unknown';
  if (view.resolve(get(value, 'Effect')) === 'Deny') return 'no';
  if (get(value, 'NotPrincipal') !== undefined || get(value, 'NotAction') !== undefined) return 'unknown';
  const mayAllow = entryItems(value, 'Action', at).some((item) => {
    const action = view.resolve(item.value);
    return action === undefined || matchesAction(scalarText(action) ?? '', [decrypt.toLowerCase()]);
  });
  if (!mayAllow) return 'no';
  const isPlain = entryChoices(value, 'Principal', at).every((principal) => namesAccountsOnly(principal, view));
  return isPlain ? 'no' : 'unknown';
};

/** Accounts, which leave it to IAM who may use the key, and services. */
const namesAccountsOnly = ({ value, at }: Choice, view: TemplateView): boolean =>
  isPlainMap(value) &&
  Object.keys(value).every((kind) => kind === 'Service' || kind === 'AWS') &&
  entryItems(value, 'AWS', at).every((item) =>
    /^(?:arn:[^:]*:iam::)?(?:\d{12}|\$\{AWS::AccountId\})(?::root)?$/.test(symbolicText(item.value, view)),
  );
