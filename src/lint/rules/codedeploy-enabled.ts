import { defineRule } from '../../model/rule.ts';
import { intrinsicName, isString } from '../../model/tree.ts';

/** Functions whose outcome is known only when the conditions are: long after the transform has looked. */
const byCondition: ReadonlySet<string> = new Set(['Fn::If', 'Fn::Equals', 'Fn::Not', 'Fn::And', 'Fn::Or', 'Condition']);
const truthValues = /^(true|false)$/i;

export const codedeployEnabled = defineRule({
  id: 'codedeploy-enabled',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  title: 'Deployment preference that is always enabled',
  description:
    '`Enabled` of a `DeploymentPreference` decides which resources SAM generates, before conditions are known: `!If` and other condition functions count as `true` whatever they come to. So does a text other than `true` and `false`. Choose the `Type` by condition (`!If [IsProd, Linear10PercentEvery1Minute, AllAtOnce]`), or give `Enabled` a parameter.',
  source: 'https://github.com/aws/serverless-application-model/issues/350',
  example: {
    fails: `
Transform: AWS::Serverless-2016-10-31
Conditions:
  IsProd: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {}
      AutoPublishAlias: live
      DeploymentPreference: {Enabled: ‹!If [IsProd, true, false]›, Type: AllAtOnce}`,
    passes: `
Transform: AWS::Serverless-2016-10-31
Conditions:
  IsProd: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {}
      AutoPublishAlias: live
      DeploymentPreference: {Type: !If [IsProd, Linear10PercentEvery1Minute, AllAtOnce]}`,
  },
  messages: {
    condition:
      "SAM reads 'Enabled' before conditions are known, so {name} counts as true; choose the 'Type' by condition instead, with AllAtOnce where no rollout is wanted.",
    text: "'Enabled' is the text '{found}', which counts as true; write true or false.",
  },
  on: ['AWS::Serverless::Function'],
  reads: ['DeploymentPreference'],
  check(fn, cx) {
    const value = fn.get('DeploymentPreference', 'Enabled');
    const at = fn.place('DeploymentPreference', 'Enabled');
    const name = intrinsicName(value);
    if (name !== undefined && byCondition.has(name)) cx.report('condition', at, { data: { name } });
    else if (isString(value) && !truthValues.test(value)) cx.report('text', at, { data: { found: value } });
  },
});
