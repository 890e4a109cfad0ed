import { didYouMean, nearest } from '../../model/nearest.ts';
import { entryOf } from '../../model/origin.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { placeholdersOf } from '../facts/asl/placeholders.ts';

/** Arguments that name something of AWS. A `${…}` elsewhere may be meant for whoever gets the text. */
const naming = /(Arn|ARN|Name|Url|URL|Bucket|Cluster|TaskDefinition|JobQueue|JobDefinition)$/;

export const sfnSubstitution = defineTemplateRule({
  id: 'sfn-substitution',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::StepFunctions::StateMachine'],
  title: 'Placeholder of a definition without a substitution',
  description:
    '`DefinitionSubstitutions` puts values in for `${Name}` in the texts of a definition. A placeholder without one is left unchanged: in `Resource` it is not an ARN and Step Functions refuses the definition, in a name or ARN among the arguments the call fails, which is a warning. Placeholders elsewhere may be meant for others, such as a shell. A substitution that no placeholder uses is a warning, too.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html',
  example: {
    fails: `
Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Check
        States:
          Check: {Type: Task, Resource: ‹'\${Check}'›, End: true}`,
    passes: `
Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionSubstitutions: {Check: 'arn:aws:lambda:us-east-1:111122223333:function:check'}
      Definition:
        StartAt: Check
        States:
          Check: {Type: Task, Resource: '\${Check}', End: true}`,
  },
  messages: {
    resource:
      "'{name}' is not in 'DefinitionSubstitutions', so Step Functions refuses '{text}': it is not an ARN.{near}",
    argument: "'{name}' is not in 'DefinitionSubstitutions', so '{key}' stays '{text}'.{near}",
    unused: "No text of the definition has '${{name}}', so this substitution does nothing.{near}",
  },
  check(cx) {
    for (const { node, found, given, isComplete } of placeholdersOf(cx)) {
      const known = Object.keys(given);
      const used = new Set(found.map(({ name }) => name));
      for (const { name, text, key, at } of found) {
        if (known.includes(name)) continue;
        const messageId = messageFor(key, text);
        if (messageId === undefined) continue;
        const near = didYouMean(nearest(name, known));
        const level = messageId === 'resource' ? 'error' : 'warning';
        cx.report(messageId, at, { data: { name, key, text, near }, level, logicalId: node.id });
      }
      for (const name of isComplete ? known : []) {
        if (used.has(name)) continue;
        const near = didYouMean(
          nearest(
            name,
            [...used].filter((each) => !known.includes(each)),
          ),
        );
        const at = entryOf(given, name)?.key ?? node.at;
        cx.report('unused', at, { data: { name, near }, level: 'warning', logicalId: node.id });
      }
    }
  },
});

const messageFor = (key: string, text: string): 'resource' | 'argument' | undefined => {
  if (key === 'Resource') return 'resource';
  return naming.test(key) && /^\$\{[^{}]+\}$/.test(text) ? 'argument' : undefined;
};
