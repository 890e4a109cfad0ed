import { defineTemplateRule } from '../../model/rule.ts';
import { retirementOf } from '../facts/templates/retired-services.ts';

export const cfnRetiredService = defineTemplateRule({
  id: 'cfn-retired-service',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Resource of a service that AWS has shut down',
  description:
    'CloudFormation still knows the types of services that AWS has shut down, but nothing of them can be created any more. A service whose end AWS has announced is a warning.',
  source: 'https://docs.aws.amazon.com/general/latest/gr/full_shutdown_services.html',
  macros: 'silent',
  messages: {
    ended: "AWS shut down the service of {type} on {day}, so '{id}' cannot be created; remove it.",
    ending: "AWS has announced the end of the service of {type} for {day}; plan to replace '{id}'.",
  },
  example: {
    in: 'resources',
    fails: `
Ledger:
  Type: ‹AWS::QLDB::Ledger›
  Properties: {PermissionsMode: STANDARD}
`,
    passes: `
Ledger:
  Type: AWS::DynamoDB::Table
  Properties:
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
    KeySchema: [{AttributeName: id, KeyType: HASH}]
    BillingMode: PAY_PER_REQUEST
`,
  },
  check(cx) {
    for (const { id, type, body } of cx.resources()) {
      const retirement = retirementOf(type);
      if (!retirement) continue;
      const { state, day } = retirement;
      const level = state === 'ended' ? 'error' : 'warning';
      cx.report(state, cx.placeOf(body, 'Type'), { data: { id, type, day }, level, logicalId: id });
    }
  },
});
