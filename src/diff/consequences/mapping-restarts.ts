import { sourceKind, sourceNames } from '../../lint/facts/events/source.ts';
import { get } from '../../model/tree.ts';
import { symbolic } from '../words/shown.ts';
import { becauseOf } from './because.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'mapping-restarts',
  level: 'warning',
  title: 'A function starts reading a stream from another position',
  description:
    'The position up to which a stream was read belongs to the event source mapping. A new mapping starts at `StartingPosition`: with `LATEST`, records written in between are never read; with `TRIM_HORIZON`, everything still in the stream is read again.',
  *find(cx) {
    for (const change of cx.changes('AWS::Lambda::EventSourceMapping')) {
      if (change.fate !== 'replaced' || change.heldName) continue;
      const mapping = cx.now.resource(change.id);
      const kind = mapping && sourceKind(mapping, cx.now);
      if (kind === 'sqs' || kind === 'mq') continue;
      const position = get(cx.properties(change.after), 'StartingPosition');
      const source = kind === undefined ? 'its source' : sourceNames[kind];
      yield {
        text: `The event source mapping '${change.id}' is ${change.certain ? '' : 'perhaps '}recreated${becauseOf(change)} and reads ${source} ${beginning(position === undefined ? '' : symbolic(position))}.`,
        resource: change.id,
        at: change.at,
      };
    }
  },
});

const beginning = (position: string): string => {
  switch (position) {
    case 'LATEST':
      return 'from that moment on: records written in between are not processed';
    case 'TRIM_HORIZON':
      return 'from the oldest record: everything still in it is processed again';
    case 'AT_TIMESTAMP':
      return "from the time in 'StartingPositionTimestamp': records after it are processed again";
    default:
      return "from where 'StartingPosition' says: records may be processed again or skipped";
  }
};
