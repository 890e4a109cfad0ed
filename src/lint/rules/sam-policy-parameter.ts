import { inTable } from '../../model/in-table.ts';
import { type Form, formOf } from '../../model/references.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList, type Json } from '../../model/tree.ts';
import { formWords } from '../facts/kinds/form-words.ts';
import { attributeOf } from '../facts/templates/attribute.ts';
import { type Choice, entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { isOpaque } from '../facts/templates/opaque.ts';

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
    const policies = isList(node.get('Policies')) ? node.all('Policies', '*') : node.all('Policies');
    for (const { value: policy, at } of policies) {
      if (!isPlainMap(policy)) continue;
      for (const template of Object.keys(policy)) {
        for (const parameters of entryChoices(policy, template, at)) checkParameters(node, template, parameters, cx);
      }
    }
  },
});

const checkParameters = (node: ResourceNode, template: string, parameters: Choice, cx: RuleContext): void => {
  if (!isPlainMap(parameters.value)) return;
  for (const parameter of Object.keys(parameters.value)) {
    const wanted = wantedBy(parameter);
    if (wanted === undefined) continue;
    for (const { value, at } of entryChoices(parameters.value, parameter, parameters.at)) {
      const fault = faultOf(value, wanted, cx);
      if (!fault) continue;
      const data = { template, parameter, wanted: formWords[wanted], ...fault.data };
      cx.report('form', at, { data, logicalId: node.id, related: [fault.target.at] });
    }
  }
};

const faultOf = (value: Json, wanted: Form, cx: RuleContext) => {
  const target = cx.target(value);
  if (!target || isOpaque(target.type)) return undefined;
  const attribute = attributeOf(value);
  const given = formOf(target.type, attribute);
  if (given === undefined || given === wanted || given === 'id') return undefined;
  const better = wanted === 'arn' ? 'Arn' : (inTable(nameOf, target.type) ?? 'Name');
  const data = {
    given: formWords[given],
    reference: attribute === undefined ? `!Ref ${target.id}` : `!GetAtt ${target.id}.${attribute}`,
    cure: formOf(target.type) === wanted ? `!Ref ${target.id}` : `!GetAtt ${target.id}.${better}`,
  };
  return { target, data };
};
