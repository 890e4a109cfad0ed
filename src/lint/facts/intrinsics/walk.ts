import { languageExtensionsMacro, namesMacro } from '../../../model/macros.ts';
import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import type { Level } from '../../../model/problem.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, singleKey } from '../../../model/tree.ts';
import { isFunctionKey, isLoopKey } from '../templates/function-keys.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { type Preorder, preorderOf } from '../templates/preorder.ts';
import { checkArguments, type Surroundings } from './arguments.ts';
import type { FunctionFault } from './faults.ts';
import { Kinds } from './kinds.ts';
import { checkLiterals } from './literals.ts';
import { identifiersOf, isTextOfLoop } from './loop-values.ts';
import { functionTable, type Room } from './table.ts';

/** What is wrong with the functions of a template as it was read; looked for once for all rules that ask. */
export const functionFaults = oncePerTemplate((cx: RuleContext): readonly FunctionFault[] => {
  const walk = new Walk(cx);
  walk.template();
  return walk.faults;
});

/** The attributes of resources that hold functions in a part, but not in their own place. */
const parted = ['CreationPolicy', 'UpdatePolicy'];
/** Attributes whose functions `AWS::LanguageExtensions` evaluates. */
const extendedAttributes = ['DeletionPolicy', 'UpdateReplacePolicy', 'DependsOn', 'Condition'];
/** Functions of `DeletionPolicy` that stacks are reported to have been made with, against the documentation. */
const tolerated = ['Ref', 'Fn::FindInMap', 'Fn::If'];

class Walk {
  readonly faults: FunctionFault[] = [];
  readonly #cx: RuleContext;
  readonly #row: Preorder;
  readonly #isExtended: boolean;
  /** Functions that stand where another function may not have them. */
  readonly #refused = new Set<Json>();
  #loops: ReadonlySet<string> = new Set();
  #logicalId: string | undefined;
  /** What the checks of one function need to know of the place where it stands. */
  readonly #surroundings: Surroundings;

