import { isNoValue } from '../../model/intrinsics.ts';
import { get, intrinsicName, isList, isMap, isString, type Json } from '../../model/tree.ts';
import { type Part, partsOf } from '../meaning/text.ts';
import { maySayTheSame, piecesOf, withoutCommonEnds } from './pieces.ts';

/** Whether a name is that of a resource of the template; all else that is referred to has a value from outside. */
export type IsResource = (id: string) => boolean;

/**
 * Whether two values in their plainest form, which are not the same, may come to the same at the deployment: a parameter
 * may hold just the text that stood there before. Two resources never have the same name.
 */
export const mayBeSame = (before: Json | undefined, after: Json | undefined, isResource: IsResource): boolean => {
  const [left, right] = [before, after].map(branchesOf) as [Branch[], Branch[]];
  if (left.length * right.length > mostBranches) return true;
  return left.some((each) => right.some((other) => mayMeet(each, other, isResource)));
};

type Branch = Json | undefined;

const mostBranches = 256;

/** What an `Fn::If` may come to. */
const branchesOf = (value: Branch): Branch[] => {
  const operands = get(value, 'Fn::If');
  if (isList(operands) && operands.length === 3) return operands.slice(1).flatMap(branchesOf);
  return [value !== undefined && isNoValue(value) ? undefined : value];
};

const mayMeet = (before: Branch, after: Branch, isResource: IsResource): boolean => {
  if (before === undefined || after === undefined) return before === after;
  const [left, right] = [partsOf(before), partsOf(after)];
  const isText = (parts: readonly Part[] | undefined, value: Json) =>
    parts !== undefined && (!isMap(value) || intrinsicName(value) !== undefined);
  if (!isText(left, before) || !isText(right, after)) {
    return isOpen(before) || isOpen(after) || JSON.stringify(before) === JSON.stringify(after);
  }
  return mayMeetText(left!, right!, isResource);
};

/** Whether a value is a reference or function whose value is not known. */
const isOpen = (value: Json): boolean => intrinsicName(value) !== undefined;

const mayMeetText = (left: readonly Part[], right: readonly Part[], isResource: IsResource): boolean => {
  const [from, to] = withoutCommonEnds(piecesOf(left), piecesOf(right));
  if (from.length === 0 || to.length === 0) {
    const rest = [...from, ...to];
    return rest.every((piece) => !isString(piece) && !isResourceReference(piece.of, isResource));
  }
  if (from.length === 1 && to.length === 1 && !isString(from[0]) && !isString(to[0])) {
    return !(isResourceReference(from[0]!.of, isResource) && isResourceReference(to[0]!.of, isResource));
  }
  return maySayTheSame(from, to);
};

const isResourceReference = (part: Part, isResource: IsResource): boolean => {
  const reference = get(part as Json, 'Ref');
  if (isString(reference)) return isResource(reference);
  const attribute = get(part as Json, 'Fn::GetAtt');
  return isList(attribute) && isString(attribute[0]) && isResource(attribute[0]);
};
