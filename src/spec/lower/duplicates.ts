import type { Finding } from '../../model/problem.ts';

/**
 * Findings of reading a compact file, where a key that is given twice is an error: unlike SAM, the language has no files
 * that AWS takes all the same.
 */
export const duplicatesAsErrors = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) =>
    finding.code === 'duplicate-key'
      ? { ...finding, level: 'error', text: finding.text.replace('; the last one wins.', '. Keep one of them.') }
      : finding,
  );
