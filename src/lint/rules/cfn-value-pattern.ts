import { defineTemplateRule } from '../../model/rule.ts';
import { keyOfPath } from '../facts/templates/property-key.ts';
import { levelOf, specFaults } from '../facts/templates/spec-faults.ts';
import { forms } from '../facts/values/forms.ts';
import { excerpt } from '../facts/values/wording.ts';

export const cfnValuePattern = defineTemplateRule({
  id: 'cfn-value-pattern',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Value of the wrong form',
  description:
    'The schema of the resource type has a pattern for this property that the value does not match. Values with references, and those that another tool fills in, are left alone.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-type-schemas.html',
  general: true,
  supersedes: ['arn-shape'],
  macros: 'silent',
  messages: {
    wrong: "'{path}' of {type} is '{found}', but must match the pattern {pattern}.",
    form: "'{path}' of {type} is '{found}'; it must be {form}.",
  },
  example: {
    in: 'resources',
    fails: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    LogGroupName: ‹/shop/orders and returns›
`,
    passes: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    LogGroupName: /shop/orders-and-returns
`,
  },
  check(cx) {
    for (const fault of specFaults(cx)) {
      if (fault.kind !== 'pattern') continue;
      const { found, pattern, node, at, path } = fault;
      const form = forms[keyOfPath(node.type, path)];
      const data = { path, type: node.type, found: excerpt(found), pattern, form: form ?? '' };
      cx.report(form === undefined ? 'wrong' : 'form', at, { data, logicalId: node.id, level: levelOf(fault) });
    }
  },
});
