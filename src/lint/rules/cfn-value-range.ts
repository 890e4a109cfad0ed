import { defineTemplateRule } from '../../model/rule.ts';
import { levelOf, specFaults } from '../facts/templates/spec-faults.ts';
import { boundsText } from '../facts/values/wording.ts';

export const cfnValueRange = defineTemplateRule({
  id: 'cfn-value-range',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Number out of range',
  description: 'The schema of the resource type says which numbers this property takes.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-type-schemas.html',
  general: true,
  macros: 'silent',
  messages: { wrong: "'{path}' of {type} is {found}; it takes {bounds}." },
  example: {
    in: 'resources',
    fails: `
Key:
  Type: AWS::KMS::Key
  Properties:
    PendingWindowInDays: ‹90›
`,
    passes: `
Key:
  Type: AWS::KMS::Key
  Properties:
    PendingWindowInDays: 30
`,
  },
  check(cx) {
    for (const fault of specFaults(cx)) {
      if (fault.kind !== 'range') continue;
      const { found, bounds, node, at, path } = fault;
      cx.report('wrong', at, {
        data: { path, type: node.type, found, bounds: boundsText(bounds) },
        logicalId: node.id,
        level: levelOf(fault),
      });
    }
  },
});
