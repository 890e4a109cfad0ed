import { codeLines } from '../model/lines.ts';
import { type Cause, entryOf, type Source, type Span } from '../model/origin.ts';
import { type Finding, message } from '../model/problem.ts';
import { get, isList, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';
import { positionOf } from '../report/position.ts';
import { Extents } from './extents.ts';
import { groupBy } from './facts/templates/grouping.ts';

const Unused = message(
  'unused-suppression',
  'warning',
  (rule: string) => `'${rule}' finds nothing here; remove this suppression.`,
);
const NoReason = message(
  'suppression-without-reason',
  'info',
  (rule: string) => `Give the reason why '${rule}' is ignored: '# synth-ignore ${rule}: reason'.`,
);

/** One rule that shall be silent on some lines. */
export interface Suppression {
  readonly rule: string;
  readonly at: Span;
  /** The text that the lines are in; every one where there is none. */
  readonly source: Source | undefined;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly reason: boolean;
  used: boolean;
}

/** Takes out what the author asked to ignore, and adds what is wrong with the asking. */
export const suppress = (
  findings: readonly Finding[],
  root: JsonMap,
  source: Source | undefined,
  ran: readonly string[],
): Finding[] => {
  const suppressions = [
    ...inComments(root, source),
    ...othersOf(findings, source).flatMap((other) => [...inComments(undefined, other)]),
    ...inMetadata(root),
  ];
  if (suppressions.length === 0) return [...findings];
  const byRule = new Map([...groupBy(suppressions, ({ rule }) => rule)].map(([rule, own]) => [rule, new Extents(own)]));
  const kept = findings.filter((finding) => {
    const extents = byRule.get(finding.code);
    if (!extents || !finding.span) return true;
    const hits = placesOf(finding, source).flatMap((place) => extents.around(place));
    for (const hit of hits) hit.use();
    return hits.length === 0;
  });
  const known = new Set(ran);
  for (const { rule, at, used, reason } of suppressions) {
    if (!used && (known.has(rule) || ran.length === 0)) kept.push({ ...Unused(rule), span: at });
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

const comment = /(?<=^|\s)#\s*synth-ignore\s+([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*(:|$)/g;

/** The comment that a line ends with: where it starts, the rules, and whether it gives a reason. */
const commentIn = (line: string): { at: number; rules: string[]; reason: boolean } | undefined => {
  for (const match of line.matchAll(comment)) {
    const [whole, rules, colon] = match as unknown as [string, string, string];
    const reason = line.slice(match.index + whole.length).trim() !== '';
    if (reason || colon === '') return { at: match.index, rules: rules.split(',').map((rule) => rule.trim()), reason };
  }
  return undefined;
};

/** `# synth-ignore rule: reason` at the end of a line, or above one; on a resource's first line for all of it. */
function* inComments(root: JsonMap | undefined, source: Source | undefined): Generator<Suppression> {
  if (!source?.text.includes('synth-ignore') || source.hidden) return;
  const resources = resourceLines(root);
  const lines = source.text.split('\n');
  const nextCode = codeLines(lines);
  let offset = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!.replace(/\r$/, '');
    const found = commentIn(line);
    if (found) {
      const { reason } = found;
      const alone = line.trimStart().startsWith('#');
      const target = alone ? nextCode[at + 1]! + 1 : at + 1;
      const span = { source, start: offset + found.at, end: offset + line.length };
      for (const rule of found.rules) {
        const lastLine = resources.get(target) ?? target;
        yield { rule, at: span, source, firstLine: target, lastLine, reason, used: false };
      }
    }
    offset += lines[at]!.length + 1;
  }
}

/** First line → last line of every resource. */
const resourceLines = (root: JsonMap | undefined): Map<number, number> => {
  const extents = new Map<number, number>();
  const resources = get(root, 'Resources');
  if (!isMap(resources)) return extents;
  for (const id of Object.keys(resources)) {
    const entry = entryOf(resources, id);
    if (entry) extents.set(positionOf(entry.key).line, positionOf(entry.value).endLine);
  }
  return extents;
};

/** `Metadata: {synth: {ignore: [rule, {rule, reason}]}}` of a resource or of the template. */
function* inMetadata(root: JsonMap): Generator<Suppression> {
  yield* ignored(root, undefined, 1, Number.MAX_SAFE_INTEGER);
  const resources = get(root, 'Resources');
  if (!isMap(resources)) return;
  for (const id of Object.keys(resources)) {
    const entry = entryOf(resources, id);
    if (!entry) continue;
    const { key, value } = entry;
    yield* ignored(resources[id]!, key.source, positionOf(key).line, positionOf(value).endLine);
  }
}

function* ignored(
  owner: Json,
  source: Source | undefined,
  firstLine: number,
  lastLine: number,
): Generator<Suppression> {
  const list = get(get(get(owner, 'Metadata'), 'synth'), 'ignore');
  if (!isList(list)) return;
  for (let at = 0; at < list.length; at++) {
    const item = list[at]!;
    const rule = isString(item) ? item : get(item, 'rule');
    const span = entryOf(list, at)?.value;
    if (isString(rule) && span) {
      yield {
        rule,
        at: span,
        source,
        firstLine,
        lastLine,
        reason: isString(item) || isString(get(item, 'reason')),
        used: false,
      };
    }
  }
}
