import { macroEntries, macroName } from '../../model/macros.ts';
import { didYouMean, nearest } from '../../model/nearest.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';

/** What the macro makes rotation functions for: a database, and whether one user is changed or two take turns. */
const databases = ['Db2', 'MariaDB', 'MongoDB', 'MySQL', 'Oracle', 'PostgreSQL', 'Redshift', 'SQLServer'];
const types = databases.flatMap((database) => [`${database}SingleUser`, `${database}MultiUser`]);

export const secretHostedRotation = defineRule({
  id: 'secret-hosted-rotation',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Rotation without a function, or without the macro that makes it',
  description:
    "`HostedRotationLambda` stands for a function that the macro of Secrets Manager makes: the template needs `Transform: AWS::SecretsManager-2024-09-16` (beside `AWS::Serverless-2016-10-31`, in a list), and CloudFormation refuses the rotation without it. `RotationType` names one of the macro's templates, such as `PostgreSQLSingleUser`. A secret of the template has no rotation before, so its schedule has to name a function.",
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-rotationschedule-hostedrotationlambda.html',
  macros: 'silent',
  messages: {
    macro:
      "'HostedRotationLambda' needs the macro of Secrets Manager; add 'AWS::SecretsManager-2024-09-16' to 'Transform'.",
    none: "'{id}' rotates the secret '{secret}' without a function; add 'RotationLambdaARN' or 'HostedRotationLambda'.",
    type: "'RotationType' is '{found}', which is not a documented one.{near}",
  },
  example: {
    fails: `
Resources:
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: orders-database
      ‹HostedRotationLambda›: {RotationType: PostgreSQLSingleUser}
      RotationRules: {AutomaticallyAfterDays: 30}
`,
    passes: `
Transform: AWS::SecretsManager-2024-09-16
Resources:
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: orders-database
      HostedRotationLambda: {RotationType: PostgreSQLSingleUser}
      RotationRules: {AutomaticallyAfterDays: 30}
`,
  },
  on: ['AWS::SecretsManager::RotationSchedule'],
  check(schedule, cx) {
    if (schedule.lacks('HostedRotationLambda')) {
      if (rotators.every((name) => schedule.lacks(name))) reportNone(schedule, cx);
      return;
    }
    const macros = macroEntries(get(cx.source, 'Transform')).map(macroName);
    if (!macros.some((name) => name?.startsWith('AWS::SecretsManager-'))) {
      cx.report('macro', schedule.keyPlace('HostedRotationLambda'));
    }
    for (const { value: found, at } of schedule.strings('HostedRotationLambda', 'RotationType')) {
      if (types.includes(found)) continue;
      cx.report('type', at, { data: { found, near: didYouMean(nearest(found, types)) }, level: 'warning' });
    }
  },
});

/** What rotates a secret. */
const rotators = ['RotationLambdaARN', 'ExternalSecretRotationRoleArn', 'ExternalSecretRotationMetadata'];

/** A secret from elsewhere may have been rotated before: it keeps its function. */
const reportNone = (schedule: ResourceNode, cx: RuleContext): void => {
  for (const { value } of schedule.all('SecretId')) {
    const secret = cx.target(value);
    if (secret?.type !== 'AWS::SecretsManager::Secret') continue;
    cx.report('none', cx.keyOf(schedule.body, 'Properties') ?? schedule.at, {
      data: { id: schedule.id, secret: secret.id },
      related: [secret.at],
    });
    return;
  }
};
