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
export function* misplacedKeys(cx: RuleContext): Generator<MisplacedKey> {
  const { source } = cx;
  yield* others(source, templateSections, 'The template', 'unknown');
  for (const [section, { what, keys }] of entryKeys) {
    for (const [name, body, at] of entriesOf(source, section)) {
      const where = `${what} '${name}'`;
      if (isMap(body)) yield* others(body, keys, where, 'unknown');
      else yield { kind: 'shape', where, name, at, allowed: keys, found: kindOf(body) };
    }
  }
  for (const [name, body] of entriesOf(source, 'Outputs')) {
    const exported = get(body, 'Export');
    if (isMap(exported)) yield* others(exported, ['Name'], `'Export' of the output '${name}'`, 'unknown');
  }
  for (const [logicalId, body] of entriesOf(source, 'Resources')) {
    if (!isMap(body)) continue;
    const type = get(body, 'Type');
    const isSam = isString(type) && cx.declarations.resource(type) !== undefined;
    const where = `The resource '${logicalId}'`;
    const [known, kind] = isSam ? ([serverless, 'dropped'] as const) : ([cloudFormation, 'unknown'] as const);
    for (const found of others(body, known, where, kind, tolerated)) {
      yield { ...found, logicalId };
    }
  }
}

function* entriesOf(source: JsonMap, section: string): Generator<[name: string, body: Json, at: Cause | undefined]> {
  const entries = get(source, section);
  if (!isMap(entries)) return;
  for (const name of Object.keys(entries)) {
    if (!isMacroKey(name)) yield [name, entries[name]!, entryOf(entries, name)?.value ?? originOf(entries)];
  }
}

function* others(
  map: JsonMap,
  allowed: readonly string[],
  where: string,
  kind: MisplacedKey['kind'],
  ignored: readonly string[] = [],
): Generator<MisplacedKey> {
  for (const name of Object.keys(map)) {
    if (allowed.includes(name) || ignored.includes(name) || isMacroKey(name)) continue;
    yield { kind, where, name, at: entryOf(map, name)?.key ?? originOf(map), allowed, value: map[name]! };
  }
}
