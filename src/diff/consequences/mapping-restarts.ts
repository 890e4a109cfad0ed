import { sourceKind, sourceNames } from '../../lint/facts/events/source.ts';
import { get } from '../../model/tree.ts';
import { symbolic } from '../words/shown.ts';
import { becauseOf } from './because.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'mapping-restarts',
  level: 'warning',
  title: 'A function starts to read a stream anew',
  description:
    'The place up to which a stream was read belongs to the event source mapping. A new mapping begins where `StartingPosition` says: with `LATEST` what is written between the two is never read, with `TRIM_HORIZON` everything that the stream still holds is read again.',
  *find(cx) {
    for (const change of cx.changes('AWS::Lambda::EventSourceMapping')) {
      if (change.fate !== 'replaced') continue;
      const mapping = cx.now.resource(change.id);
      const kind = mapping && sourceKind(mapping, cx.now);
      if (kind === 'sqs' || kind === 'mq') continue;
      const position = get(cx.properties(change.after), 'StartingPosition');
      const source = kind === undefined ? 'its source' : sourceNames[kind];
      yield {
        text: `The event source mapping '${change.id}' is ${change.certain ? '' : 'perhaps '}made anew${becauseOf(change)} and reads ${source} ${beginning(position === undefined ? '' : symbolic(position))}.`,
        resource: change.id,
        at: change.at,
      };
    }
  },
});

const beginning = (position: string): string => {
  switch (position) {
    case 'LATEST':
      return 'from the moment it is there: records that are written in between are not processed';
    case 'TRIM_HORIZON':
      return 'from the oldest record: everything that it still holds is processed again';
    case 'AT_TIMESTAMP':
      return "from the time in 'StartingPositionTimestamp': records after it are processed again";
    default:
      return "from where 'StartingPosition' says: records are processed again or left out";
  }
};
