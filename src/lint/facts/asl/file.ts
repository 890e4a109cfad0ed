import type { Cause } from '../../../model/origin.ts';
import type { Found, LocalFile, RuleReport, TemplateView } from '../../../model/rule.ts';
import { isMap, isNothing, type JsonMap } from '../../../model/tree.ts';
import { localPath } from '../functions/local-path.ts';
import { readJson } from '../texts/json-text.ts';

/** A definition that could be read from a local file. */
interface Read {
  readonly machine: JsonMap;
  readonly at: Cause | undefined;
}

/** Why a definition could not be read: the id of a message and what it speaks of. */
export interface Unread extends Pick<RuleReport, 'data' | 'level'> {
  readonly messageId: keyof typeof fileMessages | 'json';
  readonly at: Cause | undefined;
}

export const fileMessages = {
  outside:
    "'{path}' is outside the folder of the template, so it was not checked. Allow that with '--include-outside' (in the library 'includeOutside').",
  unreadable: 'The definition cannot be read. {why}',
  noMap: "The definition must be a map with 'StartAt' and 'States'.",
} as const;

/** The longest definition that Step Functions takes. */
const maximum = 1_048_576;
const json = /^\s*\{/;
const yaml = /\.ya?ml$/i;

/** What a `DefinitionUri` leads to; undefined where that is not a local file, or files cannot be looked at. */
export const definitionIn = ({ value, at }: Found, cx: TemplateView): Read | Unread | undefined => {
  const path = localPath(cx.resolve(value));
  const file = path === undefined || path === '' ? undefined : cx.file(path, at);
  // The transform reports a missing file, and a folder.
  if (file === undefined || file === 'missing' || file === 'folder') return undefined;
  if (typeof file === 'object') return file.source.text.length > maximum ? undefined : read(file);
  const level = file === 'outside' ? ('info' as const) : undefined;
  return { messageId: file, at, data: { path: path! }, ...(level && { level }) };
};

const read = (file: LocalFile): Read | Unread => {
  const { source } = file;
  const span = (start: number, end: number): Cause => ({ source, start, end });
  const whole = { text: source.text, span };
  if (json.test(source.text)) {
    const found = readJson(whole);
    if ('value' in found) return isMap(found.value) ? { machine: found.value, at: found.at } : noMap(found.at);
    // YAML may begin with a brace too.
    if (!yaml.test(source.file ?? '')) {
      const { expected, found: instead, at } = found;
      return { messageId: 'json', at, data: { expected, found: instead } };
    }
  }
  const { root, at, faults } = file.read();
  const [fault] = faults;
  if (fault) return { messageId: 'unreadable', at: fault.span, data: { why: fault.text } };
  return isMap(root) ? { machine: root, at } : noMap(isNothing(root) ? span(0, 0) : at);
};

const noMap = (at: Cause | undefined): Unread => ({ messageId: 'noMap', at });
