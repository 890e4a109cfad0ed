import { message } from '../../model/problem.ts';
import { isIntrinsic, isNothing, isString, type Json, textOrKind } from '../../model/tree.ts';
import type { LayerContext } from './index.ts';

const NoIntrinsic = message(
  'intrinsic-not-supported',
  'error',
  () =>
    "'RetentionPolicy' is an intrinsic function that is resolved only at deployment, but it becomes a 'DeletionPolicy', which takes none. Use Retain or Delete.",
);
const Unknown = message(
  'wrong-value',
  'error',
  (found: string) => `'RetentionPolicy' is ${found}; it must be Retain or Delete.`,
);

const options = ['Retain', 'Delete'];

/** The `DeletionPolicy` that a retention policy stands for, in whatever case it is written; undefined without one. */
export const retention = (cx: LayerContext, given: Json | undefined): string | undefined => {
  if (isNothing(given)) return undefined;
  if (isIntrinsic(given)) return cx.fail(NoIntrinsic(), cx.at('RetentionPolicy'));
  const option = isString(given) ? options.find((each) => each.toLowerCase() === given.toLowerCase()) : undefined;
  return option ?? cx.fail(Unknown(textOrKind(given)), cx.at('RetentionPolicy'));
};
