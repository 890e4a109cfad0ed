import { defineRule } from '../../model/rule.ts';

const maximum = 128;
const aliasName = /^(?!\d+$)[0-9a-zA-Z-_]+$/;

export const lambdaUrlQualifier = defineRule({
  id: 'lambda-url-qualifier',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Function URL on a version',
  description:
    'A function URL belongs to the unpublished function (no `Qualifier`) or to an alias, given by its name of at most 128 letters, digits, `-` and `_`. It cannot be put on a version.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html',
  messages: {
    version: "'Qualifier' is the version {value}; a function URL belongs to an alias, or to the function itself.",
    arn: "'Qualifier' refers to the alias '{id}' and so is its ARN; give the alias's name.",
    name: "'Qualifier' is '{value}'; it must be the name of an alias: up to {maximum} letters, digits, '-' and '_'.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Orders.Arn, AuthType: AWS_IAM, Qualifier: ‹'3'›}}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Orders.Arn, AuthType: AWS_IAM, Qualifier: live}}`,
  },
  on: ['AWS::Lambda::Url'],
  check(url, cx) {
    for (const { value, at } of url.all('Qualifier')) {
      const target = cx.target(value);
      const text = cx.resolve(value);
      if (target?.type === 'AWS::Lambda::Version') {
        cx.report('version', at, { data: { value: `'${target.id}'` }, related: [target.at] });
      } else if (target?.type === 'AWS::Lambda::Alias') {
        cx.report('arn', at, { data: { id: target.id }, related: [target.at] });
      } else if (text !== undefined && text !== null && typeof text !== 'object') {
        const name = String(text);
        if (/^\d+$/.test(name)) cx.report('version', at, { data: { value: name } });
        else if (!aliasName.test(name) || name.length > maximum) {
          cx.report('name', at, { data: { value: name, maximum } });
        }
      }
    }
  },
});
