import { nearest } from '../../model/nearest.ts';
import { type Cause, entryOf } from '../../model/origin.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isMap, isNothing } from '../../model/tree.ts';
import { removeEntry } from '../facts/edits/entry.ts';
import { eventName, nameInSource, samEvents } from '../facts/events/sam-events.ts';
import { kindOfEvent, type SourceKind, sourceKind, sourceNames } from '../facts/events/source.ts';
import { isPlainMap } from '../facts/templates/choices.ts';

const withPosition: ReadonlySet<SourceKind> = new Set(['kinesis', 'dynamodb', 'msk', 'kafka', 'documentdb']);
const positions = ['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP'];
const name = 'StartingPosition';
/** Lambda reads the topics of such a cluster from the beginning where no position is given. */
const withDefault: SourceKind = 'kafka';

export const esmStartingPosition = defineTemplateRule({
  id: 'esm-starting-position',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  title: 'StartingPosition wrong for the source',
  description:
    'Kinesis, DynamoDB, Kafka and DocumentDB are read from a `StartingPosition`: `TRIM_HORIZON`, `LATEST` or (with `StartingPositionTimestamp`, not for DynamoDB) `AT_TIMESTAMP`. A self-managed Kafka cluster is read from the beginning without one. Queues and brokers have no position, so it must not be given for them.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html; cfn-lint E3633, E3634',
  fixes: { needless: 'safe' },
  supersedes: ['missing-property'],
  messages: {
    missing:
      "'StartingPosition' is missing, but {mapping} reads {source}. Write 'StartingPosition: TRIM_HORIZON' to read all records that are kept, or 'StartingPosition: LATEST' for new ones.",
    needless: "'StartingPosition' has no meaning for {source}; remove it.",
    unknown: "'StartingPosition' is '{value}'; it must be TRIM_HORIZON, LATEST or AT_TIMESTAMP.",
    suggested: "'StartingPosition' is '{value}'. Did you mean '{near}'?",
    timestamp: "'StartingPosition' is AT_TIMESTAMP, so 'StartingPositionTimestamp' must say from when.",
    dynamodb:
      "A DynamoDB stream cannot be read from AT_TIMESTAMP; write 'StartingPosition: TRIM_HORIZON' or 'StartingPosition: LATEST'.",
  },
  example: {
    in: 'function',
    fails: `
Events:
  ‹Clicks›:
    Type: Kinesis
    Properties: {Stream: !Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks'}`,
    passes: `
Events:
  Clicks:
    Type: Kinesis
    Properties: {Stream: !Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks', StartingPosition: LATEST}`,
  },
  check(cx) {
    for (const mapping of cx.resources('AWS::Lambda::EventSourceMapping')) checkMapping(mapping, cx);
    checkEvents(cx);
  },
});

const checkMapping = (mapping: ResourceNode, cx: RuleContext): void => {
  const kind = sourceKind(mapping, cx);
  if (kind === undefined) return;
  const source = sourceNames[kind];
  const given = !mapping.lacks(name);
  const logicalId = mapping.id;
  if (!withPosition.has(kind)) {
    if (!given) return;
    const fix = removeEntry(entryOf(mapping.properties, name));
    cx.report('needless', mapping.keyPlace(name), { data: { source }, fix, logicalId });
    return;
  }
  if (!given && kind !== withDefault)
    cx.report('missing', propertiesOf(mapping, cx), {
      data: { mapping: nameInSource(mapping, cx), source },
      logicalId,
    });
  for (const { value, at } of mapping.strings(name)) {
    if (!positions.includes(value)) {
      const near = nearest(value, positions);
      cx.report(near === undefined ? 'unknown' : 'suggested', at, { data: { value, near: near ?? '' }, logicalId });
    } else if (value === 'AT_TIMESTAMP' && kind === 'dynamodb') cx.report('dynamodb', at, { logicalId });
    else if (value === 'AT_TIMESTAMP' && mapping.lacks('StartingPositionTimestamp')) {
      cx.report('timestamp', at, { logicalId });
    }
  }
};

/** The key of the properties that the author wrote, or what made the mapping. */
const propertiesOf = ({ id, body, at }: ResourceNode, cx: RuleContext): Cause | undefined =>
  cx.written(id) === undefined ? at : (cx.keyOf(body, 'Properties') ?? at);

/** Events that make no mapping because the transform itself misses the position. */
const checkEvents = (cx: RuleContext): void => {
  for (const event of samEvents(cx)) {
    const { owner, id, type } = event;
    const kind = kindOfEvent(type);
    if (!kind || !withPosition.has(kind) || kind === withDefault || cx.resource(owner.id + id)) continue;
    const events = owner.get('Events');
    const properties = owner.get('Events', id, 'Properties');
    if (!isMap(events) || !isPlainMap(properties) || !isNothing(get(properties, name))) continue;
    const at = entryOf(properties, name)?.key ?? cx.keyOf(events, id);
    const data = { mapping: eventName(event), source: sourceNames[kind] };
    cx.report('missing', at, { data, logicalId: owner.id, eventId: id, subject: name });
  }
};
