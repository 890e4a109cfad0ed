import { getAtt, ref } from '../../../model/intrinsics.ts';
import { type Cause, shallowCopy } from '../../../model/origin.ts';
import { tagList } from '../../../model/tags.ts';
import type { Json, JsonMap } from '../../../model/tree.ts';
import { propagatedTags } from '../../sam-tags.ts';
import type { FunctionContext } from '../context.ts';
import type { DestinationType } from './policy.ts';

/** The types of destinations that are made where the author gives none. */
export const generatedTypes: readonly DestinationType[] = ['SQS', 'SNS'];

/**
 * Emits the queue or topic of a destination.
 * @returns its ARN
 */
export const emitGenerated = (
  cx: FunctionContext,
  type: DestinationType,
  prefix: string,
  condition: string | undefined,
  cause: Cause | undefined,
): Json => {
  const isQueue = type === 'SQS';
  const id = prefix + (isQueue ? 'Queue' : 'Topic');
  const tags = propagatedTags(cx);
  const attributes = shallowCopy(cx.inherited as JsonMap);
  if (condition !== undefined) attributes['Condition'] = condition;
  cx.emit({
    id,
    type: isQueue ? 'AWS::SQS::Queue' : 'AWS::SNS::Topic',
    properties: tags ? { Tags: tagList(tags) } : {},
    attributes,
    cause,
  });
  return isQueue ? getAtt(id, 'Arn') : ref(id);
};
