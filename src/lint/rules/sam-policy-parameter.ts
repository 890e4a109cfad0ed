import { type Form, formOf } from '../../model/references.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList, isMap, type Json } from '../../model/tree.ts';
import { attributeOf } from '../facts/templates/attribute.ts';
import { isFunctionKey } from '../facts/templates/function-keys.ts';
import { isOpaque } from '../facts/templates/opaque.ts';
import { placeBelow } from '../facts/templates/places.ts';

const words: Readonly<Record<Form, string>> = {
  arn: 'an ARN',
  name: 'a name',
  id: 'an id',
  url: 'a URL',
  domain: 'a domain name',
  other: 'another text',
};

/** What parameters of policy templates take, by how their names end; ids of keys and streams are left alone. */
const wantedBy = (parameter: string): Form | undefined => {
  if (/Arn$/.test(parameter)) return 'arn';
  return /Name$/.test(parameter) && parameter !== 'StreamName' ? 'name' : undefined;
};

/** References that give the name of a resource, where `Ref` does not. */
const nameOf: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::Serverless::StateMachine': 'Name',
  'AWS::StepFunctions::StateMachine': 'Name',
};

export const samPolicyParameter = defineRule({
  id: 'sam-policy-parameter',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  title: 'Policy template with an ARN for a name, or the reverse',
  description:
    'SAM puts the parameters of a policy template into ARNs: from `QueueName` it makes `arn:…:sqs:…:<name>`. With the URL or the ARN of the queue the policy is deployed and allows nothing. Checked are references to resources of the template, by what they give.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html',
  macros: 'silent',
  messages: {
    form: "'{parameter}' of {template} takes {wanted}, but {reference} gives {given}, so the policy allows nothing; write '{cure}'.",
  },
  example: {
    fails: `
Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {}
      Policies: [{SQSSendMessagePolicy: {QueueName: ‹!Ref Jobs›}}]
`,
    passes: `
Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {}
      Policies: [{SQSSendMessagePolicy: {QueueName: !GetAtt Jobs.QueueName}}]
`,
  },
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  check(node, cx) {
    const policies = node.get('Policies');
    const items = isList(policies)
      ? [...policies.entries()].map(([index, item]) => ({ item, path: [index] }))
      : [{ item: policies, path: [] }];
    for (const { item, path } of items) {
      if (!isMap(item)) continue;
      for (const template of Object.keys(item).filter((key) => !isFunctionKey(key))) {
        const parameters = item[template]!;
        if (!isMap(parameters)) continue;
        for (const parameter of Object.keys(parameters)) {
          checkParameter(
            node,
            { template, parameter, value: parameters[parameter]!, path: ['Policies', ...path, template, parameter] },
            cx,
          );
        }
      }
    }
  },
});

interface Given {
  readonly template: string;
  readonly parameter: string;
  readonly value: Json;
  readonly path: readonly (string | number)[];
}

const checkParameter = (node: ResourceNode, { template, parameter, value, path }: Given, cx: RuleContext): void => {
  const wanted = wantedBy(parameter);
  const target = wanted && cx.target(value);
  if (!wanted || !target || isOpaque(target.type)) return;
  const attribute = attributeOf(value);
  const given = formOf(target.type, attribute);
  if (given === undefined || given === wanted || given === 'id') return;
  const own = formOf(target.type) === wanted;
  const better = wanted === 'arn' ? 'Arn' : (nameOf[target.type] ?? 'Name');
  const data = {
    template,
    parameter,
    wanted: words[wanted],
    given: words[given],
    reference: attribute === undefined ? `!Ref ${target.id}` : `!GetAtt ${target.id}.${attribute}`,
    cure: own ? `!Ref ${target.id}` : `!GetAtt ${target.id}.${better}`,
  };
  cx.report('form', placeBelow(node.properties, node.at, ...path), { data, related: [target.at] });
};
