import { get } from '../../model/tree.ts';
import { text } from '../codecs/scalars.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, set } from '../language/key.ts';
import { type EventForm, eventForm } from './form.ts';

/** The skill; `true` for any. */
const alexa: Key = {
  key: 'alexa',
  to: ['SkillId'],
  doc: 'The id of the skill, or `true` for any skill.',
  examples: ['true', 'amzn1.ask.skill.1234'],
  schema: () => ({ type: ['string', 'boolean'] }),
  lower: (spot, draft, cx) => {
    if (spot.value === true || spot.value === null) return;
    const id = text.read(spot, cx);
    if (id !== undefined) set(draft, 'SkillId', id, spot, cx);
  },
  raise: (draft, cx) => {
    const id = valueAt(draft, 'SkillId');
    if (id === undefined) return { value: true, says: [] };
    const value = text.write(id, cx);
    return value === undefined ? undefined : { value, says: ['SkillId'] };
  },
};

const form = eventForm({ key: 'alexa', type: 'AlexaSkill', id: 'Alexa', doc: 'An Alexa skill.', keys: [alexa] });

export const alexaEvent: EventForm = {
  ...form,
  idOf: () => 'Alexa',
  write: (event, host, cx) =>
    form.write(get(event, 'Properties') === undefined ? { ...event, Properties: {} } : event, host, cx),
};