  constructor(cx: RuleContext) {
    this.#cx = cx;
    this.#row = preorderOf(cx.document);
    this.#isExtended = namesMacro(get(cx.document, 'Transform'), languageExtensionsMacro);
    this.#surroundings = {
      kinds: new Kinds(cx),
      isExtended: this.#isExtended,
      loops: () => this.#loops,
      fault: (kind, messageId, at, data) => this.#fault(kind, messageId, at, data),
      isResource: (name) => cx.resource(name) !== undefined,
      refuse: (value) => this.#refused.add(value),
    };
  }

  template(): void {
    for (const section of this.#row.entriesOf(0)) {
      const name = this.#keyAt(section);
      if (
        name === 'Parameters' ||
        name === 'Mappings' ||
        name === 'Description' ||
        name === 'AWSTemplateFormatVersion'
      ) {
        this.#literal(section, `'${name}'`);
      } else if (name === 'Globals') this.#value(section, 'values');
      else if (name === 'Conditions') this.#entries(section, (condition) => this.#value(condition, 'conditions'));
      else if (name === 'Rules') this.#entries(section, (rule) => this.#rule(rule));
      else if (name === 'Outputs') this.#entries(section, (output) => this.#output(output));
      else if (name === 'Resources') this.#entries(section, (resource) => this.#resource(resource));
    }
  }

  /** Each entry of a section, those in loops too. */
  #entries(section: number, visit: (entry: number) => void): void {
    for (const entry of this.#entriesOf(section)) {
      if (!isLoopKey(this.#keyAt(entry))) visit(entry);
      else this.#loop(entry, (body) => this.#entries(body, visit));
    }
    this.#logicalId = undefined;
  }

  #loop(loop: number, inside: (body: number) => void): void {
    const operands = this.#row.values[loop]!;
    if (!isList(operands) || operands.length !== 3) return;
    const items = this.#row.ends[loop + 1]!;
    this.#value(items, 'values');
    const around = this.#loops;
    this.#loops = new Set([...around, ...identifiersOf(operands[0]!, this.#cx)]);
    inside(this.#row.ends[items]!);
    this.#loops = around;
  }

  #resource(resource: number): void {
    if (!isMap(this.#row.values[resource])) return;
    this.#logicalId = this.#keyAt(resource);
    for (const at of this.#entriesOf(resource)) {
      const key = this.#keyAt(at);
      const fn = functionIn(this.#row.values[at]!);
      const where = `'${key}' of a resource`;
      if (key === 'Type') this.#literal(at, where);
      else if (extendedAttributes.includes(key) && !this.#isExtended) this.#attribute(at, where);
      else if (parted.includes(key) && fn !== undefined && fn !== 'Fn::If') this.#misplaced(at, fn, where);
      else this.#value(at, 'values');
    }
  }

  #attribute(at: number, where: string): void {
    const value = this.#row.values[at]!;
    const fn = functionIn(value);
    if (fn === undefined) return this.#literal(at, where);
    const level = this.#keyAt(at) === 'DeletionPolicy' && tolerated.includes(fn) ? 'warning' : 'error';
    this.#fault('place', 'extension', this.#keyOf(value, fn) ?? this.#row.placeOf(at), { fn, where }, level);
  }

  #output(output: number): void {
    this.#logicalId = undefined;
    for (const at of this.#entriesOf(output)) {
      const key = this.#keyAt(at);
      if (key === 'Description' || key === 'Condition')
        this.#literal(at, `'${key}' of the output '${this.#keyAt(output)}'`);
      else this.#value(at, 'values');
    }
  }

  #rule(rule: number): void {
    const condition = this.#row.entryIn(rule, 'RuleCondition');
    if (condition !== undefined) this.#value(condition, 'rules');
    const assertions = this.#row.entryIn(rule, 'Assertions');
    if (assertions === undefined || !isList(this.#row.values[assertions])) return;
    for (const assertion of this.#row.entriesOf(assertions)) {
      const assert = this.#row.entryIn(assertion, 'Assert');
      if (assert !== undefined) this.#value(assert, 'rules');
      const text = this.#row.entryIn(assertion, 'AssertDescription');
      if (text !== undefined) this.#literal(text, "'AssertDescription'");
    }
  }

  /** What must be written out: no function of CloudFormation may stand anywhere in it, but what a loop makes a text. */
  #literal(start: number, where: string): void {
    const { values, ends } = this.#row;
    for (let at = start; at < ends[start]!; at++) {
      const value = values[at]!;
      const fn = functionIn(value);
      if (fn === undefined) continue;
      if (!isTextOfLoop(value, this.#loops)) this.#misplaced(at, fn, where);
      at = ends[at]! - 1;
    }
  }

  #misplaced(at: number, fn: string, where: string): void {
    const place = this.#keyOf(this.#row.values[at]!, fn) ?? this.#row.placeOf(at);
    this.#fault('place', 'literal', place, { fn, where });
  }

  #value(start: number, room: Room): void {
    const { steps, ends } = this.#row;
    for (let at = start + 1; at < ends[start]!; at++) {
      const key = steps[at]!;
      if (typeof key !== 'string') continue;
      if (isLoopKey(key)) {
        this.#loop(at, (body) => this.#value(body, room));
        at = ends[at]! - 1;
      } else if (this.#row.isAlone(at)) this.#function(at, key, room);
    }
  }

  #function(at: number, fn: string, room: Room): void {
    const spec = functionTable.get(fn);
    // Outside of conditions and rules the key `Condition` is one like others: in policies, for instance.
    if (!spec || (fn === 'Condition' && room === 'values')) return;
    const map = this.#row.values[this.#row.parents[at]!] as JsonMap;
    if (spec.rooms.includes(room)) {
      checkArguments(map, fn, spec, this.#surroundings);
      checkLiterals(map, fn, this.#surroundings);
    } else if (!this.#refused.has(map)) {
      const allowed = [...functionTable].filter(([, { rooms }]) => rooms.includes(room)).map(([name]) => name);
      const data = { fn, allowed: allowed.join(', '), where: spec.rooms.map((each) => roomNames[each]).join(' and ') };
      this.#fault('place', room === 'values' ? 'elsewhere' : room, this.#keyOf(map, fn) ?? this.#row.placeOf(at), data);
    }
  }

  /** The positions of the entries of a map; of anything else none. */
  #entriesOf(at: number): number[] {
    return isMap(this.#row.values[at]) ? this.#row.entriesOf(at) : [];
  }

  #keyAt(at: number): string {
    return String(this.#row.steps[at]);
  }

  #keyOf(map: Json, fn: string): Cause | undefined {
    return entryOf(map, fn)?.key ?? originOf(map);
  }

  #fault(
    kind: FunctionFault['kind'],
    messageId: string,
    at: Cause | undefined,
    data: FunctionFault['data'],
    level?: Level,
  ): void {
    const logicalId = this.#logicalId;
    this.faults.push({ kind, messageId, at: at ?? originOf(this.#cx.document), data, logicalId, level });
  }
}

const roomNames: Readonly<Record<Room, string>> = {
  values: "'Resources' and 'Outputs'",
  conditions: "'Conditions'",
  rules: "'Rules'",
};

/** The function that a value is, macros aside. */
const functionIn = (value: Json): string | undefined => {
  if (!isMap(value)) return undefined;
  const name = singleKey(value);
  if (name === undefined || name === 'Fn::Transform') return undefined;
  return isFunctionKey(name) || (name === 'Ref' && isString(value[name])) ? name : undefined;
};
