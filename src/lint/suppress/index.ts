import { append } from '../../model/lists.ts';
import { didYouMean, nearest } from '../../model/nearest.ts';
import type { Cause, Source, Span } from '../../model/origin.ts';
import { type Finding, message } from '../../model/problem.ts';
import type { JsonMap } from '../../model/tree.ts';
import { groupBy } from '../facts/templates/grouping.ts';
import { inComments } from './comments.ts';
import { Extents } from './extents.ts';
import { inMetadata } from './metadata.ts';

const Unused = message(
  'unused-suppression',
  'warning',
  (rule: string) => `'${rule}' finds nothing here; remove this suppression.`,
);
const Unknown = message(
  'unknown-suppression',
  'warning',
  (rule: string, near: string | undefined) => `There is no rule '${rule}', so nothing is silenced.${didYouMean(near)}`,
);
const NoReason = message(
  'suppression-without-reason',
  'info',
  (rule: string) => `Give the reason why '${rule}' is ignored: '# synth-ignore ${rule}: reason'.`,
);

/**
 * Takes out what the author asked to ignore, and adds what is wrong with the asking.
 * @param ran the rules that ran; of others, and of those that failed, it is not known whether they would have found something
 * @param known gives the codes that there are
 */
export const suppress = (
  findings: readonly Finding[],
  root: JsonMap,
  source: Source | undefined,
  ran: ReadonlySet<string>,
  known: () => ReadonlySet<string>,
): Finding[] => {
  const parts = [
    inComments(root, source),
    ...othersOf(findings, source).map((other) => inComments(undefined, other)),
    inMetadata(root),
  ];
  const suppressions = parts.flatMap(({ list }) => list);
  const malformed = parts.flatMap((part) => part.malformed);
  if (suppressions.length === 0) return [...findings, ...malformed];
  const byRule = new Map([...groupBy(suppressions, ({ rule }) => rule)].map(([rule, own]) => [rule, new Extents(own)]));
  const kept = findings.filter((finding) => {
    const extents = byRule.get(finding.code);
    if (!extents || !finding.span) return true;
    const hits = placesOf(finding, source).flatMap((place) => extents.around(place));
    for (const hit of hits) hit.use();
    return hits.length === 0;
  });
  append(kept, malformed);
  const codes = known();
  const unfinished = new Set(findings.map((finding) => finding.unfinished));
  for (const { rule, at, used, reason } of suppressions) {
    if (!codes.has(rule)) kept.push({ ...Unknown(rule, nearest(rule, codes)), span: at });
    else if (!used && !unfinished.has(rule) && (ran.has(rule) || ran.size === 0))
      kept.push({ ...Unused(rule), span: at });
    else if (!reason) kept.push({ ...NoReason(rule), span: at });
  }
  return kept;
};

/** The texts beside the template that something was found in. */
const othersOf = (findings: readonly Finding[], source: Source | undefined): Source[] => {
  const others = new Map<string, Source>();
  for (const { span } of findings) {
    const file = span?.source.file;
    if (file !== undefined && file !== source?.file) others.set(file, span!.source);
  }
  return [...others.values()];
};

/** Where a finding can be silenced: at its place and, if that is in another file, where the template names the file. */
const placesOf = ({ span, related = [] }: Finding, source: Source | undefined): readonly Span[] => {
  if (span === undefined) return [];
  if (span.source.file === source?.file) return [span];
  return [span, ...related, ...((span as Cause).related ?? [])];
};
