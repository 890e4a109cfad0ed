import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { templateSections } from '../../../model/template-sections.ts';
import { get, isMap, isString, type Json, type JsonMap, kindOf } from '../../../model/tree.ts';
import { isMacroKey } from './function-keys.ts';

/** Something that the structure of templates has no place for. */
export interface MisplacedKey {
  readonly kind: 'unknown' | 'dropped' | 'shape';
  /** What stands under the key. */
  readonly value?: Json;
  /** The map it stands in, in words. */
  readonly where: string;
  readonly name: string;
  readonly at: Cause | undefined;
  readonly allowed: readonly string[];
  /** What was found in the place of a map. */
  readonly found?: string;
  readonly logicalId?: string;
}

const limits = ['MinLength', 'MaxLength', 'MinValue', 'MaxValue'];
/** The keys of what stands in a section, by section. */
const entryKeys: ReadonlyMap<string, { readonly what: string; readonly keys: readonly string[] }> = new Map([
  [
    'Parameters',
    {
      what: 'The parameter',
      keys: [
        'Type',
        'Default',
        'Description',
        'AllowedValues',
        'AllowedPattern',
        'ConstraintDescription',
        'NoEcho',
        ...limits,
      ],
    },
  ],
  ['Outputs', { what: 'The output', keys: ['Value', 'Description', 'Export', 'Condition'] }],
  ['Rules', { what: 'The rule', keys: ['RuleCondition', 'Assertions'] }],
]);

const attributes = ['Type', 'Properties', 'DependsOn', 'Condition', 'Metadata'];
const policies = ['DeletionPolicy', 'UpdateReplacePolicy', 'UpdatePolicy'];
/** CloudFormation takes them beside `Properties` and does nothing with them. */
const tolerated = ['Description', 'Version'];
const cloudFormation = [...attributes, ...policies, 'CreationPolicy', 'Connectors'];
const serverless = [...attributes, ...policies, 'Connectors', 'IgnoreGlobals'];

/** Every key of the template's structure, sections, parameters, outputs and resource attributes, that has no place there. */
export const misplacedKeys = (cx: RuleContext): readonly MisplacedKey[] => {
  const { source } = cx;
  const found: MisplacedKey[] = [];
  addOthers(source, templateSections, { where: 'The template', kind: 'unknown' }, found);
  for (const [section, { what, keys }] of entryKeys) {
    eachEntry(source, section, (name, body, entries) => {
      const where = `${what} '${name}'`;
      if (isMap(body)) addOthers(body, keys, { where, kind: 'unknown' }, found);
      else {
        const at = entryOf(entries, name)?.value ?? originOf(entries);
        found.push({ kind: 'shape', where, name, at, allowed: keys, found: kindOf(body) });
      }
    });
  }
  eachEntry(source, 'Outputs', (name, body) => {
    const exported = get(body, 'Export');
    const where = `'Export' of the output '${name}'`;
    if (isMap(exported)) addOthers(exported, ['Name'], { where, kind: 'unknown' }, found);
  });
  eachEntry(source, 'Resources', (logicalId, body) => {
    if (!isMap(body)) return;
    const type = get(body, 'Type');
    const isSam = isString(type) && cx.declarations.resource(type) !== undefined;
    const where = `The resource '${logicalId}'`;
    addOthers(
      body,
      isSam ? serverless : cloudFormation,
      { where, kind: isSam ? 'dropped' : 'unknown', logicalId },
      found,
    );
  });
  return found;
};

/** Each entry of a section that no macro or loop makes. */
const eachEntry = (
  source: JsonMap,
  section: string,
  visit: (name: string, body: Json, entries: JsonMap) => void,
): void => {
  const entries = get(source, section);
  if (!isMap(entries)) return;
  for (const name in entries) if (!isMacroKey(name)) visit(name, entries[name]!, entries);
};

const addOthers = (
  map: JsonMap,
  allowed: readonly string[],
  of: Pick<MisplacedKey, 'kind' | 'where' | 'logicalId'>,
  found: MisplacedKey[],
): void => {
  for (const name in map) {
    if (allowed.includes(name) || isMacroKey(name)) continue;
    if (of.logicalId !== undefined && tolerated.includes(name)) continue;
    found.push({ ...of, name, at: entryOf(map, name)?.key ?? originOf(map), allowed, value: map[name]! });
  }
};
