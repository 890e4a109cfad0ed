import { isNoValue } from '../../../model/intrinsics.ts';
import { languageExtensionsMacro } from '../../../model/macros.ts';
import { type Cause, entryOf } from '../../../model/origin.ts';
import {
  intrinsicName,
  isList,
  isMap,
  isNothing,
  isString,
  type Json,
  type JsonMap,
  kindOf,
} from '../../../model/tree.ts';
import { placeIn } from '../templates/places.ts';
import { scalarNumber, scalarText, shown } from '../texts/scalar.ts';
import type { FunctionFault } from './faults.ts';
import { type Kinds, kindNames } from './kinds.ts';
import { type Form, type FunctionSpec, functionTable, type Kind, type Operand } from './table.ts';

/** What the arguments of functions are judged by. */
export interface Surroundings {
  readonly kinds: Kinds;
  /** Whether the template has `AWS::LanguageExtensions`. */
  readonly isExtended: boolean;
  /** The names that the loops around a value give to their items. */
  loops(): ReadonlySet<string>;
  fault(kind: FunctionFault['kind'], messageId: string, at: Cause | undefined, data: FunctionFault['data']): void;
  /** Whether a name is that of a resource. */
  isResource(name: string): boolean;
  /** Told of each function that stands where it may not, so that nothing more is said of its place. */
  refuse(value: Json): void;
}

/** Checks what one function is given: number and kind of its arguments, and the functions that stand for them. */
export const checkArguments = (map: JsonMap, fn: string, spec: FunctionSpec, around: Surroundings): void =>
  new Call(map, fn, around).check(spec);

class Call {
  readonly #map: JsonMap;
  readonly #fn: string;
  readonly #around: Surroundings;

  constructor(map: JsonMap, fn: string, around: Surroundings) {
    this.#map = map;
    this.#fn = fn;
    this.#around = around;
  }

  check(spec: FunctionSpec): void {
    const argument = this.#map[this.#fn]!;
    const at = placeIn(this.#map, this.#fn);
    const form = spec.forms.find(
      (each) => shapeOf(each) === (isList(argument) ? 'list' : isPlainMap(argument) ? 'map' : 'value'),
    );
    if (this.#fn === 'Fn::GetAtt' && lacksAttribute(argument)) {
      this.#fault('arguments', 'attribute', at, { id: [argument].flat().join() });
    } else if (!form) this.#wrongForm(spec, argument, at);
    else if (form.kind === 'value') this.#operand(argument, form.value, at);
    else if (form.kind === 'map') this.#keys(argument as JsonMap, form, at);
    else this.#list(argument as Json[], form, spec, at);
  }

  /** A function that takes a list may be given one by no other function; one that takes a value says what it wants. */
  #wrongForm(spec: FunctionSpec, argument: Json, at: Cause | undefined): void {
    const single = spec.forms.find((form) => form.kind === 'value');
    if (single && spec.forms.length === 1) this.#operand(argument, single.value, at);
    else this.#fault('arguments', 'count', at, { takes: usageOf(spec), found: describe(argument) });
  }

  #list(argument: Json[], form: Form & { kind: 'list' | 'several' }, spec: FunctionSpec, at: Cause | undefined): void {
    const { least, most } = countsOf(form, this.#around.isExtended);
    if (argument.length > most || argument.length < least) {
      const takes = usageOf(spec) + this.#extension(form, argument);
      this.#fault('arguments', 'count', at, { takes, found: describe(argument) });
      return;
    }
    for (const [step, value] of argument.entries()) {
      const operand = form.kind === 'several' ? form.each : (form.operands[step] ?? form.extended!);
      this.#operand(value, operand, placeIn(argument, step) ?? at);
    }
  }

