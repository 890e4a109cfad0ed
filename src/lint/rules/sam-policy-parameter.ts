import { inTable } from '../../model/in-table.ts';
import { type Form, formOf } from '../../model/references.ts';
import { defineRule, type ResourceNode, type RuleContext, type RuleReport } from '../../model/rule.ts';
import { isList, type Json } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { formWords } from '../facts/kinds/words.ts';
import { attributeOf } from '../facts/templates/attribute.ts';
import { type Choice, entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { isOpaque } from '../facts/templates/opaque.ts';
import { elided, partialText } from '../facts/texts/partial-text.ts';

/** What parameters of policy templates take, by how their names end. */
const wantedBy = (parameter: string): Form | undefined => endings.get(/(?:Arn|Name|Id)$/.exec(parameter)?.[0] ?? '');

const endings: ReadonlyMap<string, Form> = new Map([
  ['Arn', 'arn'],
  ['Name', 'name'],
  ['Id', 'id'],
]);

/** References that give the name of a resource, where `Ref` does not. */
const nameOf: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::Serverless::StateMachine': 'Name',
  'AWS::StepFunctions::StateMachine': 'Name',
};

/** The template that puts a name behind a slash of its own. */
const withSlash = { template: 'SSMParameterReadPolicy', parameter: 'ParameterName' };

export const samPolicyParameter = defineRule({
  id: 'sam-policy-parameter',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  title: 'Policy template with an ARN for a name, or the reverse',
  description:
    'SAM puts the parameters of a policy template into ARNs: from `QueueName` it makes `arn:…:sqs:…:<name>`. With the URL or the ARN of the queue the policy is deployed and allows nothing. So it is with the alias of a key, and with the name of a parameter that begins with a slash: `SSMParameterReadPolicy` has one of its own. Checked are references to resources of the template, by what they give, and literal ARNs and URLs.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html',
  macros: 'silent',
  fixes: { slash: 'safe' },
  messages: {
    literal:
      "'{parameter}' of {template} takes {wanted}, but '{found}' is {given}, so the policy allows nothing; write what comes last in it.",
    alias: "'{parameter}' of {template} takes the id of a key and no alias, so the policy allows nothing.",
    slash:
      "{template} puts a slash before the name of the parameter itself, so with '{found}' it allows nothing; leave out the first slash.",
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
  reads: ['Policies'],
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
    for (const found of entryChoices(parameters.value, parameter, parameters.at)) {
      const place = { template, parameter, wanted };
      const fault = faultOf(found.value, place, cx) ?? faultOfText(found, place, cx);
      if (!fault) continue;
      const data = { template, parameter, wanted: formWords[wanted], ...fault.data };
      cx.report(fault.messageId, found.at, { ...fault, data, logicalId: node.id });
    }
  }
};

/** A parameter of a policy template. */
interface Place {
  readonly template: string;
  readonly parameter: string;
  readonly wanted: Form;
}

interface Fault extends Pick<RuleReport, 'related' | 'fix'> {
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
}

const faultOf = (value: Json, { wanted }: Place, cx: RuleContext): Fault | undefined => {
  const target = cx.target(value);
  if (!target || isOpaque(target.type)) return undefined;
  const attribute = attributeOf(value);
  const given = formOf(target.type, attribute);
  if (given === undefined || given === wanted || given === 'id') return undefined;
  if (target.type === 'AWS::KMS::Alias') return { messageId: 'alias', data: {}, related: [target.at] };
  // What has no id beside its name is named by that.
  if (wanted === 'id' && given === 'name') return undefined;
  const data = {
    given: formWords[given],
    reference: attribute === undefined ? `!Ref ${target.id}` : `!GetAtt ${target.id}.${attribute}`,
    cure: cureOf(target, attribute, wanted),
  };
  return { messageId: 'form', data, related: [target.at] };
};

/** How to refer to a resource so that it gives what is wanted. */
const cureOf = ({ id, type }: ResourceNode, attribute: string | undefined, wanted: Form): string => {
  // The name of the stream of a table is a part of its ARN.
  if (attribute === 'StreamArn' && wanted === 'name') return `!Select [3, !Split ['/', !GetAtt ${id}.StreamArn]]`;
  if (formOf(type) === wanted) return `!Ref ${id}`;
  return `!GetAtt ${id}.${wanted === 'arn' ? 'Arn' : (inTable(nameOf, type) ?? 'Name')}`;
};

/** What is wrong with a text, as far as it is known. */
const faultOfText = ({ value, at }: Choice, place: Place, cx: RuleContext): Fault | undefined => {
  const { template, parameter, wanted } = place;
  const ofParameter = cx.target(value);
  const named = ofParameter?.type === 'AWS::SSM::Parameter' ? ofParameter.get('Name') : value;
  const text = partialText(named, cx);
  if (text === undefined) return undefined;
  const found = elided(text);
  if (template === withSlash.template && parameter === withSlash.parameter && text.startsWith('/')) {
    const fix = value === text ? replaceLiteral({ at, value }, text.slice(1)) : undefined;
    return { messageId: 'slash', data: { found }, fix, related: [ofParameter?.at] };
  }
  if (parameter === 'KeyId' && /^(?:arn:.*:)?alias\//.test(text)) return { messageId: 'alias', data: {} };
  const given: Form | undefined = text.startsWith('arn:') ? 'arn' : text.startsWith('https://') ? 'url' : undefined;
  if (wanted === 'arn' || given === undefined) return undefined;
  return { messageId: 'literal', data: { found, given: formWords[given] } };
};
