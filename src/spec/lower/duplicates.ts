import { type Finding, message } from '../../model/problem.ts';

const DuplicateKey = message(
  'duplicate-key',
  'error',
  (key: string) => `The key '${key}' appears twice in this map. Keep one of them.`,
);

/**
 * Findings of reading a compact file, where a key that is given twice is an error: unlike SAM, the language has no files
 * that AWS takes all the same.
 */
export const duplicatesAsErrors = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) =>
    finding.code === 'duplicate-key' ? { ...finding, ...DuplicateKey(finding.subject ?? '') } : finding,
  );
