import { enclosed } from '../../../model/enclosed.ts';
import { isNoValue, ref } from '../../../model/intrinsics.ts';
import type { Cause } from '../../../model/origin.ts';
import { placeholders } from '../../../model/placeholders.ts';
import { get, intrinsicName, isList, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { type Range, rangeOf } from '../network/ranges.ts';
import { placeIn } from '../templates/places.ts';
import { referencesIn } from '../templates/references.ts';
import { scalarNumber } from '../texts/scalar.ts';
import { writtenScalar } from '../texts/written-text.ts';
import type { Surroundings } from './arguments.ts';

/** Checks what follows from arguments that are written out: an item that a list does not have, a reference torn apart. */
export const checkLiterals = (map: JsonMap, fn: string, around: Surroundings): void => {
  const operands = map[fn]!;
  if (fn === 'Fn::Sub') return checkVariables(operands, placeIn(map, fn), around);
  if (fn === 'Fn::ImportValue') return checkExport(operands, placeIn(map, fn), around);
  if (fn === 'Fn::Cidr' && isList(operands)) return checkBlock(operands, around);
  if (!isList(operands) || operands.length !== 2) return;
  if (fn === 'Fn::Select') checkIndex(operands, around);
  else if (fn === 'Fn::Split') checkReference(operands, around);
};

const checkIndex = (operands: Json[], around: Surroundings): void => {
  const index = scalarNumber(operands[0]);
  const count = lengthOf(operands[1]!);
  if (index === undefined || count === undefined || index < count) return;
  around.fault('arguments', 'index', placeIn(operands, 0), { index, count, fn: 'Fn::Select' });
};

const checkBlock = (operands: Json[], around: Surroundings): void => {
  const block = operands[0];
  const range = isString(block) ? rangeOf(block) : undefined;
  if (range) return checkRoom(range, operands, around);
  if (!isString(block) || block.includes('{{resolve:') || /^[\d.]+\/\d{1,2}$|^[\da-f:]+\/\d{1,3}$/i.test(block)) return;
  const data = { operand: 'IP block', allowed: 'a range such as 10.0.0.0/16', found: `'${block}'`, fn: 'Fn::Cidr' };
  around.fault('arguments', 'kind', placeIn(operands, 0), data);
};

const mostBlocks = 256;

/** Whether so many ranges of that size fit into a block of IPv4 addresses. */
const checkRoom = (range: Range, operands: Json[], around: Surroundings): void => {
  const [count = 1, bits] = [blocksOf(operands), scalarNumber(operands[2])];
  if (bits === undefined || count < 1 || count > mostBlocks || Math.ceil(Math.log2(count)) + bits <= 32 - range.bits)
    return;
  const data = { fn: 'Fn::Cidr', count, bits, block: operands[0] as string };
  around.fault('arguments', 'room', placeIn(operands, 0), data);
};

/** How many ranges `Fn::Cidr` makes, where that is written out. */
const blocksOf = (operands: Json): number | undefined => (isList(operands) ? scalarNumber(operands[1]) : undefined);

/** The number of items of a list that is written out, or made by `Fn::Cidr` or by splitting a text that is. */
const lengthOf = (value: Json): number | undefined => {
  if (isList(value)) return value.some(mayVanish) ? undefined : value.length;
  if (intrinsicName(value) === 'Fn::Cidr') return blocksOf((value as JsonMap)['Fn::Cidr']!);
  const operands = intrinsicName(value) === 'Fn::Split' ? (value as JsonMap)['Fn::Split'] : undefined;
  if (!isList(operands)) return undefined;
  const [delimiter, text] = operands;
  if (!isString(delimiter) || !isString(text) || delimiter === '' || text.includes('{{resolve:')) return undefined;
  return text.split(delimiter).length;
};

/** Whether an item may come to nothing or, as a macro, to several items. */
const mayVanish = (item: Json): boolean =>
  isNoValue(item) || ['Fn::If', 'Fn::Transform'].includes(intrinsicName(item) ?? '');

/** What `Fn::Sub` puts into its text must be a text itself. */
const checkVariables = (operand: Json, at: Cause | undefined, around: Surroundings): void => {
  const text = isList(operand) ? operand[0] : operand;
  const own = isList(operand) ? operand[1] : undefined;
  if (!isString(text)) return;
  for (const { content, start, end } of placeholders(text)) {
    const name = content.trim();
    if (!/^[\w.:]+$/.test(name) || get(own, name) !== undefined) continue;
    const value = name.includes('.') ? { 'Fn::GetAtt': name } : ref(name);
    const kind = around.kinds.of(value, around.loops());
    if (kind !== 'list' && kind !== 'map') continue;
    const place = isList(operand) ? placeIn(operand, 0) : at;
    const data = {
      operand: `value of '${name}'`,
      allowed: 'a text',
      found: around.kinds.describe(value, kind),
      fn: 'Fn::Sub',
    };
    around.fault('arguments', 'kind', writtenScalar(text, place).span(start, end), data);
  }
};

/** The name of an export must be known before anything is made. */
const checkExport = (name: Json, at: Cause | undefined, around: Surroundings): void => {
  const found = referencesIn(name, at).find((each) => each.kind !== 'Condition' && around.isResource(each.name));
  if (found) around.fault('arguments', 'export', found.at ?? at, { fn: 'Fn::ImportValue', id: found.name });
};

/** `Fn::Split` works on the text before `{{resolve:…}}` in it is replaced. */
const checkReference = (operands: Json[], around: Surroundings): void => {
  const [delimiter, text] = operands;
  if (!isString(delimiter) || !isString(text) || delimiter === '') return;
  const [reference] = enclosed(text, '{{resolve:', '}}');
  if (reference && text.slice(reference.start, reference.end).includes(delimiter)) {
    around.fault('arguments', 'reference', placeIn(operands, 1), { fn: 'Fn::Split', delimiter });
  }
};
