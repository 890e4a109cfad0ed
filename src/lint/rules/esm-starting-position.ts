import { nearest } from '../../model/nearest.ts';
import { entryOf } from '../../model/origin.ts';
import { defineRule } from '../../model/rule.ts';
import { removeEntry } from '../facts/edit-entry.ts';
import { type SourceKind, sourceKind, sourceNames } from '../facts/event-source.ts';

const withPosition: ReadonlySet<SourceKind> = new Set(['kinesis', 'dynamodb', 'msk', 'kafka', 'documentdb']);
const positions = ['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP'];
const name = 'StartingPosition';

export const esmStartingPosition = defineRule({
  id: 'esm-starting-position',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'StartingPosition wrong for the source',
  description:
    'Kinesis, DynamoDB, Kafka and DocumentDB are read from a `StartingPosition`: `TRIM_HORIZON`, `LATEST` or (with `StartingPositionTimestamp`, not for DynamoDB) `AT_TIMESTAMP`. Queues and brokers have no position, so it must not be given for them.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html; cfn-lint E3633, E3634',
  fixable: true,
  messages: {
    missing: "'{id}' reads {source}, so it needs a 'StartingPosition': TRIM_HORIZON, LATEST or AT_TIMESTAMP.",
    needless: "'StartingPosition' means nothing to {source}; leave it out.",
    unknown: "'StartingPosition' is '{value}'; it must be TRIM_HORIZON, LATEST or AT_TIMESTAMP.",
    suggested: "'StartingPosition' is '{value}'. Did you mean '{near}'?",
    timestamp: "'StartingPosition' is AT_TIMESTAMP, so 'StartingPositionTimestamp' must say from when.",
    dynamodb: 'A DynamoDB stream cannot be read from AT_TIMESTAMP; use TRIM_HORIZON or LATEST.',
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    const kind = sourceKind(mapping, cx);
    if (kind === undefined) return;
    const source = sourceNames[kind];
    const given = !mapping.lacks(name);
    if (!withPosition.has(kind)) {
      if (!given) return;
      const fix = removeEntry(entryOf(mapping.properties, name));
      cx.report('needless', mapping.keyPlace(name), { data: { source }, fix });
      return;
    }
    if (!given) cx.report('missing', mapping.at, { data: { id: mapping.id, source } });
    for (const { value, at } of mapping.strings(name)) {
      if (!positions.includes(value)) {
        const near = nearest(value, positions);
        cx.report(near === undefined ? 'unknown' : 'suggested', at, { data: { value, near: near ?? '' } });
      } else if (value === 'AT_TIMESTAMP' && kind === 'dynamodb') cx.report('dynamodb', at);
      else if (value === 'AT_TIMESTAMP' && mapping.lacks('StartingPositionTimestamp')) cx.report('timestamp', at);
    }
  },
});
