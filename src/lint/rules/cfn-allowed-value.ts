import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { levelOf, specFaults } from '../facts/templates/spec-faults.ts';
import { isIgnored } from '../facts/values/ignored-values.ts';
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
  supersedes: ['apigw-cache-cluster'],
  fixes: { quoted: 'safe' },
  messages: {
    quoted: "'{path}' is {spelt} without quotes, which YAML reads as {found}; write '{spelt}' in quotes.",
    value: "'{path}' is '{found}'; allowed: {allowed}.",
    case: "'{path}' is '{found}', which is documented as '{near}'. Write '{near}' in a new resource; in a resource that exists, the change can replace it.",
    ignored: "'{path}' is '{found}', which has no effect; remove it, or write one of: {allowed}.",
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
      const shown = allowed.length > 12 ? `${allowed.slice(0, 12).join(', ')} …` : allowed.join(', ');
      const { messageId, near = '', level = levelOf(fault) } = verdictOn(node.type, path, found, allowed);
      cx.report(messageId, at, { data: { path, found, near, allowed: shown }, logicalId: node.id, level });
    }
  },
});

interface Verdict {
  readonly messageId: string;
  readonly near?: string;
  readonly level?: 'warning';
}

const isNumber = /^-?\d+$/;

/** What there is to say of a value that is not one of those listed. */
const verdictOn = (type: string, path: string, found: string, allowed: readonly string[]): Verdict => {
  if (isIgnored(type, path)) return { messageId: 'ignored', level: 'warning' };
  const documented = perhapsTaken(type, allowed, found);
  if (documented !== undefined) return { messageId: 'case', near: documented, level: 'warning' };
  // A number is not misspelt.
  const near = isNumber.test(found) ? undefined : nearest(found, allowed);
  return near === undefined ? { messageId: 'value' } : { messageId: 'suggested', near };
};
