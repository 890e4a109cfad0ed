import { cfnConditionalReference } from '../../../src/lint/rules/cfn-conditional-reference.ts';
import { tester } from '../tester.ts';

const template = (condition: string, value: string, stage = 'dev') => `Parameters:
  Stage: {Type: String, Default: ${stage}}
  Size: {Type: String, AllowedValues: [small, large], Default: small}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsTest: !Equals [!Ref Stage, test]
  NotProd: !Not [!Condition IsProd]
  IsLargeProd: !And [!Condition IsProd, !Equals [large, !Ref Size]]
  IsSmall: !Equals [!Ref Size, small]
  IsLarge: !Equals [!Ref Size, large]
  NotSmall: !Not [!Condition IsSmall]
Resources:
  Alerts: {Type: AWS::SNS::Topic, Condition: IsProd}
  Large: {Type: AWS::SNS::Topic, Condition: IsLarge}
  Reader:
    Type: AWS::SNS::Subscription
    DependsOn: Alerts
${condition === '' ? '' : `    Condition: ${condition}\n`}    Properties: {Protocol: email, Endpoint: a@example.com, TopicArn: ${value}}
`;

tester.run(cfnConditionalReference, {
  valid: [
    template('IsProd', '!Ref Alerts'),
    template('IsLargeProd', '!Ref Alerts'),
    template('', "!If [IsProd, !Ref Alerts, '']"),
    template('', "!If [NotProd, '', !Ref Alerts]"),
    template('NotSmall', '!Ref Large'),
    template('', '!Ref Reader'),
    template('NoSuchCondition', '!Ref Alerts'),
    `${template('IsProd', '!Ref Alerts')}Outputs:\n  Topic: {Condition: !Sub IsProd, Value: !Ref Alerts}\n`,
  ],
  invalid: [
    {
      template: template('', '!Ref Alerts'),
      problems: [{ messageId: 'happens', level: 'error', line: 18, column: 75, data: { condition: 'IsProd' } }],
    },
    {
      template: template('', '!Ref Alerts', 'prod'),
      problems: [{ messageId: 'possible', level: 'warning', line: 18, column: 75 }],
    },
    {
      template: template('IsTest', "!Sub '${Alerts}'"),
      problems: [{ messageId: 'possible', level: 'warning', line: 19, column: 78 }],
    },
    {
      template: template('', '!If [IsTest, !Ref Alerts, !Ref Alerts]', 'prod'),
      problems: [
        { messageId: 'possible', level: 'warning', line: 18, column: 88 },
        { messageId: 'possible', level: 'warning', line: 18, column: 101 },
      ],
    },
    {
      template: template('IsSmall', '!Ref Large'),
      problems: [{ messageId: 'happens', level: 'error', line: 19, column: 75 }],
    },
  ],
});
