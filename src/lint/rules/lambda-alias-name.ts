import { defineRule } from '../../model/rule.ts';

const format = /^(?!\d+$)[a-zA-Z0-9_-]+$/;
const maximum = 128;

export const lambdaAliasName = defineRule({
  id: 'lambda-alias-name',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Invalid alias name',
  description:
    'The name of an alias has 1 to 128 letters, digits, hyphens and underscores, and is not a mere number: that would be a version. `AutoPublishAlias` gives the name on a SAM function.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html',
  messages: {
    number: "The alias name '{name}' has only digits, which means a version; add a letter.",
    format: "The alias name '{name}' must be letters, digits, '-' and '_' only.",
    length: 'The alias name has {length} characters; at most {maximum} are allowed.',
  },
  example: {
    in: 'alias',
    fails: '{FunctionName: !Ref Orders, Name: ‹live traffic›, FunctionVersion: !GetAtt Version.Version}',
    passes: '{FunctionName: !Ref Orders, Name: live, FunctionVersion: !GetAtt Version.Version}',
  },
  on: ['AWS::Lambda::Alias'],
  check(alias, cx) {
    for (const { value: name, at } of alias.strings('Name')) {
      if (name.includes('{{resolve:')) continue;
      if (name.length > maximum) cx.report('length', at, { data: { length: name.length, maximum } });
      if (/^\d+$/.test(name)) cx.report('number', at, { data: { name } });
      else if (!format.test(name)) cx.report('format', at, { data: { name } });
    }
  },
});
