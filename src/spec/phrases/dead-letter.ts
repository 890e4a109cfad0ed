import { entryOf, place, stamp } from '../../model/origin.ts';
import { newMap } from '../../model/tree.ts';
import { type Phrase, record } from '../codecs/records.ts';
import { reference } from '../codecs/reference.ts';
import { whole } from '../codecs/scalars.ts';
import { wrong } from '../codecs/wrong.ts';
import { property } from '../language/key.ts';

const says = "a queue and a number of receives, such as 'Failed after 5'";

/** `Failed after 5`: a queue, and how often a message is received before it goes there. */
const phrase: Phrase = {
  says,
  examples: ['Failed after 5'],
  schema: () => ({ type: 'string', pattern: '^\\S+ after \\d+$', patternErrorMessage: `Write ${says}.` }),
  open: (spot, cx) => {
    const [, queue, receives] = /^(\S+) after (\d{1,4})$/.exec(spot.text ?? '') ?? [];
    if (queue === undefined) return wrong(spot, says, cx);
    const map = stamp(newMap(), spot.at);
    map['queue'] = queue;
    map['receives'] = Number(receives);
    for (const key of ['queue', 'receives']) place(map, key, entryOf(spot.holder, spot.step));
    return map;
  },
  close: ({ queue, receives, ...rest }) =>
    typeof queue === 'string' && /^\S+$/.test(queue) && typeof receives === 'number' && Object.keys(rest).length === 0
      ? `${queue} after ${receives}`
      : undefined,
};

/** The redrive policy of a queue. */
export const redrive = record(
  'a dead-letter queue',
  [
    property(
      'queue',
      'deadLetterTargetArn',
      reference({ says: 'a queue', as: 'arn', types: ['AWS::SQS::Queue'] }),
      'Where messages go.',
      'Failed',
    ),
    property('receives', 'maxReceiveCount', whole('a whole number from 1 to 1000', 1), 'After how many receives.', '5'),
  ],
  { phrase },
);
