import { carry, stamp } from '../model/origin.ts';
import type { AnyEventContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { get, isMap, isNothing, type Json, type JsonMap, newMap, textOrKind } from '../model/tree.ts';
import { enumOf, loose, object, string } from '../schema/property.ts';
import { chosenId, emitQueue } from './generated-queue.ts';

const ArnAndType = message(
  'exclusive-properties',
  'error',
  () =>
    "'DeadLetterConfig' has both 'Arn' and 'Type'. Keep 'Arn' for an existing queue, or 'Type: SQS' to have one created.",
);
const NoQueue = message(
  'missing-property',
  'error',
  () => "'DeadLetterConfig' needs 'Arn', the ARN of a queue, or 'Type: SQS' to have a queue created.",
);
const BadType = message(
  'wrong-value',
  'error',
  (found: string) => `The 'Type' of 'DeadLetterConfig' is ${found}; it must be SQS.`,
);

/** The shape of `DeadLetterConfig`. */
export const deadLetterConfigShape = object({
  Arn: loose(string, 'The ARN of a queue of your own.'),
  Type: loose(enumOf('SQS'), 'Has a queue made.', { early: true }),
  QueueLogicalId: loose(string, 'The logical id of that queue.', { early: true }),
});

/** Where events go that could not be delivered. */
export interface DeadLetterQueue {
  /** The `DeadLetterConfig` of the target. */
  readonly config: JsonMap;
  readonly arn: Json;
  /** The URL of the queue when it was made for this event; undefined for a queue of the author's. */
  readonly madeUrl: Json | undefined;
}

/** Reads `DeadLetterConfig`, and makes the queue where the author asks for one. */
export const deadLetterQueue = (cx: AnyEventContext): DeadLetterQueue | undefined => {
  const given = get(cx.properties, 'DeadLetterConfig');
  if (!isMap(given)) return undefined;
  const cause = cx.at('DeadLetterConfig');
  const [hasArn, hasType] = [Object.hasOwn(given, 'Arn'), Object.hasOwn(given, 'Type')];
  if (hasArn && hasType) return cx.fail(ArnAndType(), cause);
  if (!hasArn && !hasType) return cx.fail(NoQueue(), cause);
  const type = get(given, 'Type');
  if (hasType && type !== 'SQS') {
    return cx.fail(BadType(textOrKind(type)), cx.at('DeadLetterConfig', 'Type'));
  }
  const config = stamp(newMap(), cause);
  const own = get(given, 'Arn');
  if (!isNothing(own)) {
    carry(given, 'Arn', config);
    return { config, arn: own, madeUrl: undefined };
  }
  const at = cx.at('DeadLetterConfig', 'QueueLogicalId');
  const id = chosenId(cx, 'QueueLogicalId', get(given, 'QueueLogicalId'), `${cx.id}Queue`, at);
  const { arn, url } = emitQueue(cx, id, newMap(), cause);
  config['Arn'] = arn;
  return { config, arn, madeUrl: url };
};
