import { isMap, isTruthy, type JsonMap } from '../../model/tree.ts';
import type { FunctionContext } from './context.ts';

/** The author's tags where the resources that the function generates are to have them too. */
export const propagatedTags = (cx: FunctionContext): JsonMap | undefined => {
  const { PropagateTags, Tags } = cx.props;
  return isTruthy(PropagateTags) && isMap(Tags) && isTruthy(Tags) ? Tags : undefined;
};
