import { defineRule } from '../../model/rule.ts';

export const secretTemplate = defineRule({
  id: 'secret-template',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Template of a secret that is not JSON',
  description:
    '`SecretStringTemplate` is the text of a JSON object, to which Secrets Manager adds the password that it generates. It refuses every other text.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html; https://github.com/aws/aws-cdk/issues/7676',
  macros: 'silent',
  messages: { json: "'SecretStringTemplate' must be a JSON object, such as '{example}'; found '{found}'." },
  example: {
    in: 'resources',
    fails: `
Login:
  Type: AWS::SecretsManager::Secret
  Properties:
    GenerateSecretString:
      GenerateStringKey: password
      SecretStringTemplate: ‹'{username: shop}'›
`,
    passes: `
Login:
  Type: AWS::SecretsManager::Secret
  Properties:
    GenerateSecretString:
      GenerateStringKey: password
      SecretStringTemplate: '{"username": "shop"}'
`,
  },
  on: ['AWS::SecretsManager::Secret'],
  reads: ['GenerateSecretString'],
  check(secret, cx) {
    for (const { value, at } of secret.strings('GenerateSecretString', 'SecretStringTemplate')) {
      // What another tool, or a dynamic reference, fills in is not known.
      if (/\$\{|\{\{/.test(value) || isObject(value)) continue;
      const found = value.length > 40 ? `${value.slice(0, 39)}…` : value;
      cx.report('json', at, { data: { found, example: '{"username": "shop"}' } });
    }
  },
});

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};
