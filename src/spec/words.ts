import type { Finding } from '../model/problem.ts';
import type { About, CompactOrigin } from '../parse/index.ts';

/** Findings in the words of the compact spec that the template comes from: `'memory'` where SAM has `'MemorySize'`. */
export const inWords = (findings: readonly Finding[], compact: CompactOrigin | undefined): readonly Finding[] => {
  if (compact === undefined) return findings;
  return findings.map((finding) => {
    const { logicalId, eventId } = finding;
    // What the language itself reports knows both vocabularies.
    if (finding.code.startsWith('spec-')) return finding;
    const text = textInWords(finding.text, compact, logicalId, eventId);
    return text === finding.text ? finding : { ...finding, text };
  });
};

/** A text about a resource in the words of the compact spec that it comes from. */
export const textInWords = (
  text: string,
  compact: CompactOrigin,
  logicalId: string | undefined,
  eventId?: string,
): string => {
  const about: About = { logicalId, eventId, text };
  return text.replace(
    /'([A-Z][A-Za-z0-9]*(?:\.[A-Z][A-Za-z0-9]*)*)(?:: ([^']+))?'/g,
    (quoted, property: string, value: string | undefined) => {
      const said = value === undefined ? compact.word(property, about) : compact.setting(property, value, about);
      return said === undefined ? quoted : `'${said}'`;
    },
  );
};
