import { applyChanges, Planner, type ReadTree, withLineBreaks } from '../edit/index.ts';
import type { Change } from '../model/change.ts';
import type { Source, Span } from '../model/origin.ts';
import type { Edit, Finding } from '../model/problem.ts';
import type { Document } from '../parse/index.ts';
import type { ExpandOptions } from '../transform/index.ts';
import { readTemplate } from '../transform/read.ts';

/** Reads the tree of a template as the linter does: what fixes are checked against. */
export const treeReader =
  (options: ExpandOptions): ReadTree =>
  (text) => {
    const { root, source, findings } = readTemplate(text, options);
    return source && !findings.some(({ level }) => level === 'error') ? { root, source } : undefined;
  };

const placeOf = (change: Change): Span => {
  if (change.kind === 'set') return change.at;
  return change.kind === 'remove' ? change.key : change.beside;
};

/** Whether all of some changes are in one text. */
export const isWithin = (source: Source | undefined, changes: readonly Change[]): boolean =>
  changes.every((change) => placeOf(change).source === source);

/** How many characters are read again at most to try the fixes of a compact spec; those beyond it are not offered. */
const mostRead = 20_000_000;

/** Which sets of changes hold in a compact spec when the text is read again. */
const provenIn = (
  text: string,
  sets: readonly (readonly Change[])[],
  options: ExpandOptions,
): ReadonlySet<readonly Change[]> => {
  let left = mostRead;
  const read = treeReader(options);
  const bounded: ReadTree = (changed) => {
    left -= changed.length;
    return left < 0 ? undefined : read(changed);
  };
  const proven = new Set<readonly Change[]>();
  for (let open = sets; open.length > 0 && left > 0; ) {
    const { outcomes } = applyChanges(text, open, bounded);
    for (const [at, set] of open.entries()) if (outcomes[at] === 'made') proven.add(set);
    const later = open.filter((_, at) => outcomes[at] === 'later');
    if (later.length === open.length) break;
    open = later;
  }
  return proven;
};

/**
 * The findings with the text edits of their fixes, where the text shows what they want to change. In a compact spec each
 * is tried as well: what a key of the language becomes need not be what the fix wants. Both are done for who reads edits.
 */
export const withEdits = (
  findings: readonly Finding[],
  { root, source: own, compact }: Document,
  options: ExpandOptions,
): readonly Finding[] => {
  const planners = new Map<Source, Planner>();
  const ofOwn = findings.flatMap(({ fix }) => (own && fix && isWithin(own, fix.changes) ? [fix.changes] : []));
  let tried: ReadonlySet<readonly Change[]> | undefined;
  const isProven = (changes: readonly Change[]): boolean => {
    if (!compact || !own) return true;
    tried ??= provenIn(own.text, ofOwn, options);
    return tried.has(changes);
  };
  const editsOf = (changes: readonly Change[]): readonly Edit[] | undefined => {
    if (!isProven(changes)) return undefined;
    const { source } = placeOf(changes[0]!);
    const planner = planners.get(source) ?? new Planner(root, source);
    planners.set(source, planner);
    return planner
      .plan(changes)
      ?.edits.map((edit) => ({ at: { source, ...edit.at }, text: withLineBreaks(source.text, edit) }));
  };
  return findings.map((finding) => {
    const changes = finding.fix?.changes ?? [];
    return changes.length === 0 || finding.edits ? finding : { ...finding, edits: () => editsOf(changes) };
  });
};
