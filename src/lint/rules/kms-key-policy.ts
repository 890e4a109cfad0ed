import { defineRule, type RuleContext } from '../../model/rule.ts';
import { get, isIntrinsic, isString } from '../../model/tree.ts';
import { matchesAction } from '../facts/policies/action-pattern.ts';
import { documentsOf } from '../facts/policies/documents.ts';
import { type Choice, entryChoices, entryItems, isPlainMap } from '../facts/templates/choices.ts';
import { isTrue } from '../facts/texts/scalar.ts';

export const kmsKeyPolicy = defineRule({
  id: 'kms-key-policy',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Key policy that locks everybody out',
  description:
    'A key policy is the only thing that lets anybody at a key, policies of IAM included. KMS refuses a policy after which whoever deploys could not change it again: a statement must allow `kms:PutKeyPolicy` to the account, or to a role or user of it. One that names services only does not. `BypassPolicyLockoutSafetyCheck: true` leaves the check out, and the key cannot be managed any more.',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#prevent-unmanageable-key',
  macros: 'silent',
  messages: {
    lockout:
      "With this policy no account, role or user could change the policy of '{id}' again, so KMS refuses it; allow 'kms:*' to the account: {Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}}.",
  },
  example: {
    in: 'resources',
    fails: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy: ‹{Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'kms:Decrypt', Resource: '*'}]}›`,
    passes: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Version: '2012-10-17'
      Statement:
        - {Effect: Allow, Principal: {AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'}, Action: 'kms:*', Resource: '*'}
        - {Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '*'}`,
  },
  on: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key, cx) {
    const bypass = key.get('BypassPolicyLockoutSafetyCheck') ?? false;
    if (cx.resolve(bypass) === undefined || isTrue(cx.resolve(bypass))) return;
    for (const { value, at, statements } of documentsOf(key, cx)) {
      if (!isPlainMap(value) || statements.length === 0) continue;
      if (statements.some((statement) => mayLetChange(statement, cx))) continue;
      cx.report('lockout', at, { data: { id: key.id } });
    }
  },
});

const change = ['kms:putkeypolicy'];

/** Whether a statement lets somebody change the policy, or it cannot be told. */
const mayLetChange = ({ value, at }: Choice, cx: RuleContext): boolean => {
  if (!isPlainMap(value)) return true;
  if (cx.resolve(get(value, 'Effect')) === 'Deny') return false;
  if (get(value, 'NotPrincipal') !== undefined || get(value, 'NotAction') !== undefined) return true;
  const allows = entryItems(value, 'Action', at).some((item) => {
    const action = cx.resolve(item.value);
    return isString(action) ? matchesAction(action, change) : isIntrinsic(item.value);
  });
  return allows && entryChoices(value, 'Principal', at).some((principal) => !namesServicesOnly(principal));
};

const namesServicesOnly = ({ value }: Choice): boolean =>
  isPlainMap(value) && Object.keys(value).every((kind) => kind === 'Service');
