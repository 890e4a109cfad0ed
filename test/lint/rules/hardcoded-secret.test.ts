import { hardcodedSecret } from '../../../src/lint/rules/hardcoded-secret.ts';
import { lambda, resource } from '../templates.ts';
import { tester } from '../tester.ts';

const variables = (text: string, further = '') => lambda(`Environment: {Variables: {${text}}}`, further);

tester.run(hardcodedSecret, {
  valid: [
    variables("DB_PASSWORD: '{{resolve:secretsmanager:db:SecretString:password}}', API_KEY: !Ref ApiKey"),
    variables('SECRET_NAME: db, TOKEN_TTL_SECONDS: 60, TokenTable: tokens, PASSWORD_SECRET_ARN: "arn:aws:x"'),
    variables('SECRET: "", AUTH_TOKEN: https://auth.example.com/token, USE_TOKEN: "true", PASSWORD: 12345'),
    variables('DB_PASSWORD: /prod/db/password'),
    resource('AWS::Lambda::Permission', 'Principal: alexa-appkit.amazon.com, EventSourceToken: amzn1.ask.skill.0'),
    resource('AWS::EFS::AccessPoint', 'FileSystemId: !Ref Files, ClientToken: once'),
    variables('URL: !Sub "postgres://${User}:${Password}@db/x"'),
    `Parameters:
  DbPassword: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /prod/db}
  ApiToken: {Type: String, NoEcho: true}
Resources:
  Pool: {Type: AWS::Cognito::UserPoolClient, Properties: {TokenValidityUnits: {AccessToken: minutes}, GenerateSecret: true}}
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties: {Definition: {States: {Wait: {Parameters: {Token.$: $$.Task.Token, Token: '{% $t %}'}}}}}
  Build:
    Type: AWS::CodeBuild::Project
    Properties: {Environment: {EnvironmentVariables: [{Name: TOKEN, Type: SECRETS_MANAGER, Value: some/name}]}}
`,
  ],
  invalid: [
    {
      template: variables('DBPASSWORD: hunter22, apikey: abcd1234'),
      problems: [
        { messageId: 'named', line: 4, column: 56, data: { name: 'DBPASSWORD' } },
        { messageId: 'named', line: 4, column: 74, data: { name: 'apikey' } },
      ],
    },
    {
      template: variables('DB_PASSWORD: hunter22, ApiKey: changeme, StripeSecret: "<secret>"'),
      problems: [
        { messageId: 'named', line: 4, column: 57, level: 'error', data: { name: 'DB_PASSWORD' } },
        { messageId: 'placeholder', line: 4, column: 75, level: 'warning', data: { name: 'ApiKey' } },
        { messageId: 'placeholder', line: 4, column: 99, level: 'warning', data: { name: 'StripeSecret' } },
      ],
    },
    {
      template: variables('DB_PASSWORD: !If [A, hunter22, !Ref AWS::NoValue], API_KEY: !If [A, !Ref K, your-key]'),
      problems: [
        { messageId: 'named', line: 4, column: 65, level: 'error', data: { name: 'DB_PASSWORD' } },
        { messageId: 'placeholder', line: 4, column: 120, level: 'warning', data: { name: 'API_KEY' } },
      ],
    },
    {
      template: `Parameters: {DbPassword: {Type: String, Default: s3cr3t!}, ApiToken: {Type: String, Default: your-token}}
Globals: {Function: {Environment: {Variables: {SLACK_TOKEN: abc-def}}}}
Resources:
  Db: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: hunter22}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Environment: [{Name: ADMIN_PASSWORD, Value: hunter22}]}]}
`,
      problems: [
        { messageId: 'parameter', line: 1, column: 50, data: { name: 'DbPassword' } },
        { messageId: 'placeholder', line: 1, column: 94, level: 'warning', data: { name: 'ApiToken' } },
        { messageId: 'named', line: 2, column: 61, data: { name: 'SLACK_TOKEN' } },
        { messageId: 'named', line: 4, column: 69, data: { name: 'MasterUserPassword' } },
        { messageId: 'named', line: 7, column: 86, data: { name: 'ADMIN_PASSWORD' } },
      ],
    },
    {
      template: `Metadata: {Bot: xoxb-123}
Parameters: {Id: {Type: String, Default: AKIAIOSFODNN7ABCDEFG}}
Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Description: postgres://me:hunter22@db/x or redis://:hunter22@cache
      Code:
        ZipFile: |
          key = """-----BEGIN RSA PRIVATE KEY-----
          token = 'ghp_${'a'.repeat(36)}'
`,
      problems: [
        { messageId: 'shape', line: 1, column: 17, data: { what: 'Slack' } },
        { messageId: 'shape', line: 2, column: 42, data: { what: 'AWS access key id' } },
        { messageId: 'shape', line: 7, column: 20, data: { what: 'password in an address' } },
        { messageId: 'shape', line: 9, column: 18, data: { what: 'private key' } },
      ],
    },
  ],
});
