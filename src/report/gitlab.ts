import { sha1Hex } from '../model/hash.ts';
import type { Level, Problem } from '../model/problem.ts';
import { jsonText } from './json-text.ts';

const severities: Readonly<Record<Level, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** Problems as a GitLab Code Quality report. The fingerprint stays the same when lines move. */
export const toGitlab = (problems: readonly Problem[]): string => {
  const seen = new Map<string, number>();
  const issues = problems.map(({ code, level, message, file, line, logicalId, eventId }) => {
    const text = [file, code, logicalId, eventId, message].join('\n');
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return {
      description: message,
      check_name: code,
      fingerprint: sha1Hex(`${text}\n${count}`),
      severity: severities[level],
      location: { path: file ?? '', lines: { begin: line ?? 1 } },
    };
  });
  return jsonText(issues);
};
