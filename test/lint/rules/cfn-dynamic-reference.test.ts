import { cfnDynamicReference } from '../../../src/lint/rules/cfn-dynamic-reference.ts';
import { marked } from '../marked.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const value = (text: string) => samFunction(`Environment: {Variables: {A: ${text}}}`);
const database = (text: string) =>
  `Resources: {Database: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: ${text}}}}`;

tester.run(cfnDynamicReference, {
  valid: [
    value("'{{resolve:ssm:/a/b}}'"),
    value("'{{resolve:ssm:/a/b:12}}'"),
    value("!Sub '{{resolve:ssm:/${AWS::StackName}/b:${Version}}}'"),
    value("'{{resolve:secretsmanager:a}}'"),
    value("'{{resolve:secretsmanager:a:SecretString:key}}'"),
    value("'{{resolve:secretsmanager:a:SecretString:key:AWSPREVIOUS}}'"),
    value(
      "'{{resolve:secretsmanager:arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf:SecretString:key::v1}}'",
    ),
    value("!Sub '{{resolve:secretsmanager:${Secret}:SecretString:key}}'"),
    value("'prefix {{resolve:ssm:/a}} and {{resolve:ssm:/b}}'"),
    value("!Join ['', ['{{resolve:secretsmanager:', !Ref Secret, ':SecretString:key}}']]"),
    value("'{{resolve:ssm:arn:aws:ssm:us-east-1:123456789012:parameter/shared}}'"),
    value("'{{mustache}} and {{ resolve }}'"),
    database("'{{resolve:ssm-secure:/a:1}}'"),
    database("!If [A, '{{resolve:ssm-secure:/a:1}}', b]"),
  ],
  invalid: [
    marked(value("‹'{{resolve:ssm-secure:/a:1}}'›"), 'secure'),
    marked(value("‹'{{resolve:ssm:/a'›"), 'open'),
    marked(
      value("!Join ['', ‹['{{resolve:ssm-secure:', !Ref Name, '}}']›]")
        .replace("!Join ['', ‹", "!Join ‹['', ")
        .replace('›]', ']›'),
      'secure',
    ),
    marked(value("‹'{{ resolve:ssm:/a }}'›"), 'blank'),
    marked(value("‹'{{resolve:ssmsecure:/a}}'›"), 'service'),
    marked(value("‹'{{resolve:ssm:/a:latest}}'›"), 'parameter'),
    marked(value("‹'{{resolve:secretsmanager:a:key}}'›"), 'secret'),
    marked(value("‹'{{resolve:secretsmanager:a:SecretString:key:AWSCURRENT:v1}}'›"), 'both'),
    marked(
      "Resources: {Custom: {Type: Custom::Thing, Properties: {ServiceToken: t, A: ‹'{{resolve:secretsmanager:a}}'›}}}",
      'place',
    ),
    marked("Resources: {Queue: {Type: AWS::SQS::Queue}}\nOutputs: {A: {Value: ‹'{{resolve:secretsmanager:a}}'›}}", {
      messageId: 'place',
      data: { where: 'outputs' },
    }),
    marked(value("‹'{resolve:ssm:/a}'›"), 'single'),
    marked(
      "Parameters: {A: {Type: String, Default: ‹'{{resolve:ssm:/a:b:c}}'›}}\nResources: {Queue: {Type: AWS::SQS::Queue}}",
      'parameter',
    ),
  ],
});
