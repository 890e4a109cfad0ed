import type { Cause } from '../../model/origin.ts';
import { defineRule, type RuleContext } from '../../model/rule.ts';
import { isMap, type JsonMap } from '../../model/tree.ts';
import { entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { scalarText } from '../facts/texts/scalar.ts';

const maximum = { count: 100, name: 64, value: 512 };
const allowedName = /^\w*$/;
const allowedValue = /^[A-Za-z0-9\-._~:/?#&=,]+$/;
const overrides = 'StageVariableOverrides';
const paths = {
  'AWS::ApiGateway::Stage': [['Variables'], ['CanarySetting', overrides]],
  'AWS::ApiGateway::Deployment': [
    ['DeploymentCanarySettings', overrides],
    ['StageDescription', 'Variables'],
    ['StageDescription', 'CanarySetting', overrides],
  ],
  'AWS::ApiGatewayV2::Stage': [['StageVariables']],
};

export const apigwStageVariables = defineRule({
  id: 'apigw-stage-variables',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Stage variables outside the limits',
  description:
    'A stage has at most 100 variables. Their names have at most 64 letters, digits and underscores, their values 1 to 512 characters out of letters, digits and `- . _ ~ : / ? # & = ,`. The same holds for the overrides of a canary.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html',
  messages: {
    count: 'There are {count} stage variables; at most {maximum} are allowed.',
    nameLength: 'The name of the stage variable has {length} characters; at most {maximum} are allowed.',
    name: "The stage variable '{name}' may have letters, digits and underscores in its name, nothing else.",
    length: "The value of '{name}' has {length} characters; at most {maximum} are allowed.",
    empty: "The stage variable '{name}' has an empty value; API Gateway wants at least one character.",
    value: "The value of '{name}' has {character}; letters, digits and - . _ ~ : / ? # & = , are allowed.",
  },
  example: {
    in: 'mock-api',
    fails: 'Variables: {‹table-name›: orders}',
    passes: 'Variables: {table_name: orders}',
  },
  on: Object.keys(paths),
  reads: ['Variables', 'CanarySetting', 'DeploymentCanarySettings', 'StageDescription', 'StageVariables'],
  check(node, cx) {
    for (const path of paths[node.type as keyof typeof paths]) {
      for (const { value, at } of node.all(...path)) if (isMap(value) && isPlainMap(value)) check(value, at, cx);
    }
  },
});

const check = (variables: JsonMap, at: Cause | undefined, cx: RuleContext): void => {
  const names = Object.keys(variables);
  const count = names.length;
  if (count > maximum.count) cx.report('count', at, { data: { count, maximum: maximum.count } });
  for (const name of names) {
    const { length } = name;
    const key = cx.keyOf(variables, name);
    if (length > maximum.name) cx.report('nameLength', key, { data: { length, maximum: maximum.name } });
    if (!allowedName.test(name)) cx.report('name', key, { data: { name } });
    for (const choice of entryChoices(variables, name, at)) {
      const text = scalarText(cx.resolve(choice.value));
      if (text !== undefined && !text.includes('{{resolve:')) checkValue(name, text, choice.at, cx);
    }
  }
};

const checkValue = (name: string, text: string, at: Cause | undefined, cx: RuleContext): void => {
  const { length } = text;
  if (length === 0) return cx.report('empty', at, { data: { name } });
  if (length > maximum.value) cx.report('length', at, { data: { name, length, maximum: maximum.value } });
  if (allowedValue.test(text)) return;
  const found = [...text].find((each) => !allowedValue.test(each))!;
  cx.report('value', at, { data: { name, character: /\s/.test(found) ? 'a blank' : `'${found}'` } });
};
