import type { Finding } from '../model/problem.ts';
import { get, isMap, type JsonMap } from '../model/tree.ts';
import { folderOf } from '../parse/local-path.ts';
import { find, pointerStep } from '../report/locate.ts';
import { toPlace } from '../report/position.ts';
import { toProblems } from '../report/problems.ts';
import type { Metadata } from './assembly.ts';

/**
 * What the assembly says of a stack: which line each resource comes from, and what was found wrong. Files are named from
 * the folder of the template, so that it does not matter where that stands.
 */
export const metadataOf = (
  template: JsonMap,
  findings: readonly Finding[],
  path: string | undefined,
): Record<string, Metadata[]> => {
  const folder = folderOf(path?.replaceAll('\\', '/') ?? '');
  const shown = (file: string | undefined): string => file?.replace(folder, '') ?? 'the template';
  const metadata: Record<string, Metadata[]> = {};
  const warnings = toProblems(findings, path)
    .filter(({ level }) => level === 'warning')
    .map(({ file, line, column, message, code }): Metadata => {
      return { type: 'aws:cdk:warning', data: `${shown(file)}:${line}:${column} ${code} ${message}` };
    });
  if (warnings.length > 0) metadata[''] = warnings;
  const resources = get(template, 'Resources');
  for (const id of isMap(resources) ? Object.keys(resources) : []) {
    const found = find(template, `/Resources${pointerStep(id)}`);
    const place = found && toPlace(found.span, path);
    const trace = place && [`${shown(place.file)}:${place.line}:${place.column}`];
    metadata[`/${id}`] = [{ type: 'aws:cdk:logicalId', data: id, ...(trace && { trace }) }];
  }
  return metadata;
};
