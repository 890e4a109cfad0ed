import type { Span } from '../model/origin.ts';
import type { Finding } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import { addTo } from './facts/templates/grouping.ts';
import { placeKey } from './place-key.ts';
import { tablesOf } from './rule-tables.ts';

/**
 * Leaves out what rules that go by schemas alone say of a place that something else is said of, and of what was made of a
 * resource that the transform has found an error in.
 */
export const withoutGeneral = (findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] => {
  const { general, ids } = tablesOf(rules);
  if (!findings.some(({ code }) => general.has(code))) return findings;
  const told = { error: new Set<string>(), warning: new Set<string>() };
  const faulty = new Set<string | undefined>();
  for (const { code, level, span, logicalId } of findings) {
    if (level === 'error' && logicalId !== undefined && !ids.has(code)) faulty.add(logicalId);
    if (span && level !== 'info' && !general.has(code)) told[level].add(placeKey(span));
  }
  return findings.filter(({ code, level, span, logicalId }) => {
    if (!general.has(code)) return true;
    if (faulty.has(logicalId)) return false;
    const place = span && placeKey(span);
    // A warning does not take the place of an error.
    return place === undefined || !(told.error.has(place) || (level !== 'error' && told.warning.has(place)));
  });
};

/**
 * Leaves out what the transform says of a fault that a rule tells better at the same place, or of a related one, and that
 * something is missing where a misspelt name was reported to mean it.
 */
export const withoutSuperseded = (findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] => {
  const { supersedes } = tablesOf(rules);
  const told = new Set<string>();
  for (const { code, span, related = [], subject } of findings) {
    const superseded = supersedes.get(code);
    if (!superseded || !span) continue;
    for (const place of [span, ...related]) for (const one of superseded) told.add(keyOf(one, place, subject));
  }
  const meant = findings.filter((finding) => finding.meant !== undefined);
  if (told.size === 0 && meant.length === 0) return findings;
  const names = new Map<string, string[]>();
  for (const finding of meant) addTo(names, ownerOf(finding), finding.meant!);
  return findings.filter((finding) => {
    const { code, span, subject } = finding;
    if (names.get(ownerOf(finding))?.some((name) => lacks(finding, name))) return false;
    return !span || !told.has(keyOf(code, span, subject));
  });
};

const ownerOf = ({ logicalId = '', eventId = '' }: Finding): string => `${logicalId} ${eventId}`;

/** What the transform reports as missing, by the name in its message. */
const missing: ReadonlySet<string> = new Set(['missing-property', 'missing-resources']);

/** Whether a finding is that a property or section of this name is missing. */
const lacks = ({ code, subject, text }: Finding, name: string): boolean =>
  subject === name || (missing.has(code) && text.includes(`'${name}'`));

const keyOf = (code: string, { source, start }: Span, subject = ''): string =>
  `${code} ${start + lengthOf(opening, source.text, start)} ${subject} ${source.file ?? ''}`;

/** A function begins at its tag or brace for some, and behind it for others; in block style there is no brace. */
const opening = /(?:!\w{1,40}\s{1,40}|\{\s{0,40})/y;

const lengthOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};
