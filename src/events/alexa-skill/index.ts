import { carry } from '../../model/origin.ts';
import { defineEvent } from '../../model/plugin.ts';
import { newMap } from '../../model/tree.ts';
import { strict, string } from '../../schema/property.ts';
import { permitInvocation } from '../permission.ts';

export const alexaSkill = defineEvent({
  type: 'AlexaSkill',
  hosts: ['function'],
  properties: { SkillId: strict(string, 'The only skill that may invoke the function; any skill without it.') },
  attach(cx) {
    const limits = newMap();
    carry(cx.properties, 'SkillId', limits, 'EventSourceToken');
    permitInvocation(cx, 'alexa-appkit.amazon.com', limits);
  },
});
