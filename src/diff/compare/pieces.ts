import { isString } from '../../model/tree.ts';
import type { Part } from '../meaning/text.ts';

/** A place of a text where any text may stand at the deployment. */
export interface Gap {
  /** The reference, or the dynamic reference: `{{resolve:…}}`, which is read at the deployment. */
  readonly of: Part;
}

/** A known piece of a text, or a gap. Two known pieces never stand beside each other. */
export type Piece = string | Gap;

/** The pieces of a text. A dynamic reference is one gap, with the references that are part of it. */
export const piecesOf = (parts: readonly Part[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let known = '';
  let dynamic: string | undefined;
  const put = (gap: Part): void => {
    if (known !== '') pieces.push(known);
    known = '';
    pieces.push({ of: gap });
  };
  for (const part of parts) {
    if (!isString(part)) {
      if (dynamic === undefined) put(part);
      else dynamic += JSON.stringify(part);
      continue;
    }
    for (const text of part.split(/(\{\{resolve:|\}\})/)) {
      if (dynamic !== undefined) dynamic += text;
      else if (text === '{{resolve:') dynamic = text;
      else known += text;
      if (dynamic !== undefined && text === '}}') {
        put(dynamic);
        dynamic = undefined;
      }
    }
  }
  if (dynamic !== undefined) put(dynamic);
  if (known !== '') pieces.push(known);
  return pieces;
};

/** What differs: both without the pieces that they begin and end with alike. */
export const withoutCommonEnds = (
  left: readonly Piece[],
  right: readonly Piece[],
): readonly [readonly Piece[], readonly Piece[]] => {
  const most = Math.min(left.length, right.length);
  let start = 0;
  while (start < most && isSame(left[start]!, right[start]!)) start++;
  let end = 0;
  while (end < most - start && isSame(left[left.length - 1 - end]!, right[right.length - 1 - end]!)) end++;
  return [left.slice(start, left.length - end), right.slice(start, right.length - end)];
};

const isSame = (left: Piece, right: Piece): boolean =>
  left === right || (!isString(left) && !isString(right) && JSON.stringify(left) === JSON.stringify(right));

/** Whether there are texts for the gaps of both with which they say the same. */
export const maySayTheSame = (left: readonly Piece[], right: readonly Piece[]): boolean => {
  const [one, other] = [wholeOf(left), wholeOf(right)];
  if (one !== undefined) return other === undefined ? fits(one, right) : one === other;
  if (other !== undefined) return fits(other, left);
  // Between a gap of one and a gap of the other there is room for all that stands between the gaps of both.
  const [start, otherStart] = [startOf(left), startOf(right)];
  const [end, otherEnd] = [endOf(left), endOf(right)];
  return (
    (start.startsWith(otherStart) || otherStart.startsWith(start)) && (end.endsWith(otherEnd) || otherEnd.endsWith(end))
  );
};

/** A text without gaps; undefined where it has some. */
const wholeOf = (pieces: readonly Piece[]): string | undefined =>
  pieces.every(isString) ? pieces.join('') : undefined;

const startOf = ([piece]: readonly Piece[]): string => (isString(piece) ? piece : '');
const endOf = (pieces: readonly Piece[]): string => startOf(pieces.slice(-1));

/** Whether a text is one that pieces with at least one gap may come to. */
const fits = (text: string, pieces: readonly Piece[]): boolean => {
  const [start, end] = [startOf(pieces), endOf(pieces)];
  const last = text.length - end.length;
  if (start.length > last || !text.startsWith(start) || !text.endsWith(end)) return false;
  let at = start.length;
  for (const piece of pieces.slice(1, -1).filter(isString)) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > last) return false;
    at = found + piece.length;
  }
  return true;
};
