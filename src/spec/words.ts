import type { Finding } from '../model/problem.ts';
import { get, getIn, isString, type Json, type JsonMap, newMap } from '../model/tree.ts';
import { type CompactOrigin, parse } from '../parse/index.ts';
import { eventForms } from './events/index.ts';
import { newDraft } from './language/draft.ts';
import type { Key } from './language/key.ts';
import { Names } from './language/names.ts';
import { printYaml } from './print/yaml.ts';
import { kindOfType } from './sections/index.ts';
import { outputKind } from './sections/outputs.ts';
import { parameterKind } from './sections/parameters.ts';

/** What a SAM template has to keep of the compact spec that it was lowered from. */
export const compactOrigin = (template: JsonMap, written: JsonMap, stages: readonly string[]): CompactOrigin => {
  const names = new Names([]);
  const isName = (text: string): boolean =>
    ['Resources', 'Parameters', 'Outputs'].some((section) => getIn(template, section, text) !== undefined);
  return {
    written,
    stages,
    word: (property, logicalId, eventId) =>
      isName(property)
        ? undefined
        : first(keysFor(template, logicalId, eventId), (keys) => keyFor(property, keys) ?? nestedKey(property, keys)),
    setting: (property, value, logicalId, eventId) => {
      const given = get(parse(`value: ${value}`).root, 'value');
      return given === undefined
        ? undefined
        : first(keysFor(template, logicalId, eventId), (keys) => settingIn(keys, property, given, names));
    },
  };
};

const first = <T, R>(items: readonly T[], found: (item: T) => R | undefined): R | undefined => {
  for (const item of items) {
    const result = found(item);
    if (result !== undefined) return result;
  }
  return undefined;
};

/** The keys that a finding can be about: those of its event, then those of its entry. */
const keysFor = (
  template: JsonMap,
  logicalId: string | undefined,
  eventId: string | undefined,
): readonly (readonly Key[])[] => {
  if (logicalId === undefined) return [];
  const body = getIn(template, 'Resources', logicalId);
  const event = eventId === undefined ? undefined : getIn(body, 'Properties', 'Events', eventId, 'Type');
  const type = get(body, 'Type');
  const own = isString(type) ? kindOfType(type)?.kind.table.keys : namedKeys(template, logicalId);
  return [eventForms.find((form) => form.type === event)?.keys ?? [], own ?? []];
};

const namedKeys = (template: JsonMap, id: string): readonly Key[] | undefined => {
  if (getIn(template, 'Parameters', id) !== undefined) return parameterKind.table.keys;
  return getIn(template, 'Outputs', id) === undefined ? undefined : outputKind.table.keys;
};

/** The key that sets a property: alone, or as a part of what it sets. */
const keyFor = (property: string, keys: readonly Key[]): string | undefined => {
  const sets = (key: Key, fits: (parts: readonly string[]) => boolean): boolean =>
    key.to.some((target) => fits(target.replace(/^@/, '').split('.')));
  return (
    keys.find(({ to }) => to.length === 1 && to[0] === property) ??
    keys.find((key) => sets(key, (parts) => parts.length === 1 && parts[0] === property)) ??
    keys.find((key) => sets(key, (parts) => parts.at(-1) === property)) ??
    keys.find((key) => sets(key, (parts) => parts[0] === property))
  )?.key;
};

/** A key of a map that one of the keys takes: `alarms` in `rollout`. */
const nestedKey = (property: string, keys: readonly Key[]): string | undefined =>
  first(keys, ({ codec }) => codec?.keys && keyFor(property, codec.keys));

/** What sets a property to a value, on one line. */
const settingIn = (keys: readonly Key[], property: string, value: Json, names: Names): string | undefined => {
  const draft = newDraft('', '');
  draft.properties[property] = value;
  const raised = first(keys, (key) => {
    const found = key.to.includes(property) ? key.raise(draft, { names }) : undefined;
    return found && { key: key.key, value: found.value };
  });
  if (raised === undefined) {
    const inner = first(keys, ({ codec }) => codec?.keys && settingIn(codec.keys, property, value, names));
    return inner;
  }
  const map = newMap();
  map[raised.key] = raised.value;
  const lines = printYaml(map, { blockLevels: 1, layout: 'fresh' }).trimEnd().split('\n');
  return lines.length === 1 ? lines[0] : undefined;
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
  text.replace(/'([A-Z][A-Za-z0-9]*)(?:: ([^']+))?'/g, (quoted, property: string, value: string | undefined) => {
    const said =
      value === undefined
        ? compact.word(property, logicalId, eventId)
        : compact.setting(property, value, logicalId, eventId);
    return said === undefined ? quoted : `'${said}'`;
  });
