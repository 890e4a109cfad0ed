import { certainlyMeant, nearest } from '../../model/nearest.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { unknownSamKeys } from '../facts/templates/sam-keys.ts';

export const samUnknownKey = defineTemplateRule({
  id: 'sam-unknown-key',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  macros: 'silent',
  title: 'Key that the SAM transform drops',
  description:
    'The transform takes some properties apart (`Auth`, `Domain`, `DeploymentPreference`, `SqsSubscription` …) and uses the keys it knows. Any other key is dropped silently: a misspelt `DefaultAuthoriser` leaves an API open. What the transform passes through unchanged is checked by [cfn-unknown-property](cfn-unknown-property.md) against the type it becomes, and keys that the transform itself refuses are its own problems. Correct the name, or remove the key.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html',
  messages: {
    unknown: "{where} has no key '{name}', so it is dropped. It knows: {allowed}.",
    suggested: "{where} has no key '{name}', so it is dropped. Did you mean '{near}'?",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::SimpleTable
  Properties: {PrimaryKey: {Name: id, Type: String, ‹Kind›: HASH}}`,
    passes: `
Orders:
  Type: AWS::Serverless::SimpleTable
  Properties: {PrimaryKey: {Name: id, Type: String}}`,
  },
  check(cx) {
    for (const { name, at, value, where, allowed, logicalId, eventId } of unknownSamKeys(cx)) {
      if (cx.reported(at) || cx.reported(value)) continue;
      const near = nearest(name, allowed);
      const data = { where, name, near: near ?? '', allowed: allowed.join(', ') };
      cx.report(near === undefined ? 'unknown' : 'suggested', at, {
        data,
        meant: certainlyMeant(name, allowed),
        ...(logicalId !== undefined && { logicalId }),
        ...(eventId !== undefined && { eventId }),
      });
    }
  },
});
