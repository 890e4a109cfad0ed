import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isString } from '../../model/tree.ts';
import { referencesIn } from '../facts/templates/references.ts';

export const secretRotation = defineTemplateRule({
  id: 'secret-rotation',
  level: 'info',
  category: 'security',
  stage: 'expanded',
  needs: ['AWS::SecretsManager::Secret'],
  title: 'Secret without rotation',
  description:
    'A secret that is never changed stays good to whoever once got hold of it. An `AWS::SecretsManager::RotationSchedule` whose `SecretId` refers to the secret (or to its `SecretTargetAttachment`) has it changed regularly.',
  source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
  messages: {
    none: "The secret '{id}' is never rotated; add an AWS::SecretsManager::RotationSchedule for it.",
  },
  example: {
    in: 'resources',
    fails: `
‹Db›:
  Type: AWS::SecretsManager::Secret
  Properties:
    GenerateSecretString: {SecretStringTemplate: '{"username": "app"}', GenerateStringKey: password}`,
    passes: `
Db:
  Type: AWS::SecretsManager::Secret
  Properties:
    GenerateSecretString: {SecretStringTemplate: '{"username": "app"}', GenerateStringKey: password}
Rotation:
  Type: AWS::SecretsManager::RotationSchedule
  Properties: {SecretId: !Ref Db, RotationLambdaARN: !ImportValue rotation, RotationRules: {AutomaticallyAfterDays: 30}}`,
  },
  check(cx) {
    const secrets = cx.resources('AWS::SecretsManager::Secret');
    if (secrets.length === 0) return;
    const rotated = new Set(cx.resources('AWS::SecretsManager::RotationSchedule').flatMap((each) => meantBy(each, cx)));
    for (const secret of secrets) {
      if (rotated.has(secret.id) || secret.strings('Name').some(({ value }) => rotated.has(value))) continue;
      cx.report('none', secret.at, { data: { id: secret.id }, logicalId: secret.id });
    }
  },
});

/** The logical ids, or names, of what a schedule or an attachment stands for. */
const meantBy = (node: ResourceNode, cx: RuleContext, fromAttachment = false): string[] =>
  node.all('SecretId').flatMap(({ value, at }) => {
    const name = cx.resolve(value);
    const ids = referencesIn(value, at).map((reference) => reference.name);
    const attachments = ids.flatMap((id) => cx.resource(id) ?? []).filter(isAttachment);
    return [
      ...(isString(name) ? [name] : []),
      ...ids,
      ...(fromAttachment ? [] : attachments.flatMap((each) => meantBy(each, cx, true))),
    ];
  });

const isAttachment = ({ type }: ResourceNode): boolean => type === 'AWS::SecretsManager::SecretTargetAttachment';
