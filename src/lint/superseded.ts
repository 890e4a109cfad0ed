import type { Span } from '../model/origin.ts';
import type { Finding } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';

/** Leaves out what the transform says of a fault that a rule tells better at the same place, or of a related one. */
export const withoutSuperseded = (findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] => {
  const codes = new Map<string, readonly string[]>();
  for (const { id, supersedes } of rules) if (supersedes) codes.set(id, supersedes);
  const told = new Set<string>();
  for (const { code, span, related = [], subject } of findings) {
    const superseded = codes.get(code);
    if (!superseded || !span) continue;
    for (const place of [span, ...related]) for (const one of superseded) told.add(keyOf(one, place, subject));
  }
  if (told.size === 0) return findings;
  return findings.filter(({ code, span, subject }) => !span || !told.has(keyOf(code, span, subject)));
};

const keyOf = (code: string, { source, start }: Span, subject = ''): string =>
  `${code} ${start} ${subject} ${source.file ?? ''}`;
