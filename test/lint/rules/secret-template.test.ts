import { secretTemplate } from '../../../src/lint/rules/secret-template.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const secret = (template: string) => `Parameters: {User: {Type: String}}
Resources:
  Login:
    Type: AWS::SecretsManager::Secret
    Properties: {GenerateSecretString: {GenerateStringKey: password, SecretStringTemplate: ${template}}}
`;

tester.run(secretTemplate, {
  valid: [
    secret(`'{"username": "shop"}'`),
    secret(`'{}'`),
    secret(`!Sub '{"username": "\${User}"}'`),
    secret(`!Join ['', ['{"username": "', !Ref User, '"}']]`),
    secret(`'{"username": \${USER}}'`),
    secret('!Ref User'),
  ],
  invalid: [
    marked(secret("‹'{username: shop}'›"), { messageId: 'json', data: { found: '{username: shop}' } }),
    marked(secret(`‹'["shop"]'›`), 'json'),
    marked(secret("‹''›"), 'json'),
  ],
});
