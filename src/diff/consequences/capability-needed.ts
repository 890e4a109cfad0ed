import { capabilityOf } from '../../model/capabilities.ts';
import { placeOfResource } from '../compare/resources.ts';
import type { Resource, Side } from '../side.ts';
import { called } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'capability-needed',
  level: 'info',
  title: 'The deployment must acknowledge a capability that it did not need before',
  description:
    'CloudFormation changes roles, users and policies only in deployments that acknowledge it with `CAPABILITY_IAM`, and those with a name of their own only with `CAPABILITY_NAMED_IAM`. A pipeline that does not pass the capability fails. `sam deploy --guided` asks for the first one.',
  *find(cx) {
    const [before, after] = [neediest(cx.before), neediest(cx.after)];
    // A stack that was not there before is made with what its first template needs.
    if (!after || cx.before.resources.size === 0 || rank(after.capability) <= rank(before?.capability)) return;
    const { capability, resource } = after;
    yield {
      text: `The deployment needs '--capabilities ${capability}' now, because of ${called(resource.type, resource.id)}${capability === 'CAPABILITY_NAMED_IAM' ? ', which has a name of its own' : ''}.`,
      resource: resource.id,
      at: placeOfResource(resource, cx.after),
    };
  },
});

type Capability = NonNullable<ReturnType<typeof capabilityOf>>;

const rank = (capability: Capability | undefined): number =>
  capability === undefined ? 0 : capability === 'CAPABILITY_IAM' ? 1 : 2;

/** The first resource that needs the most. */
const neediest = ({ resources }: Side): { capability: Capability; resource: Resource } | undefined => {
  let found: { capability: Capability; resource: Resource } | undefined;
  for (const resource of resources.values()) {
    const capability = capabilityOf(resource.body);
    if (capability !== undefined && rank(capability) > rank(found?.capability)) found = { capability, resource };
  }
  return found;
};
