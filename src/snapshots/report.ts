import { shown } from '../diff/words/shown.ts';
import type { Json, Step } from '../model/tree.ts';
import { type Location, pointerStep } from '../report/locate.ts';
import { printable } from '../report/printable.ts';
import type { Difference, Group } from './differences.ts';

/** More differences of one resource than these are counted only. */
const most = 20;

const signs = { added: '+', removed: '-', changed: '~' } as const;
const colours = { '+': '32', '-': '31', '~': '33' } as const;

/**
 * The differences for a person, grouped by resource, each with the line of the template that it comes from.
 * @param locate where a value of the new template comes from, by its JSON pointer
 */
export const differenceText = (
  groups: readonly Group[],
  locate: (pointer: string) => Location | undefined,
  colour = false,
): string =>
  groups
    .map((group) => {
      const sign = signs[group.fate];
      const head = `  ${colour ? `\u001b[${colours[sign]}m${sign}\u001b[0m` : sign} ${nameOf(group)}`;
      if (group.fate === 'removed') return `${head}\n`;
      if (group.fate === 'added') return `${head}${addedText(group)}${because(group.differences[0]!, locate)}\n`;
      const lines = group.differences.slice(0, most).map((each) => `      ${lineOf(each)}${because(each, locate)}\n`);
      const more = group.differences.length - lines.length;
      return `${head}\n${lines.join('')}${more > 0 ? `      and ${more} more differences\n` : ''}`;
    })
    .join('');

const nameOf = ({ section, name, type }: Group): string =>
  printable(
    section === 'Resources' && name !== undefined
      ? `${name} (${type ?? 'no type'})`
      : [section, name].filter(Boolean).join('.'),
  );

/** The value of what is not a resource: a parameter, an output, a section without entries. */
const addedText = ({ section, name, differences }: Group): string =>
  section === 'Resources' && name !== undefined ? '' : `: ${printable(shown(differences[0]!.after))}`;

const lineOf = ({ path, before, after }: Difference): string => {
  const where = path.length === 0 ? '' : `${printable(path.join('.'))}: `;
  return `${where}${printable(changeText(before, after))}`;
};

const changeText = (before: Json | undefined, after: Json | undefined): string => {
  if (before === undefined) return `+ ${shown(after)}`;
  if (after === undefined) return `- ${shown(before)}`;
  const [old, now] = [shown(before), shown(after)];
  // Long values may differ only behind what is shown of them.
  return old === now ? `${old} changed` : `${old} → ${now}`;
};

const because = ({ at }: Difference, locate: (pointer: string) => Location | undefined): string => {
  const place = locate(pointerTo(at));
  return place === undefined ? '' : `  because of line ${place.line} of ${printable(place.file ?? 'the template')}`;
};

const pointerTo = (steps: readonly Step[]): string => steps.map(pointerStep).join('');
