import { entryOf, type Source } from '../../model/origin.ts';
import type { Finding, Message } from '../../model/problem.ts';
import { get, isMap, type JsonMap } from '../../model/tree.ts';
import { commentsIn } from '../../parse/tokens.ts';
import { positionOf } from '../../report/position.ts';
import { Malformed, type Suppression, type Suppressions } from './suppression.ts';

/** What begins a suppression, or looks as if it were meant to. */
const marker = /#\s*synth[-_ ]?ignored?\b/i;

/**
 * `# synth-ignore rule: reason` at the end of a line, or above one; on a resource's first line for all of it.
 * @param root the template, where the text is its
 */
export const inComments = (root: JsonMap | undefined, source: Source | undefined): Suppressions => {
  const list: Suppression[] = [];
  const malformed: Finding[] = [];
  if (!source || source.hidden || !/synth[-_ ]?ignore/i.test(source.text)) return { list, malformed };
  const resources = resourceLines(root);
  const nextLines = nextLinesOf(source.text);
  for (const { start, end } of commentsIn(source.text)) {
    const comment = source.text.slice(start, end);
    const found = marker.exec(comment);
    if (!found) continue;
    const at = { source, start: start + found.index, end };
    const read = readRest(found[0], comment.slice(found.index + found[0].length));
    if (!('rules' in read)) {
      malformed.push({ ...read, span: at });
      continue;
    }
    const { line, column } = positionOf({ source, start, end });
    const isAlone = source.text.slice(start - column + 1, start).trim() === '';
    const target = isAlone ? nextLines[line]! : line;
    for (const rule of read.rules) {
      const lastLine = resources.get(target) ?? target;
      list.push({ rule, at, source, firstLine: target, lastLine, reason: read.reason !== '', used: false });
    }
  }
  return { list, malformed };
};

/** What stands behind the marker of a suppression: rules and a reason, or what is wrong with it. */
const readRest = (found: string, rest: string): { rules: string[]; reason: string } | Message => {
  const colon = rest.indexOf(':');
  const named = colon < 0 ? rest : rest.slice(0, colon);
  const rules = named.split(',').map((name) => name.trim());
  if (isMarker(found) && /^\s/.test(named) && rules.every((name) => /^[a-z0-9-]+$/.test(name)))
    return { rules, reason: colon < 0 ? '' : rest.slice(colon + 1).trim() };
  const [word = ''] = rest.replace(/^[\s:]+/, '').split(/[\s:]/, 1);
  const isCode = /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(word);
  if (!isMarker(found)) return Malformed("The word is 'synth-ignore'", isCode ? word : 'rule-id');
  const [, scope] = /^(-(?:[a-z]+-)*(?:line|file|block|start|end|all|begin|enable|disable))\b/.exec(rest) ?? [];
  if (scope !== undefined) {
    const [rule = ''] = rest
      .slice(scope.length)
      .trim()
      .split(/[\s:,]/, 1);
    return Malformed(
      `There is no 'synth-ignore${scope}': a suppression is for its own line, alone above a line for that, and on the first line of a resource for all of it`,
      /^[a-z0-9-]+$/.test(rule) ? rule : 'rule-id',
    );
  }
  return isCode
    ? Malformed("A ':' is missing between the rule and the reason", word)
    : Malformed('No rule is named', 'rule-id');
};

const isMarker = (text: string): boolean => /^#\s*synth-ignore$/.test(text);

/** For each line, counted from 1, the number of the first one below it that is neither empty nor only a comment. */
const nextLinesOf = (text: string): readonly number[] => {
  const lines = text.split('\n');
  const next: number[] = [];
  for (let line = lines.length, found = line + 1; line >= 0; line--) {
    next[line] = found;
    if (line > 0 && !/^\s*(?:#|$)/.test(lines[line - 1]!)) found = line;
  }
  return next;
};

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
