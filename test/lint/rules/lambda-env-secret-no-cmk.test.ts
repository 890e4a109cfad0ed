import { lambdaEnvSecretNoCmk } from '../../../src/lint/rules/lambda-env-secret-no-cmk.ts';
import { tester } from '../tester.ts';

const withVariables = (variables: string, more = '') => `Parameters:
  Pw: {Type: String}
  Hidden: {Type: String, NoEcho: true}
  Stage: {Type: String}
  TokenArn: {Type: String}
  Days: {Type: Number}
  ApiKey: {Type: AWS::SSM::Parameter::Value<String>}
Resources:
  Secret: {Type: AWS::SecretsManager::Secret}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: index.h
      Runtime: nodejs24.x${more}
      Environment:
        Variables: {${variables}}
`;

tester.run(lambdaEnvSecretNoCmk, {
  valid: [
    withVariables('DB_PASSWORD: !Ref Pw', '\n      KmsKeyArn: !Ref Key'),
    withVariables('DB_HOST: !Ref Hidden'),
    withVariables('DB_PASSWORD: clear'),
    withVariables('DB_SECRET: !Ref Secret'),
    withVariables("TOKEN: !Sub '${Stage}/token'"),
    withVariables('TOKEN: !Ref TokenArn'),
    withVariables('TOKEN: !Ref Days'),
    withVariables('SECRET_ARN: !Ref Pw'),
  ],
  invalid: [
    {
      template: withVariables('A: b, DB_PASSWORD: !Ref Pw'),
      problems: [
        { messageId: 'serviceKey', line: 17, column: 27, endColumn: 38, level: 'info', data: { functions: "'Fn'" } },
      ],
    },
    {
      // One finding for a function.
      template: withVariables("DB_PASSWORD: '{{resolve:secretsmanager:db}}', API_KEY: !Ref ApiKey"),
      problems: [{ messageId: 'several', line: 17, column: 21, data: { names: "'DB_PASSWORD', 'API_KEY'" } }],
    },
    {
      template: withVariables("PASSWORD: !Sub 'x-${Hidden}'"),
      problems: [{ messageId: 'serviceKey', line: 17, column: 21 }],
    },
    {
      template: withVariables("PASSWORD: !Sub '{{resolve:secretsmanager:${Secret}}}'"),
      problems: [{ messageId: 'serviceKey', line: 17, column: 21 }],
    },
    {
      // And one for all functions that have it from the same place.
      template: `Parameters:
  ApiToken: {Type: String}
Globals:
  Function:
    Runtime: nodejs24.x
    Handler: index.h
    CodeUri: s3://b/k
    Environment: {Variables: {TOKEN: !Ref ApiToken}}
Resources:
  A: {Type: AWS::Serverless::Function, Properties: {}}
  B: {Type: AWS::Serverless::Function, Properties: {KmsKeyArn: k}}
  C: {Type: AWS::Serverless::Function, Properties: {}}
`,
      problems: [{ messageId: 'serviceKey', line: 8, column: 31, data: { functions: "'A', 'C'" } }],
    },
  ],
});
