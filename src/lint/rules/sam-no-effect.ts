import { entryOf } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, getIn, type Step } from '../../model/tree.ts';
import { aroundGlobals } from '../facts/no-effect/globals.ts';
import { noEffectFinders } from '../facts/no-effect/index.ts';

/** The place of a property's key where the resource itself has it, not `Globals`. */
const ownPlace = (cx: RuleContext, id: string, path: readonly Step[]) => {
  const properties = get(get(get(cx.source, 'Resources'), id), 'Properties');
  return entryOf(getIn(properties, ...path.slice(0, -1)), path.at(-1)!);
};

const dotted = (path: readonly Step[]): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${step}`)).join('');

export const samNoEffect = defineTemplateRule({
  id: 'sam-no-effect',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  title: 'Property that has no effect in its place',
  description:
    'The transform knows the property, but what else is written makes it ignore it: `Policies` next to a `Role`, `VersionDescription` without `AutoPublishAlias`, `Auth` on an event of an API that has a definition of its own, a section of `Globals` for a type that is not in the template. There is no error, so the setting seems to work. Remove it, or write what it needs. Values that come from `Globals` are not reported on each resource.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html',
  messages: { ignored: "'{what}' has no effect: {why}." },
  example: {
    in: 'state-machine',
    fails: `
Role: arn:aws:iam::123456789012:role/flow
‹PermissionsBoundary›: arn:aws:iam::123456789012:policy/limits`,
    passes: 'PermissionsBoundary: arn:aws:iam::123456789012:policy/limits',
  },
  check(cx) {
    for (const { what, why, at, logicalId } of aroundGlobals(cx)) {
      cx.report('ignored', at, { data: { what, why }, ...(logicalId !== undefined && { logicalId }) });
    }
    for (const [type, finders] of noEffectFinders) {
      for (const node of cx.sources(type)) {
        for (const finder of finders) {
          for (const { path, why, because, eventId } of finder(node, cx)) {
            const entry = ownPlace(cx, node.id, path);
            if (!entry || cx.reported(entry.key) || cx.reported(entry.value)) continue;
            const inEvent = eventId === undefined ? path : path.slice(3);
            cx.report('ignored', entry.key, {
              data: { what: dotted(inEvent), why },
              logicalId: node.id,
              ...(eventId !== undefined && { eventId }),
              ...(because && { related: [ownPlace(cx, node.id, because)?.key] }),
            });
          }
        }
      }
    }
  },
});
