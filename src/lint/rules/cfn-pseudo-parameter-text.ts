import { defineTemplateRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { pseudoParameters } from '../facts/templates/pseudo-parameters.ts';
import { isIdentifier, plainTexts } from '../facts/texts/plain-texts.ts';

export const cfnPseudoParameterText = defineTemplateRule({
  id: 'cfn-pseudo-parameter-text',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Name of a pseudo parameter as a text',
  description:
    'A pseudo parameter such as `AWS::Region` has its value only behind `Ref` or in `${…}` of `Fn::Sub`. Without them the name itself is passed on, and `AWS::NoValue` removes nothing. Where an ARN, an ID or a name is required, the text is refused, which is an error.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html',
  supersedes: ['arn-shape', 'cfn-allowed-value', 'cfn-property-type', 'cfn-value-pattern', 'iam-managed-policy-arn'],
  fixes: { text: 'unsafe' },
  messages: { text: "'{name}' is only a text here; write '!Ref {name}'." },
  example: {
    fails: `
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: ‹AWS::StackName›}}
`,
    passes: `
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref AWS::StackName}}
`,
  },
  check(cx) {
    for (const found of plainTexts(cx)) {
      const { text, at, logicalId } = found;
      if (!pseudoParameters.has(text)) continue;
      const level = isIdentifier(found) ? 'error' : 'warning';
      const fix = replaceLiteral({ at, value: text }, { Ref: text });
      cx.report('text', at, { data: { name: text }, level, fix, logicalId });
    }
  },
});
