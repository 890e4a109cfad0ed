import { entryOf, place, stamp } from '../../model/origin.ts';
import { get, isMap, isString, newMap } from '../../model/tree.ts';
import { withFunctions } from '../codecs/functions.ts';
import { record } from '../codecs/records.ts';
import { reference } from '../codecs/reference.ts';
import { whole } from '../codecs/scalars.ts';
import { to } from '../codecs/targets.ts';
import { seconds } from '../codecs/units.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Codec } from '../language/codec.ts';
import { property } from '../language/key.ts';

const queue = reference(to.queue('arn'));
const says = "a queue of this file, an ARN, 'new queue' or 'new queue Name'";

/** Where events go that could not be delivered: a queue, or one that SAM makes. SAM has `DeadLetterConfig`. */
export const deadLetter: Codec = withFunctions({
  says,
  schema: () => ({ type: ['string', 'object'] }),
  read: (spot, cx) => {
    const config = newMap();
    const put = (key: string, value: string): void => {
      config[key] = value;
      place(config, key, entryOf(spot.holder, spot.step));
    };
    const [, name] = /^new queue(?: ([A-Za-z0-9]+))?$/.exec(spot.text ?? '') ?? [];
    if (name !== undefined || spot.text === 'new queue') {
      put('Type', 'SQS');
      if (name !== undefined) put('QueueLogicalId', name);
    } else if (isMap(spot.value))
      return Object.keys(spot.value).every((key) => /^[A-Z]/.test(key)) ? spot.value : wrong(spot, says, cx);
    else {
      const arn = queue.read(spot, cx);
      if (arn === undefined) return undefined;
      config['Arn'] = arn;
      place(config, 'Arn', entryOf(spot.holder, spot.step));
    }
    return stamp(config, spot.at);
  },
  write: (value, cx) => {
    if (!isMap(value)) return undefined;
    const keys = Object.keys(value).sort().join();
    const name = get(value, 'QueueLogicalId');
    if (keys === 'Type' && value['Type'] === 'SQS') return 'new queue';
    if (keys === 'QueueLogicalId,Type' && value['Type'] === 'SQS' && isString(name) && /^[A-Za-z0-9]+$/.test(name))
      return `new queue ${name}`;
    const written = keys === 'Arn' ? queue.write(value['Arn']!, cx) : undefined;
    return isString(written) ? written : value;
  },
});

/** How often, and how long, a delivery is tried again. */
export const retry = record(
  'retries',
  [
    property('attempts', 'MaximumRetryAttempts', whole(), 'How often.', '3'),
    property('max-age', 'MaximumEventAgeInSeconds', seconds, 'How long.', '1h'),
  ],
  { synonyms: { retries: 'attempts', times: 'attempts', 'maximum-retry-attempts': 'attempts' } },
);
