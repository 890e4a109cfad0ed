import type { Finding } from '../model/problem.ts';
import { get, getIn, isString, type JsonMap } from '../model/tree.ts';
import type { CompactOrigin } from '../parse/index.ts';
import { eventForms } from './events/index.ts';
import type { Key } from './language/key.ts';
import { kindOfType } from './sections/index.ts';
import { outputKind } from './sections/outputs.ts';
import { parameterKind } from './sections/parameters.ts';

/** What a SAM template has to keep of the compact spec that it was lowered from. */
export const compactOrigin = (template: JsonMap, stages: readonly string[]): CompactOrigin => ({
  stages,
  word: (property, logicalId, eventId) => {
    if (logicalId === undefined) return undefined;
    const body = getIn(template, 'Resources', logicalId);
    const event = eventId === undefined ? undefined : getIn(body, 'Properties', 'Events', eventId, 'Type');
    const ofEvent = eventForms.find(({ type }) => type === event)?.keys;
    const type = get(body, 'Type');
    const own = isString(type) ? kindOfType(type)?.kind.table.keys : namedKeys(template, logicalId);
    return keyFor(property, ofEvent) ?? keyFor(property, own);
  },
});

const namedKeys = (template: JsonMap, id: string): readonly Key[] | undefined => {
  if (getIn(template, 'Parameters', id) !== undefined) return parameterKind.table.keys;
  return getIn(template, 'Outputs', id) === undefined ? undefined : outputKind.table.keys;
};

/** The key that sets a property: alone, or as a part of what it sets. */
const keyFor = (property: string, keys: readonly Key[] = []): string | undefined => {
  const sets = (key: Key, fits: (parts: readonly string[]) => boolean): boolean =>
    key.to.some((target) => fits(target.replace(/^@/, '').split('.')));
  return (
    keys.find((key) => sets(key, (parts) => parts.length === 1 && parts[0] === property)) ??
    keys.find((key) => sets(key, (parts) => parts.at(-1) === property)) ??
    keys.find((key) => sets(key, (parts) => parts[0] === property))
  )?.key;
};

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
): string =>
  text.replace(/'([A-Z][A-Za-z0-9]*)'/g, (quoted, property: string) => {
    const word = compact.word(property, logicalId, eventId);
    return word === undefined ? quoted : `'${word}'`;
  });
