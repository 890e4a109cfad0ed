import { codeLines } from '../model/lines.ts';
import { nearest } from '../model/nearest.ts';
import type { Source, Span } from '../model/origin.ts';
import { entryOf } from '../model/origin.ts';
import { get, isMap, type JsonMap } from '../model/tree.ts';
import { positionOf } from '../report/position.ts';
import type { Consequence } from './consequences/consequence.ts';
import { consequenceRules } from './consequences/index.ts';
import type { Change } from './index.ts';
import type { Side } from './side.ts';

/** A consequence that the configuration accepts wherever it fits. */
export interface Acceptance {
  /** The id of the consequence; `*` for all. */
  readonly consequence: string;
  /** The logical id it is about; any where it is left out. */
  readonly resource?: string | undefined;
  readonly reason: string;
}

/** A consequence, and why it is accepted if it is. */
export interface Judged extends Consequence {
  readonly accepted?: string | undefined;
}

/** A comment that accepts a consequence: at a line, or of a resource that it names. */
interface Comment {
  readonly id: string;
  readonly resource: string | undefined;
  readonly reason: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/**
 * Tells which consequences are accepted: by the configuration, or by a comment in the new template
 * (`# synth-accept data-lost: reason`, at the end of the line or above it, on a resource's first line for all of it;
 * `# synth-accept data-lost Orders: reason` anywhere). A comment counts for the change that it comes with: one that the
 * old template has as well accepts nothing new.
 */
export const judged = ({ before, after, consequences }: Change, acceptances: readonly Acceptance[]): Judged[] => {
  const comments = newComments(sourceOf(after.attempt.source), sourceOf(before.attempt.source), after.attempt.source);
  return consequences.map((consequence) => {
    const reason =
      acceptances.find((each) => fits(each, consequence))?.reason ??
      comments.find((each) => accepts(each, consequence, after.attempt.source))?.reason;
    return reason === undefined ? consequence : { ...consequence, accepted: reason };
  });
};

const fits = ({ consequence, resource }: Acceptance, { id, resource: about }: Consequence): boolean =>
  (consequence === '*' || consequence === id) && (resource === undefined || resource === about);

const accepts = (comment: Comment, { id, resource, at }: Consequence, root: JsonMap): boolean => {
  if (comment.id !== id) return false;
  if (comment.resource !== undefined) return comment.resource === resource;
  if (at === undefined || at.source !== sourceOf(root)) return false;
  const { line } = positionOf(at);
  return line >= comment.firstLine && line <= comment.lastLine;
};

const sourceOf = (root: JsonMap): Source | undefined => {
  const resources = get(root, 'Resources');
  const [id] = isMap(resources) ? Object.keys(resources) : [];
  return id === undefined ? undefined : entryOf(resources, id)?.key.source;
};

const start = /(?<=^|\s)#\s*synth-accept\s+([a-z-]+)(?:\s+(\w+))?\s*:/g;

/** The comment that a line ends with. */
const commentIn = (
  line: string,
): { text: string; id: string; resource: string | undefined; reason: string } | undefined => {
  for (const match of line.matchAll(start)) {
    const reason = line.slice(match.index + match[0].length).trim();
    if (reason !== '') return { text: line.slice(match.index).trim(), id: match[1]!, resource: match[2], reason };
  }
  return undefined;
};

const newComments = (now: Source | undefined, old: Source | undefined, root: JsonMap): Comment[] => {
  if (!now?.text.includes('synth-accept') || now.hidden) return [];
  const known = new Set(old?.text.split('\n').flatMap((line) => commentIn(line)?.text ?? []));
  const resources = extents(root);
  const lines = now.text.split('\n').map((line) => line.replace(/\r$/, ''));
  const next = codeLines(lines);
  return lines.flatMap((line, at) => {
    const found = commentIn(line);
    if (!found || known.has(found.text)) return [];
    const target = line.trimStart().startsWith('#') ? next[at + 1]! + 1 : at + 1;
    const lastLine = resources.get(target) ?? target;
    const { id, resource, reason } = found;
    return [{ id, resource, reason, firstLine: target, lastLine }];
  });
};

/**
 * What the configuration accepts of resources that no compared template has, with the nearest name there is.
 * @param changes all that was compared
 */
export const idleAcceptances = (
  acceptances: readonly Acceptance[],
  changes: readonly Change[],
): { readonly resource: string; readonly near: string | undefined }[] => {
  const named = [...new Set(acceptances.flatMap(({ resource }) => resource ?? []))];
  if (named.length === 0) return [];
  const known = new Set(changes.flatMap(namesIn));
  return named
    .filter((resource) => !known.has(resource))
    .map((resource) => ({ resource, near: nearest(resource, known) }));
};

/** What consequences of a change can be about. */
const namesIn = ({ before, after, consequences }: Change): string[] => [
  ...before.resources.keys(),
  ...after.resources.keys(),
  ...consequences.map(({ resource }) => resource),
  ...[before, after].flatMap(({ template }) =>
    ['Parameters', 'Outputs'].flatMap((section) => {
      const entries = get(template, section);
      return isMap(entries) ? Object.keys(entries) : [];
    }),
  ),
];

const anyComment = /(?<=^|\s)#\s*synth-accept\b(.*)/;

/** A comment that was written to accept a consequence, and accepts none. */
export interface IdleComment {
  readonly line: number;
  readonly text: string;
}

/** The new comments that accept nothing, because they lack a reason or name what there is not. */
export const idleComments = ({ before, after }: Change): IdleComment[] => {
  const [now, old] = [sourceOf(after.attempt.source), sourceOf(before.attempt.source)];
  if (!now?.text.includes('synth-accept') || now.hidden) return [];
  const known = new Set(old?.text.split('\n').map((line) => anyComment.exec(line)?.[0].trim()));
  return now.text.split('\n').flatMap((line, at) => {
    const comment = anyComment.exec(line)?.[0].trim();
    if (comment === undefined || known.has(comment)) return [];
    const found = commentIn(line);
    const why = found ? faultOf(found, before, after) : "write '# synth-accept CONSEQUENCE: REASON'.";
    return why === undefined ? [] : [{ line: at + 1, text: `The comment '${comment}' accepts nothing: ${why}` }];
  });
};

const faultOf = (
  { id, resource }: { readonly id: string; readonly resource: string | undefined },
  before: Side,
  after: Side,
): string | undefined => {
  const ids = consequenceRules.map((rule) => rule.id);
  if (!ids.includes(id)) return `there is no consequence '${id}'.${suggestion(id, ids)}`;
  if (resource === undefined || before.resources.has(resource) || after.resources.has(resource)) return undefined;
  return `there is no resource '${resource}'.${suggestion(resource, [...after.resources.keys()])}`;
};

const suggestion = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known);
  return near === undefined ? '' : ` Did you mean '${near}'?`;
};

/** First line → last line of every resource. */
const extents = (root: JsonMap): ReadonlyMap<number, number> => {
  const resources = get(root, 'Resources');
  const found = new Map<number, number>();
  for (const id of isMap(resources) ? Object.keys(resources) : []) {
    const entry: { key: Span; value: Span } | undefined = entryOf(resources, id);
    if (entry) found.set(positionOf(entry.key).line, positionOf(entry.value).endLine);
  }
  return found;
};
