import { paramNoecho } from '../../../src/lint/rules/param-noecho.ts';
import { tester } from '../tester.ts';

const resources = (properties = '') => `Resources:
  Db: {Type: AWS::RDS::DBInstance, Properties: {${properties}}}
`;

tester.run(paramNoecho, {
  valid: [
    // Names of secrets.
    `Parameters: {DbSecret: {Type: String}, Other: {Type: String}}\n${resources("A: !Sub 'arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${DbSecret}*', Secret: !Ref Other, B: !Sub '{{resolve:secretsmanager:${Other}}}'")}`,
    `Parameters: {DbPassword: {Type: String, NoEcho: true}}\n${resources()}`,
    `Parameters: {DbPassword: {Type: 'AWS::SSM::Parameter::Value<String>'}, SecretName: {Type: String}}\n${resources()}`,
    `Parameters: {Db: {Type: String, NoEcho: 'true'}}\n${resources('MasterUserPassword: !Ref Db')}`,
  ],
  invalid: [
    {
      template: `Parameters:
  DbPassword:
    Type: String
    MinLength: 8
  ApiToken: {Type: String, NoEcho: false}
${resources('MasterUserPassword: !Ref DbPassword')}`,
      problems: [
        { messageId: 'name', line: 2, column: 3, data: { name: 'DbPassword' } },
        { messageId: 'name', line: 5, column: 36, data: { name: 'ApiToken' } },
      ],
      output: `Parameters:
  DbPassword:
    NoEcho: true
    Type: String
    MinLength: 8
  ApiToken: {Type: String, NoEcho: true}
Resources:
  Db: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: !Ref DbPassword}}
`,
    },
    {
      template: `{"Parameters": {"Db": {"Type": "String"}},
"Resources": {"Db": {"Type": "AWS::RDS::DBInstance", "Properties": {"MasterUserPassword": {"Ref": "Db"}}}}}`,
      problems: [{ messageId: 'use', line: 1, column: 17, data: { property: 'MasterUserPassword' } }],
      output: `{"Parameters": {"Db": {"NoEcho": true, "Type": "String"}},
"Resources": {"Db": {"Type": "AWS::RDS::DBInstance", "Properties": {"MasterUserPassword": {"Ref": "Db"}}}}}`,
    },
  ],
});
