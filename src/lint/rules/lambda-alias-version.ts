import { defineRule } from '../../model/rule.ts';
import { attributeOf } from '../facts/templates/attribute.ts';

const versionPattern = /^(\$LATEST(\.PUBLISHED)?|[0-9]+)$/;
const aliasArn = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:[^:]+:(?!\d+$|\$LATEST)[\w-]+$/;

export const lambdaAliasVersion = defineRule({
  id: 'lambda-alias-version',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Alias must point at a version',
  description:
    'The `FunctionVersion` of an alias is a version number, `$LATEST`, or the attribute `Version` of an `AWS::Lambda::Version`; an alias cannot point to another alias, and its `FunctionName` is the function, not an alias of it.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html',
  messages: {
    literal: "'FunctionVersion' is '{value}'; it must be a version number or $LATEST.",
    target:
      "'FunctionVersion' refers to '{id}', {what}; it must be the attribute 'Version' of an AWS::Lambda::Version.",
    ref: "'FunctionVersion' is {found} of the version '{id}'; it must be its number: use Fn::GetAtt {id}.Version.",
    function: "'FunctionName' is an alias ({name}); an alias belongs to the function itself.",
  },
  example: {
    in: 'alias',
    fails: '{FunctionName: !Ref Orders, Name: live, FunctionVersion: ‹latest›}',
    passes: '{FunctionName: !Ref Orders, Name: live, FunctionVersion: !GetAtt Version.Version}',
  },
  on: ['AWS::Lambda::Alias'],
  check(alias, cx) {
    for (const { value, at } of alias.strings('FunctionVersion')) {
      if (!versionPattern.test(value)) cx.report('literal', at, { data: { value } });
    }
    for (const { value, at } of alias.all('FunctionVersion')) {
      const target = cx.target(value);
      const related = { related: [target?.at] };
      if (target?.type === 'AWS::Lambda::Alias' || target?.type === 'AWS::Lambda::Function') {
        const what = target.type === 'AWS::Lambda::Alias' ? 'another alias' : 'a function';
        cx.report('target', at, { data: { id: target.id, what }, ...related });
      } else if (target?.type === 'AWS::Lambda::Version' && attributeOf(value) !== 'Version') {
        const found = attributeOf(value) === undefined ? 'the ARN' : `'${attributeOf(value)}'`;
        cx.report('ref', at, { data: { id: target.id, found }, ...related });
      }
    }
    for (const { value, at } of alias.all('FunctionName')) {
      const target = cx.target(value);
      const text = cx.resolve(value);
      if (target?.type === 'AWS::Lambda::Alias') {
        cx.report('function', at, { data: { name: `'${target.id}'` }, related: [target.at] });
      } else if (typeof text === 'string' && aliasArn.test(text)) cx.report('function', at, { data: { name: text } });
    }
  },
});
