import { ref } from '../../model/intrinsics.ts';
import { isString } from '../../model/tree.ts';
import type { Side } from '../side.ts';
import { symbolic } from '../words/shown.ts';
import { mapItems } from './item-sets.ts';
import type { Row } from './rows.ts';

/** How the ARN of a resource is put together by hand, and the reference that gives the same. */
interface Spelling {
  readonly service: string;
  /** What stands in front of the name. */
  readonly before?: string;
  /** The attribute with the name; without one, `Ref` gives it. */
  readonly name?: string;
  /** The attribute with the ARN; without one, `Ref` gives it. */
  readonly arn?: string;
}

/** Source: the return values of each type in the CloudFormation User Guide, and the Service Authorization Reference. */
const spellings: ReadonlyMap<string, Spelling> = new Map<string, Spelling>([
  ['AWS::DynamoDB::Table', { service: 'dynamodb', before: 'table/', arn: 'Arn' }],
  ['AWS::Kinesis::Stream', { service: 'kinesis', before: 'stream/', arn: 'Arn' }],
  ['AWS::KinesisFirehose::DeliveryStream', { service: 'firehose', before: 'deliverystream/', arn: 'Arn' }],
  ['AWS::Lambda::Function', { service: 'lambda', before: 'function:', arn: 'Arn' }],
  ['AWS::S3::Bucket', { service: 's3', arn: 'Arn' }],
  ['AWS::SNS::Topic', { service: 'sns', name: 'TopicName' }],
  ['AWS::SQS::Queue', { service: 'sqs', name: 'QueueName', arn: 'Arn' }],
  ['AWS::StepFunctions::StateMachine', { service: 'states', before: 'stateMachine:', name: 'Name' }],
]);

/**
 * Rows whose resource is the ARN of a resource of the template, with that ARN put together by hand: so that it is the same
 * in either spelling, and patterns for ARNs take it in. With each, the row that it was.
 * @param region what counts as the stack's own Region, however it is written
 */
export const withWholeArns = (rows: readonly Row[], side: Side, region: string | undefined): ReadonlyMap<Row, Row> =>
  new Map(
    rows.map((row) => {
      const whole = (text: string) => inOwnRegion(wholeArn(text, side), region);
      const sets = row.sets && { ...row.sets, resources: mapItems(row.sets.resources, whole) };
      return [{ ...row, resource: whole(row.resource), sets }, row];
    }),
  );

/** The Region that only one of two sides is for: the other one may be for the same. */
export const regionOfOne = (before: Side, after: Side): string | undefined => {
  const [one, other] = [before, after].map(({ meaning }) => meaning.value(ref('AWS::Region')));
  if (isString(one) === isString(other)) return undefined;
  return isString(one) ? one : (other as string);
};

const inOwnRegion = (arn: string, region: string | undefined): string => {
  const front = ownPartition();
  if (region === undefined || !arn.startsWith(front)) return arn;
  const [service, place, ...rest] = arn.slice(front.length).split(':');
  return place === region ? `${front}${[service, '${AWS::Region}', ...rest].join(':')}` : arn;
};

const wholeArn = (text: string, side: Side): string => {
  const [, id, attribute, rest] = /^\$\{(\w+)(?:\.(\w+))?\}(.*)$/s.exec(text) ?? [];
  const spelling = id === undefined ? undefined : spellings.get(side.resources.get(id)?.type ?? '');
  if (!spelling || spelling.arn !== attribute) return text.replace(partition, ownPartition);
  const { service, before = '', name } = spelling;
  // The ARN of a bucket has neither Region nor account.
  const place = service === 's3' ? ':' : `${pseudo('AWS::Region', side)}:${pseudo('AWS::AccountId', side)}`;
  return `${ownPartition()}${service}:${place}:${before}\${${id}${name === undefined ? '' : `.${name}`}}${rest}`;
};

/** A template is deployed in one partition, so it does not matter how that is written. */
const partition = /^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):/;

const ownPartition = (): string => 'arn:${AWS::Partition}:';

/** A pseudo parameter as it stands in the texts of rows: its value where that is known. */
const pseudo = (name: string, side: Side): string => symbolic(side.meaning.value(ref(name)) ?? '');
