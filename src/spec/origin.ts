import { implicitApiIds } from '../model/implicit-apis.ts';
import { get, getIn, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';
import { type About, type CompactOrigin, parse } from '../parse/index.ts';
import { eventForms } from './events/index.ts';
import { propertyOf } from './language/draft.ts';
import type { Key } from './language/key.ts';
import { Names } from './language/names.ts';
import { kindOfType } from './sections/index.ts';
import { outputKind } from './sections/outputs.ts';
import { parameterKind } from './sections/parameters.ts';
import { first, type Place, settingIn, wordFor } from './vocabulary.ts';

/** What a SAM template has to keep of the compact spec that it was lowered from. */
export const compactOrigin = (template: JsonMap, written: JsonMap, stages: readonly string[]): CompactOrigin => {
  const names = new Names([]);
  const isName = (text: string): boolean => named.some((section) => getIn(template, section, text) !== undefined);
  return {
    written,
    stages,
    word: (property, about) => (isName(property) ? undefined : wordFor(property, placesOf(template, written, about))),
    setting: (property, value, about) => {
      const given = get(parse(`value: ${value}`).root, 'value');
      return given === undefined
        ? undefined
        : first(placesOf(template, written, about), ({ keys }) => settingIn(keys, property, given, names));
    },
  };
};

const named = ['Resources', 'Parameters', 'Outputs'];
/** What a finding can be about: its event, its entry, and then the entries that it names. */
const placesOf = (template: JsonMap, written: JsonMap, { logicalId, eventId, text }: About): Place[] => {
  const names = [...text.matchAll(/'([A-Z]\w*)'/g)].map(([, name]) => name!);
  const isNamed = ({ to }: Key, among: readonly string[]): boolean =>
    to.some((target) => among.includes(propertyOf(target)));
  const defaults = get(written, 'defaults');
  const inDefaults = (key: string): boolean =>
    Object.values(isMap(defaults) ? defaults : {}).some(
      (values) => isMap(values) && [values, ...Object.values(values)].some((each) => get(each, key) !== undefined),
    );
  const place = (keys: readonly Key[], entry: Json | undefined): Place => {
    const isGiven = ({ key }: Key) => !isMap(entry) || Object.hasOwn(entry, key) || inDefaults(key);
    // What a text names first is what the rest of it is about: `'DeadLetterQueue' needs 'TargetArn'`.
    const isSubject = keys.some((key) => isNamed(key, names.slice(0, 1)));
    const inside = keys.filter((key) => isNamed(key, names) || (!isSubject && isGiven(key)));
    return { keys, inside, hasOwn: (property) => isMap(entry) && Object.hasOwn(entry, property) };
  };
  const body = getIn(template, 'Resources', logicalId ?? '');
  const event = eventId === undefined ? undefined : getIn(body, 'Properties', 'Events', eventId, 'Type');
  const form = eventForms.find(({ type }) => type === event);
  const mentioned = [...text.matchAll(/'(\w+)'/g)].map(([, id]) => id!);
  const own = logicalId === undefined ? [] : [entryOfGenerated(template, logicalId)];
  const entries = [...new Set([...own, ...mentioned])].flatMap((id) => {
    const found = entryNamed(template, written, id);
    return found === undefined ? [] : [place(found.keys, found.entry)];
  });
  return form === undefined ? entries : [place(form.keys, undefined), ...entries];
};

/** The keys of an entry and what is written there; undefined for what the language knows no keys of. */
const entryNamed = (
  template: JsonMap,
  written: JsonMap,
  id: string,
): { readonly keys: readonly Key[]; readonly entry: Json | undefined } | undefined => {
  const generated = Object.hasOwn(generatedTypes, id) ? generatedTypes[id] : undefined;
  if (generated !== undefined) return { keys: kindOfType(generated)!.kind.table.keys, entry: undefined };
  if (getIn(written, 'resources', id) !== undefined || getIn(written, 'Resources', id) !== undefined) return undefined;
  const type = getIn(template, 'Resources', id, 'Type');
  const found = isString(type) ? kindOfType(type) : undefined;
  if (found !== undefined) return { keys: found.kind.table.keys, entry: getIn(written, found.section.name, id) };
  if (getIn(template, 'Parameters', id) !== undefined)
    return { keys: parameterKind.table.keys, entry: getIn(written, 'parameters', id) };
  if (getIn(template, 'Outputs', id) !== undefined)
    return { keys: outputKind.table.keys, entry: getIn(written, 'outputs', id) };
  return undefined;
};

/** What SAM generates for APIs as a whole, by the type whose properties speak of it. */
const generatedTypes: Readonly<Record<string, string>> = {
  [implicitApiIds.rest]: 'AWS::Serverless::Api',
  [implicitApiIds.http]: 'AWS::Serverless::HttpApi',
  ServerlessUsagePlan: 'AWS::Serverless::Api',
};

/** Characters of a logical id that CloudFormation takes. */
const longestId = 255;

/** The entry that a resource is generated for: its id begins with that of the entry. */
const entryOfGenerated = (template: JsonMap, id: string): string => {
  const resources = get(template, 'Resources');
  for (let end = id.length > longestId ? 0 : id.length; end > 0; end--) {
    const start = id.slice(0, end);
    if (get(resources, start) !== undefined) return start;
  }
  return id;
};
