import { defineTemplateRule } from '../../model/rule.ts';
import { levelOf, specFaults } from '../facts/templates/spec-faults.ts';
import { boundsText } from '../facts/values/wording.ts';

export const cfnValueLength = defineTemplateRule({
  id: 'cfn-value-length',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Text too short or too long',
  description: 'The schema of the resource type says how many characters this property takes.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-type-schemas.html',
  general: true,
  macros: 'silent',
  messages: { wrong: "'{path}' of {type} has {found} characters; it takes {bounds}." },
  example: {
    in: 'resources',
    fails: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    LogGroupName: ‹""›
`,
    passes: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    LogGroupName: /shop/orders
`,
  },
  check(cx) {
    for (const fault of specFaults(cx)) {
      if (fault.kind !== 'length') continue;
      const { found, bounds, node, at, path } = fault;
      cx.report('wrong', at, {
        data: { path, type: node.type, found, bounds: boundsText(bounds) },
        logicalId: node.id,
        level: levelOf(fault),
      });
    }
  },
});
