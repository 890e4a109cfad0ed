import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { levelOf, specFaults } from '../facts/templates/spec-faults.ts';
import { perhapsTaken } from '../facts/values/letter-case.ts';

export const cfnAllowedValue = defineTemplateRule({
  id: 'cfn-allowed-value',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Value that the property does not take',
  description:
    'The published schema of the resource type lists the values that this property takes, and this is not one of them. Where the service is known to ignore upper and lower case, a value in another case passes; where it may ignore it, as EC2 and RDS do for some properties, it gets a warning.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html',
  general: true,
  fixes: { quoted: 'safe' },
  messages: {
    quoted: "'{path}' is {spelt} without quotes, which YAML reads as {found}; write '{spelt}' in quotes.",
    value: "'{path}' is '{found}'; allowed: {allowed}.",
    case: "'{path}' is '{found}', which is documented as '{near}'. Write '{near}' in a new resource; in a resource that exists, the change can replace it.",
    suggested: "'{path}' is '{found}'. Did you mean '{near}'? Allowed: {allowed}.",
  },
  example: {
    in: 'resources',
    fails: `
Rule:
  Type: AWS::Events::Rule
  Properties: {ScheduleExpression: rate(1 day), State: ‹ON›}`,
    passes: `
Rule:
  Type: AWS::Events::Rule
  Properties: {ScheduleExpression: rate(1 day), State: ENABLED}`,
  },
  check(cx) {
    for (const fault of specFaults(cx)) {
      if (fault.kind !== 'value') continue;
      const { found, allowed, node, at, path } = fault;
      const spelt = at?.source.text.slice(at.start, at.end);
      // A value that a function makes is not spelt there.
      if (at && spelt !== undefined && spelt !== found && allowed.includes(spelt)) {
        const fix = replaceLiteral({ at, value: found }, spelt);
        cx.report('quoted', at, { data: { path, found, spelt }, logicalId: node.id, fix });
        continue;
      }
      const documented = perhapsTaken(node.type, allowed, found);
      if (documented !== undefined) {
        cx.report('case', at, { data: { path, found, near: documented }, logicalId: node.id, level: 'warning' });
        continue;
      }
      const near = nearest(found, allowed);
      const shown = allowed.length > 12 ? `${allowed.slice(0, 12).join(', ')} …` : allowed.join(', ');
      const data = { path, found, allowed: shown, near: near ?? '' };
      cx.report(near === undefined ? 'value' : 'suggested', at, { data, logicalId: node.id, level: levelOf(fault) });
    }
  },
});
