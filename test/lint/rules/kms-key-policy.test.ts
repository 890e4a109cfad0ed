import { kmsKeyPolicy } from '../../../src/lint/rules/kms-key-policy.ts';
import { marked } from '../marked.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const key = (policy: string, more = '') => resource('AWS::KMS::Key', `KeyPolicy: ${policy}${more}`);
const allow = (principal: string, action: string) =>
  `{Effect: Allow, Principal: ${principal}, Action: ${action}, Resource: '*'}`;
const service = '{Service: sns.amazonaws.com}';

tester.run(kmsKeyPolicy, {
  valid: [
    key(`{Statement: [${allow("{AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}", "'kms:*'")}]}`),
    key(`{Statement: [${allow(service, 'kms:Decrypt')}, ${allow("'*'", "['kms:Put*']")}]}`),
    key(`{Statement: [${allow('!Ref Principal', '!Ref Actions')}]}`),
    key(`{Statement: [${allow(service, 'kms:Decrypt')}, !If [A, !Ref Statement, !Ref AWS::NoValue]]}`),
    key(`{Statement: [{Effect: Allow, Principal: {AWS: '111122223333'}, NotAction: 'kms:Decrypt', Resource: '*'}]}`),
    key(`{Statement: [${allow(service, 'kms:Decrypt')}]}`, ', BypassPolicyLockoutSafetyCheck: true'),
    key(`{Statement: [${allow(service, 'kms:Decrypt')}]}`, ', BypassPolicyLockoutSafetyCheck: !Ref Bypass'),
    key('!Ref Policy'),
    'Resources: {Thing: {Type: AWS::KMS::Key, Properties: {Description: a}}}\n',
  ],
  invalid: [
    marked(key(`‹{Statement: [${allow(service, 'kms:Decrypt')}]}›`), { messageId: 'lockout', data: { id: 'Thing' } }),
    // A service does not deploy, and may not change the policy for one that does.
    marked(key(`‹{Statement: [${allow(service, "'kms:*'")}]}›`, ', BypassPolicyLockoutSafetyCheck: false'), 'lockout'),
    marked(key(`‹{Statement: [${allow("{AWS: '111122223333'}", "['kms:Decrypt', 'kms:Describe*']")}]}›`), 'lockout'),
    marked(
      key(`‹{Statement: [{Effect: Deny, Principal: '*', Action: 'kms:*', Resource: '*'}]}›`).replace(
        '::Key',
        '::ReplicaKey',
      ),
      'lockout',
    ),
  ],
});
