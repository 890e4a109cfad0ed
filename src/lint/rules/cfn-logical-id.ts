import { isLogicalId } from '../../model/logical-id.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isMap } from '../../model/tree.ts';
import { samEvents } from '../facts/events/sam-events.ts';
import { namesIn } from '../facts/sections/structure.ts';
import { isMacroKey } from '../facts/templates/function-keys.ts';
import { utf8Length } from '../facts/texts/utf8.ts';

const maximumId = 255;
const maximumDescription = 1024;
const plain = /^[a-zA-Z0-9]{1,255}$/;
const sections = {
  Resources: { what: 'a resource', pattern: plain },
  Outputs: { what: 'an output', pattern: plain },
  Parameters: { what: 'a parameter', pattern: plain },
  Conditions: { what: 'a condition', pattern: /^[a-zA-Z0-9_&]{1,255}$/ },
};

/** The ids of a section that do not fit a pattern, those of resources that could not be expanded included. */
const oddIds = (section: string, pattern: RegExp, cx: RuleContext): ReadonlySet<string> =>
  new Set(
    [cx.template, cx.source].flatMap((tree) =>
      namesIn(tree, section).filter((id) => !pattern.test(id) && !isMacroKey(id)),
    ),
  );

export const cfnLogicalId = defineTemplateRule({
  id: 'cfn-logical-id',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Invalid logical ID',
  description:
    'The logical ids of resources, outputs, parameters and conditions are 1 to 255 letters and digits, nothing else, but conditions may have `_` and `&` too; those that the transform generates count too. The description of a template or an output has at most 1,024 bytes.',
  source: 'cfn-lint E3001/E1003',
  supersedes: ['invalid-logical-id', 'invalid-event-id'],
  messages: {
    characters: "'{id}' is not a valid logical ID for {what}: it may only have letters and digits.",
    event: "The event's name '{id}' becomes part of logical ids, so it may only have letters and digits.",
    long: "The logical id of {what} has {count} characters; at most {maximum} are allowed: '{id}'.",
    description: "'Description' has {count} bytes; at most {maximum} are allowed.",
  },
  example: {
    in: 'resources',
    fails: '‹orders-topic›: {Type: AWS::SNS::Topic}',
    passes: 'OrdersTopic: {Type: AWS::SNS::Topic}',
  },
  check(cx) {
    for (const [section, { what, pattern }] of Object.entries(sections)) {
      for (const id of oddIds(section, pattern, cx)) {
        const own = cx.keyOf(get(cx.source, section), id);
        const written = get(get(cx.source, section), id) !== undefined;
        const at = written ? own : (cx.resource(id)?.at ?? own);
        const data = { id, what, count: id.length, maximum: maximumId };
        cx.report(isLogicalId(id) ? 'long' : 'characters', at, {
          data,
          ...(section === 'Resources' && { logicalId: id }),
        });
      }
    }
    for (const { id, owner } of samEvents(cx)) {
      const at = owner.keyPlace('Events', id);
      if (!isLogicalId(id) && cx.reported(at)) {
        cx.report('event', at, { data: { id }, logicalId: owner.id, eventId: id });
      }
    }
    const outputs = get(cx.template, 'Outputs');
    for (const map of [cx.template, ...(isMap(outputs) ? Object.values(outputs) : [])]) {
      const description = get(map, 'Description');
      const count = typeof description === 'string' ? utf8Length(description) : 0;
      if (count <= maximumDescription) continue;
      cx.report('description', cx.placeOf(map, 'Description'), { data: { count, maximum: maximumDescription } });
    }
  },
});