  #extension(form: Form & { kind: 'list' | 'several' }, argument: readonly Json[]): string {
    const isMeant = form.kind === 'list' && form.extended && argument.length === form.operands.length + 1;
    return isMeant ? ` (a ${form.extended.what} needs 'Transform: ${languageExtensionsMacro}')` : '';
  }

  #keys(argument: JsonMap, form: Form & { kind: 'map' }, at: Cause | undefined): void {
    const allowed = [...form.keys.keys()].join(', ');
    for (const key of Object.keys(argument)) {
      const operand = form.keys.get(key);
      if (operand) this.#operand(argument[key]!, operand, placeIn(argument, key) ?? at);
      else this.#fault('arguments', 'key', entryOf(argument, key)?.key ?? at, { key, allowed });
    }
    for (const key of form.required) {
      if (!Object.hasOwn(argument, key)) this.#fault('arguments', 'missing', at, { key, allowed });
    }
  }

  #operand(value: Json, operand: Operand, at: Cause | undefined): void {
    const { kinds } = this.#around;
    const loops = this.#around.loops();
    const inner = intrinsicName(value);
    if (inner === 'Ref' && loops.has(scalarText((value as JsonMap)['Ref']) ?? '')) return;
    if (isNothing(value) || isNoValue(value)) return;
    if (inner !== undefined && (functionTable.has(inner) || inner === 'Fn::Transform')) {
      if (inner === 'Fn::Transform') return;
      if (inner === 'Fn::If' && this.#takes('Fn::If', operand)) return this.#branches(value as JsonMap, operand, at);
      if (!this.#takes(inner, operand)) return this.#refuse(value, inner, operand, at);
      if (operand.functions && inner === 'Ref') this.#early((value as JsonMap)['Ref']!, operand, at);
    }
    const kind = kinds.of(value, loops);
    if (kind === undefined || operand.kind === 'any') return;
    if (!fits(kind, operand.kind) || (operand.strict && kind === 'text' && inner === undefined && !isString(value))) {
      const data = { operand: operand.what, allowed: kindNames[operand.kind], found: kinds.describe(value, kind) };
      this.#fault('arguments', 'kind', at, data);
    } else if (operand.kind === 'integer') this.#integer(value, operand, at);
    else if (operand.items && typeof value === 'object' && inner === undefined) {
      for (const key of Object.keys(value)) {
        const step = isList(value) ? Number(key) : key;
        this.#operand((value as JsonMap)[key]!, operand.items, placeIn(value, step) ?? at);
      }
    }
  }

  #integer(value: Json, { what, range }: Operand, at: Cause | undefined): void {
    if (isMap(value)) return;
    const number = scalarNumber(value);
    const [least, most] = range!;
    if (number !== undefined && Number.isInteger(number) && number >= least && number <= most) return;
    const limits = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
    this.#fault('arguments', 'kind', at, { operand: what, allowed: `an integer ${limits}`, found: shown(value) });
  }

  #branches(value: JsonMap, operand: Operand, at: Cause | undefined): void {
    const branches = value['Fn::If'];
    if (!isList(branches)) return;
    for (const step of [1, 2]) {
      if (branches[step] !== undefined) this.#operand(branches[step], operand, placeIn(branches, step) ?? at);
    }
  }

  #takes(fn: string, { functions, extended = false, kind }: Operand): boolean {
    if (kind === 'condition') return functionTable.get(fn)?.gives === 'condition';
    return functions === undefined || functions.includes(fn) || (extended && this.#around.isExtended);
  }

  /** What must be known before there are resources. */
  #early(name: Json, { what }: Operand, at: Cause | undefined): void {
    if (!isString(name) || !this.#around.isResource(name)) return;
    this.#around.fault('nesting', 'resource', at, { fn: this.#fn, operand: what, id: name });
  }

  #refuse(value: Json, inner: string, operand: Operand, at: Cause | undefined): void {
    const { what, functions = [], kind, cure = '' } = operand;
    this.#around.refuse(value);
    const data = { inner, operand: what, allowed: functions.join(', '), cure: cure && ` ${cure}` };
    const messageId = kind === 'condition' ? 'condition' : functions.length === 0 ? 'literal' : 'inner';
    this.#fault('nesting', messageId, at, data);
  }

  #fault(kind: FunctionFault['kind'], messageId: string, at: Cause | undefined, data: FunctionFault['data']): void {
    this.#around.fault(kind, messageId, at, { fn: this.#fn, ...data });
  }
}

const fits = (kind: Kind, wanted: Operand['kind']): boolean => {
  if (wanted === 'structure') return kind === 'list' || kind === 'map';
  if (wanted === 'scalar') return kind === 'text' || kind === 'condition';
  return kind === (wanted === 'integer' ? 'text' : wanted);
};

/** `!GetAtt Queue`: one name alone. */
const lacksAttribute = (argument: Json): boolean => {
  const name = isList(argument) && argument.length === 1 ? argument[0] : argument;
  return isString(name) && !name.includes('.');
};

const isPlainMap = (value: Json): boolean => isMap(value) && intrinsicName(value) === undefined;

const shapeOf = ({ kind }: Form): 'value' | 'list' | 'map' => (kind === 'several' ? 'list' : kind);

const countsOf = (form: Form & { kind: 'list' | 'several' }, isExtended: boolean): { least: number; most: number } => {
  if (form.kind === 'several') return form;
  return { least: form.required, most: form.operands.length + (isExtended && form.extended ? 1 : 0) };
};

const describe = (argument: Json): string => {
  if (isList(argument)) return argument.length === 0 ? 'an empty list' : `a list of ${argument.length}`;
  return isString(argument) ? `the text '${argument}'` : kindOf(argument);
};

/** What a function takes, in words. */
const usageOf = ({ forms }: FunctionSpec): string => forms.map(usage).join(' or ');

const usage = (form: Form): string => {
  if (form.kind === 'value') return `a ${form.value.what}`;
  if (form.kind === 'map') return `a map with ${[...form.keys.keys()].join(', ')}`;
  if (form.kind === 'list') {
    const names = form.operands.map(({ what }, at) => (at < form.required ? what : `${what}, optional`));
    return `a list of ${names.length}: ${names.join(', ')}`;
  }
  const { least, most, each } = form;
  return least === most ? `a list of ${least} ${each.what}` : `a list of ${least} to ${most} ${each.what}s`;
};
