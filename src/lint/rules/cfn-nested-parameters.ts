import { didYouMean, nearest } from '../../model/nearest.ts';
import { entryOf } from '../../model/origin.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { type ChildTemplate, childTemplate, templateProperties } from '../facts/templates/child-template.ts';
import { entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { listed } from '../facts/texts/names.ts';

/** Functions that give a list. */
const lists: ReadonlySet<string> = new Set(['Fn::Cidr', 'Fn::GetAZs', 'Fn::Split']);

export const cfnNestedParameters = defineRule({
  id: 'cfn-nested-parameters',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  supersedes: ['cfn-list-or-text'],
  title: 'Parameters that a nested template does not take, or lacks',
  description:
    'A nested stack or application gets exactly the parameters that its template declares: one that it does not know is refused, and so is one without a default that gets no value. Templates that are local files are looked into. The values are texts; a list is joined with `!Join`, and taken apart by a parameter of the type `CommaDelimitedList` or `List<…>`.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html',
  example: {
    in: 'resources',
    fails: `
Network:
  Type: AWS::Serverless::Application
  Properties:
    Location: network.yaml
    Parameters: {‹Cider›: 10.0.0.0/16}`,
    passes: `
Network:
  Type: AWS::Serverless::Application
  Properties:
    Location: network.yaml
    Parameters: {Cidr: 10.0.0.0/16}`,
    files: {
      'network.yaml': `Parameters: {Cidr: {Type: String, Default: 10.1.0.0/16}}
Resources: {Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Cidr}}}
`,
    },
  },
  messages: {
    unknown: "The template of '{id}' has no parameter '{name}', so CloudFormation refuses it.{near}",
    missing: "The template of '{id}' needs a value for {names}, which {has} no default.",
    list: "The parameters of a nested stack are texts, and '{name}' is a list; join it: !Join [',', …].",
    map: "The parameters of a nested stack are texts, and '{name}' is a map.",
  },
  on: [...templateProperties.keys()],
  check(node, cx) {
    const given = node.get('Parameters');
    if (given !== undefined && !isPlainMap(given)) return;
    const property = templateProperties.get(node.type)!;
    const child = childTemplate(node.get(property), node.place(property), cx);
    if (child) compare(node, given, child, cx);
    for (const name of given ? Object.keys(given) : []) checkValue(name, given!, cx);
  },
});

const compare = (node: ResourceNode, given: JsonMap | undefined, child: ChildTemplate, cx: RuleContext): void => {
  const names = given ? Object.keys(given) : [];
  for (const name of names) {
    if (child.parameters.includes(name)) continue;
    const near = didYouMean(nearest(name, child.parameters));
    cx.report('unknown', entryOf(given, name)?.key, { data: { id: node.id, name, near } });
  }
  const missing = child.required.filter((name) => !names.includes(name));
  if (missing.length === 0) return;
  const at = given ? node.keyPlace('Parameters') : node.at;
  cx.report('missing', at, {
    data: { id: node.id, names: listed(missing, 5), has: missing.length > 1 ? 'have' : 'has' },
  });
};

const checkValue = (name: string, given: JsonMap, cx: RuleContext): void => {
  for (const { value, at } of entryChoices(given, name, undefined)) {
    if (isListValue(value, cx)) cx.report('list', at, { data: { name } });
    else if (isMap(value) && intrinsicName(value) === undefined && isPlainMap(value))
      cx.report('map', at, { data: { name } });
  }
};

const isListValue = (value: Json, cx: RuleContext): boolean => {
  if (isList(value)) return true;
  const name = intrinsicName(value);
  if (name !== undefined && lists.has(name)) return true;
  const parameter = isString(get(value, 'Ref'))
    ? get(get(cx.source, 'Parameters'), get(value, 'Ref') as string)
    : undefined;
  const type = get(parameter, 'Type');
  return (
    isString(type) && /^(CommaDelimitedList$|List<|AWS::SSM::Parameter::Value<(CommaDelimitedList|List<))/.test(type)
  );
};
