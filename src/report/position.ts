import { lineAt, lineStarts } from '../model/lines.ts';
import type { Source, Span } from '../model/origin.ts';
import type { Place } from '../model/problem.ts';

/** A place without its file. */
export type Position = Omit<Place, 'file'>;

const lineAndColumn = (source: Source, offset: number): [number, number] => {
  const line = lineAt(source, offset);
  return [line + 1, offset - lineStarts(source)[line]! + 1];
};

/** Where a span lies in its source: the one place in which offsets become lines and columns. */
export const positionOf = ({ source, start, end }: Span): Position => {
  const length = source.text.length;
  const [line, column] = lineAndColumn(source, Math.min(start, length));
  const [endLine, endColumn] = lineAndColumn(source, Math.min(Math.max(end, start), length));
  return { line, column, endLine, endColumn };
};

/**
 * Where a span lies, and in which file: in `path` where its source has no name of its own. Undefined for a template that
 * was given as an object, which has no lines.
 */
export const toPlace = (span: Span, path: string | undefined): Place | undefined => {
  if (span.source.hidden) return undefined;
  const file = span.source.file ?? path;
  const position = positionOf(span);
  return file === undefined ? position : { file, ...position };
};

/** The places of several spans, without those that have none. */
export const toPlaces = (spans: readonly Span[], path: string | undefined): Place[] =>
  spans.map((span) => toPlace(span, path)).filter((place) => place !== undefined);

/** `file:line` of a span; undefined where it has no place. */
export const fileAndLine = (span: Span | undefined, path: string | undefined): string | undefined => {
  const place = span && toPlace(span, path);
  return place && `${place.file ?? ''}:${place.line}`;
};

/** The text of a line, counted from 1, without its line break. */
export const lineText = (source: Source, line: number): string => {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === undefined) return '';
  const next = starts[line];
  return source.text.slice(start, next === undefined ? undefined : next - 1).replace(/\r$/, '');
};

/** The offset of a line and column counted from 1: the way back. */
export const offsetOf = (source: Source, line: number, column: number): number =>
  Math.min((lineStarts(source)[line - 1] ?? source.text.length) + column - 1, source.text.length);
