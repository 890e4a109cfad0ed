import type { Place } from '../model/problem.ts';
import type { Json } from '../model/tree.ts';
import { toLocation, visitPlaces } from './locate.ts';

/** A place, its file as an index into `sources`. */
export interface MappedPlace {
  readonly source: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where one value of the expanded template comes from. */
export interface MapEntry extends MappedPlace {
  /** Whether this is the place of the value itself; otherwise that of the nearest thing around it. */
  readonly exact: boolean;
  /** Further places that took part; left out where there are none. */
  readonly related?: readonly MappedPlace[];
}

/** The origin of every value of an expanded template. The format is described in docs/source-map.md. */
export interface SourceMap {
  readonly version: 1;
  readonly sources: readonly string[];
  readonly entries: Readonly<Record<string, MapEntry>>;
}

/** The source map of an expanded template. */
export const toSourceMap = (template: Json, path: string | undefined): SourceMap => {
  const sources: string[] = [];
  const entries: Record<string, MapEntry> = {};
  const mapped = ({ file = '', line, column, endLine, endColumn }: Place): MappedPlace => {
    let source = sources.indexOf(file);
    if (source < 0) source = sources.push(file) - 1;
    return { source, line, column, endLine, endColumn };
  };
  visitPlaces(template, (pointer, found) => {
    const location = found && toLocation(found, path);
    if (location === undefined) return;
    const related = location.related.map(mapped);
    const entry: MapEntry = { ...mapped(location), exact: location.exact };
    entries[pointer] = related.length === 0 ? entry : { ...entry, related };
  });
  return { version: 1, sources, entries };
};
