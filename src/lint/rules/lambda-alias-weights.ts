import { defineRule } from '../../model/rule.ts';
import { isList, type Json, sameData } from '../../model/tree.ts';
import { certainItems } from '../facts/templates/choices.ts';
import { headOf } from '../facts/templates/places.ts';

const maximumVersions = 1;

export const lambdaAliasWeights = defineRule({
  id: 'lambda-alias-weights',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Invalid weighted alias',
  description:
    'An alias divides its traffic between its version and at most one more, with a weight from 0 to 1. Both are published versions, and not the same one.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_AliasRoutingConfiguration.html',
  messages: {
    many: "'AdditionalVersionWeights' has {count} entries; an alias can send traffic to one further version only.",
    weight: "'FunctionWeight' is {value}; it is a share of the traffic, from 0 to 1.",
    same: "The additional version is the alias's own version; give one that differs.",
    latest: '$LATEST cannot take part in weighted routing; publish a version.',
  },
  example: {
    in: 'alias',
    fails:
      "{FunctionName: !Ref Orders, Name: live, FunctionVersion: '1', RoutingConfig: {AdditionalVersionWeights: [{FunctionVersion: '2', FunctionWeight: ‹10›}]}}",
    passes:
      "{FunctionName: !Ref Orders, Name: live, FunctionVersion: '1', RoutingConfig: {AdditionalVersionWeights: [{FunctionVersion: '2', FunctionWeight: 0.1}]}}",
  },
  on: ['AWS::Lambda::Alias'],
  check(alias, cx) {
    const lists = alias.all('RoutingConfig', 'AdditionalVersionWeights').filter(({ value }) => isList(value));
    for (const { value, path } of lists) {
      const count = certainItems(value as Json[]).length;
      if (count > maximumVersions) cx.report('many', headOf(alias, path), { data: { count } });
    }
    const path = ['RoutingConfig', 'AdditionalVersionWeights', '*'];
    for (const { value, at } of alias.numbers(...path, 'FunctionWeight')) {
      if (value < 0 || value > 1) cx.report('weight', at, { data: { value } });
    }
    const additional = alias.all(...path, 'FunctionVersion');
    const own = alias.all('FunctionVersion');
    for (const { value, at } of additional) {
      const version = cx.resolve(value) ?? value;
      if (version === '$LATEST') cx.report('latest', at);
      else if (own.some((each) => sameVersion(cx.resolve(each.value) ?? each.value, version))) {
        cx.report('same', at, { related: own.map((each) => each.at) });
      }
    }
    if (additional.length === 0) return;
    for (const { value, at } of alias.strings('FunctionVersion')) if (value === '$LATEST') cx.report('latest', at);
  },
});

const sameVersion = (left: Json, right: Json): boolean =>
  typeof left === 'object' || typeof right === 'object' ? sameData(left, right) : String(left) === String(right);
