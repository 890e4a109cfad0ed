import { getAtt, ref } from '../model/intrinsics.ts';
import { isLogicalId } from '../model/logical-id.ts';
import type { Cause } from '../model/origin.ts';
import type { AnyEventContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { isString, isTruthy, type Json, type JsonMap, textOrKind } from '../model/tree.ts';
import { propagateTags } from './propagate-tags.ts';

const BadLogicalId = message(
  'invalid-logical-id',
  'error',
  (name: string, found: string) => `'${name}' is ${found}; it must be a logical ID of letters and digits.`,
);

/** The logical id that the author chose for a generated resource, or the one it gets by itself. */
export const chosenId = (
  cx: AnyEventContext,
  name: string,
  given: Json | undefined,
  otherwise: string,
  at: Cause | undefined,
): string => {
  if (!isTruthy(given)) return otherwise;
  if (isString(given) && isLogicalId(given)) return given;
  return cx.fail(BadLogicalId(name, textOrKind(given)), at);
};

/** Makes a queue for an event; gives its ARN and URL. */
export const emitQueue = (
  cx: AnyEventContext,
  id: string,
  properties: JsonMap,
  cause: Cause | undefined,
): { arn: JsonMap; url: JsonMap } => {
  propagateTags(cx.host, properties);
  cx.emit({ id, type: 'AWS::SQS::Queue', properties, attributes: cx.host.inherited, cause });
  return { arn: getAtt(id, 'Arn'), url: ref(id) };
};
