import { type Cause, entryOf } from '../../../model/origin.ts';
import { get, isIntrinsic, isMap, isNothing, type Json, type JsonMap, kindOf } from '../../../model/tree.ts';
import { isFunctionKey } from '../templates/function-keys.ts';

/** Something in the section `Mappings` that CloudFormation refuses, or reads as something else than it seems. */
export interface MappingFault {
  readonly messageId: 'name' | 'key' | 'number' | 'levels' | 'value';
  readonly name: string;
  readonly mapping: string;
  readonly found: string;
  readonly at: Cause | undefined;
}

const names = /^[A-Za-z0-9]*$/;
const keys = /^[A-Za-z0-9.-]+$/;

/** Every fault of the names, the two levels and the values of mappings. */
export function* mappingFaults(template: JsonMap): Generator<MappingFault> {
  const mappings = get(template, 'Mappings');
  if (!isMap(mappings)) return;
  for (const mapping of Object.keys(mappings)) {
    if (isFunctionKey(mapping)) continue;
    const at = entryOf(mappings, mapping);
    if (!names.test(mapping)) yield { messageId: 'name', name: mapping, mapping, found: '', at: at?.key };
    yield* level(mappings[mapping]!, mapping, at?.value, 1);
  }
}

/** The keys of one of the two levels. */
function* level(map: Json, mapping: string, at: Cause | undefined, depth: 1 | 2): Generator<MappingFault> {
  if (isNothing(map) || isIntrinsic(map)) return;
  if (!isMap(map)) {
    yield { messageId: 'levels', name: mapping, mapping, found: kindOf(map), at };
    return;
  }
  for (const name of Object.keys(map)) {
    if (isFunctionKey(name)) continue;
    const entry = entryOf(map, name);
    const spelt = entry?.key.source.text.slice(entry.key.start, entry.key.end);
    // One that begins with a zero is another matter: it becomes another number.
    if (spelt !== undefined && /^[1-9]\d*$|^0$/.test(spelt)) {
      yield { messageId: 'number', name, mapping, found: spelt, at: entry?.key };
    } else if (!keys.test(name)) yield { messageId: 'key', name, mapping, found: '', at: entry?.key };
    if (depth === 1) yield* level(map[name]!, mapping, entry?.value ?? at, 2);
    else yield* valueFaults(map[name]!, name, mapping, entry?.value ?? at);
  }
}

/** A list of maps is left to CloudFormation: it is documented nowhere, and stacks are said to be made with it. */
function* valueFaults(value: Json, name: string, mapping: string, at: Cause | undefined): Generator<MappingFault> {
  if (isMap(value) && !isIntrinsic(value)) yield { messageId: 'value', name, mapping, found: kindOf(value), at };
}
