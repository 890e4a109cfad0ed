import { defineRule, type RuleContext } from '../../model/rule.ts';
import { get, isIntrinsic, isList, isMap, type Json, type JsonMap } from '../../model/tree.ts';
import { type Scenario, scenariosOf } from '../facts/combinations/presence.ts';
import { ownWay } from '../facts/templates/ways.ts';
import { partialText } from '../facts/texts/partial-text.ts';
import { isTrue, scalarNumber, scalarText } from '../facts/texts/scalar.ts';

const destination = 'ExtendedS3DestinationConfiguration';
/** The smallest buffer of a stream that partitions, in MiB. */
const leastBuffer = 64;

export const firehosePartitioning = defineRule({
  id: 'firehose-partitioning',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Dynamic partitioning that Firehose refuses',
  description:
    'A stream with dynamic partitioning has partition keys in its `Prefix` (`!{partitionKeyFromQuery:…}` or `!{partitionKeyFromLambda:…}`), a processor `MetadataExtraction` where the keys come from a query, and a buffer of at least 64 MiB. Firehose refuses others: "S3 Prefix should contain Dynamic Partitioning namespaces when Dynamic Partitioning is enabled".',
  source:
    'https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning.html; https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-s3bucketprefix.html; https://github.com/aws/aws-cdk/tree/main/packages/aws-cdk-lib/aws-kinesisfirehose',
  macros: 'silent',
  messages: {
    buffer: "With dynamic partitioning the buffer has at least {least} MiB; 'SizeInMBs' is {found}.",
    keys: "Dynamic partitioning is enabled, so 'Prefix' needs a partition key, such as !{partitionKeyFromQuery:customer}.",
    query:
      "'Prefix' has partition keys from a query, so 'ProcessingConfiguration' needs a processor of the type 'MetadataExtraction'.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    ExtendedS3DestinationConfiguration:
      BucketARN: !ImportValue lake
      RoleARN: !ImportValue writer
      DynamicPartitioningConfiguration: {Enabled: true}
      BufferingHints: {SizeInMBs: ‹5›}
      Prefix: orders/!{partitionKeyFromLambda:customer}/
      ErrorOutputPrefix: errors/
`,
    passes: `
Orders:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    ExtendedS3DestinationConfiguration:
      BucketARN: !ImportValue lake
      RoleARN: !ImportValue writer
      DynamicPartitioningConfiguration: {Enabled: true}
      BufferingHints: {SizeInMBs: 64}
      Prefix: orders/!{partitionKeyFromLambda:customer}/
      ErrorOutputPrefix: errors/
`,
  },
  on: ['AWS::KinesisFirehose::DeliveryStream'],
  reads: [destination],
  check(stream, cx) {
    const target = stream.get(destination);
    if (!isMap(target) || isIntrinsic(target)) return;
    const names = ['DynamicPartitioningConfiguration', 'BufferingHints', 'Prefix', 'ProcessingConfiguration'];
    const found = new Set<string>();
    for (const { present } of scenariosOf(target, names, ownWay(stream.body), cx)) {
      if (!isTrue(cx.resolve(get(present.get('DynamicPartitioningConfiguration'), 'Enabled')))) continue;
      const buffer = scalarNumber(cx.resolve(get(present.get('BufferingHints'), 'SizeInMBs')));
      const isSmall = buffer !== undefined && buffer < leastBuffer;
      for (const messageId of [...(isSmall ? ['buffer'] : []), ...prefixFaults(present, cx)]) {
        if (found.has(messageId)) continue;
        found.add(messageId);
        const place =
          messageId === 'buffer'
            ? stream.place(destination, 'BufferingHints', 'SizeInMBs')
            : present.has('Prefix')
              ? stream.place(destination, 'Prefix')
              : stream.keyPlace(destination, 'DynamicPartitioningConfiguration');
        cx.report(messageId, place, { data: messageId === 'buffer' ? { least: leastBuffer, found: buffer! } : {} });
      }
    }
  },
});

const prefixFaults = (present: Scenario['present'], cx: RuleContext): readonly string[] => {
  const prefix = present.has('Prefix') ? partialText(present.get('Prefix'), cx) : '';
  if (prefix === undefined) return [];
  if (prefix.includes('!{partitionKeyFromQuery:')) {
    return mayExtract(present.get('ProcessingConfiguration'), cx) ? [] : ['query'];
  }
  const isWhole = !present.has('Prefix') || scalarText(cx.resolve(present.get('Prefix'))) !== undefined;
  return isWhole && !prefix.includes('!{partitionKeyFrom') ? ['keys'] : [];
};

/** Whether a processor takes keys out of the records, as far as the template shows it. */
const mayExtract = (processing: Json | undefined, cx: RuleContext): boolean => {
  if (processing === undefined) return false;
  if (!isPlain(processing)) return true;
  const processors = processing['Processors'];
  if (processors === undefined) return false;
  if (!isList(processors)) return true;
  return processors.some((each) => {
    const type = isPlain(each) ? scalarText(cx.resolve(each['Type'])) : undefined;
    return type === undefined || type === 'MetadataExtraction';
  });
};

const isPlain = (value: Json): value is JsonMap => isMap(value) && !isIntrinsic(value);
