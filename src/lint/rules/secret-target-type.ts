import { defineRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';

export const secretTargetType = defineRule({
  id: 'secret-target-type',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Secret for a database of another type',
  description:
    'An `AWS::SecretsManager::SecretTargetAttachment` looks the database up by `TargetType`, so that has to be the type of the resource that `TargetId` names; CloudFormation finds nothing otherwise.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html',
  macros: 'silent',
  fixes: { other: 'unsafe' },
  messages: { other: "'TargetType' is {found}, but '{id}' is {type}; write '{type}'." },
  example: {
    in: 'resources',
    fails: `
Database:
  Type: AWS::RDS::DBCluster
  Properties: {Engine: aurora-mysql, MasterUsername: admin, ManageMasterUserPassword: true}
Login:
  Type: AWS::SecretsManager::SecretTargetAttachment
  Properties:
    SecretId: orders-database
    TargetId: !Ref Database
    TargetType: ‹AWS::RDS::DBInstance›
`,
    passes: `
Database:
  Type: AWS::RDS::DBCluster
  Properties: {Engine: aurora-mysql, MasterUsername: admin, ManageMasterUserPassword: true}
Login:
  Type: AWS::SecretsManager::SecretTargetAttachment
  Properties:
    SecretId: orders-database
    TargetId: !Ref Database
    TargetType: AWS::RDS::DBCluster
`,
  },
  on: ['AWS::SecretsManager::SecretTargetAttachment'],
  check(attachment, cx) {
    const target = cx.target(attachment.get('TargetId'));
    if (!target?.type.startsWith('AWS::')) return;
    for (const found of attachment.strings('TargetType')) {
      if (found.value === target.type) continue;
      const data = { found: found.value, id: target.id, type: target.type };
      cx.report('other', found.at, { data, related: [target.at], fix: replaceLiteral(found, target.type) });
    }
  },
});
