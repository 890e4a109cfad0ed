import { isString, type Json, type JsonMap } from '../../../model/tree.ts';

/** The condition of a resource or output, as the beginning of a way: none, or its name. */
export const ownWay = (body: JsonMap | undefined): readonly string[] => {
  const condition: Json | undefined = body?.['Condition'];
  return isString(condition) ? [condition] : [];
};
