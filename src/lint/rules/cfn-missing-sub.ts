import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';
import { pseudoParameters } from '../facts/templates/pseudo-parameters.ts';
import { isCode, isIdentifier, type PlainText, plainTexts } from '../facts/texts/plain-texts.ts';
import { writtenScalar } from '../facts/texts/written-text.ts';

export const cfnMissingSub = defineTemplateRule({
  id: 'cfn-missing-sub',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Reference in a text without Fn::Sub',
  description:
    'Only `Fn::Sub` replaces `${…}`. Without it the text is passed on unchanged: a policy matches nothing, an address leads nowhere, and a name or a principal is refused (an error). Found are references to parameters, resources and pseudo parameters of the template; `${aws:username}`, stage variables and the variables of scripts and templates have other names. In code, definitions of state machines and nested templates only pseudo parameters are looked for.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
  supersedes: [
    'arn-shape',
    'cfn-value-pattern',
    'cfn-value-length',
    'iam-name-length',
    'iam-policy-document',
    'lambda-function-name',
  ],
  messages: { plain: "'${{name}}' is not replaced, because the text has no 'Fn::Sub'; write '!Sub' before it." },
  example: {
    fails: `
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: ‹'Orders of \${AWS::StackName}'›}}
`,
    passes: `
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Sub 'Orders of \${AWS::StackName}'}}
`,
  },
  check(cx) {
    for (const found of plainTexts(cx)) check(found, cx);
  },
});

const check = (found: PlainText, cx: RuleContext): void => {
  const { text, at, type, logicalId, path } = found;
  if (path[0] === 'DefinitionString' || path[0] === 'Definition' || path.includes('TemplateBody')) return;
  for (const { 0: whole, 1: name, index } of text.matchAll(/\$\{([A-Za-z0-9:]+)(?:\.[A-Za-z0-9.]+)?\}/g)) {
    if (!pseudoParameters.has(name!) && (isCode(found) || !isDeclared(name!, cx))) continue;
    const refused = path.length === 1 && isIdentifier(found);
    const level = type !== undefined && (refused || path.includes('Principal')) ? 'error' : 'warning';
    // A text on one line is blamed as a whole, as other rules that look at it do.
    const place = text.includes('\n') ? writtenScalar(text, at).span(index, index + whole.length) : at;
    const data = { name: whole.slice(2, -1) };
    cx.report('plain', place ?? at, { data, level, logicalId });
    return;
  }
};

const isDeclared = (name: string, cx: RuleContext): boolean =>
  cx.resource(name) !== undefined || get(get(cx.template, 'Parameters'), name) !== undefined;
