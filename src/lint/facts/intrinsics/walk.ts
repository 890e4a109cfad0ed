import { languageExtensionsMacro, namesMacro } from '../../../model/macros.ts';
import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import type { Level } from '../../../model/problem.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, singleKey } from '../../../model/tree.ts';
import { isFunctionKey, isLoopKey } from '../templates/function-keys.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { placeIn } from '../templates/places.ts';
import { Trail } from '../templates/trail.ts';
import { checkArguments, type Surroundings } from './arguments.ts';
import type { FunctionFault } from './faults.ts';
import { Kinds } from './kinds.ts';
import { checkLiterals } from './literals.ts';
import { identifiersOf, isTextOfLoop } from './loop-values.ts';
import { functionTable, type Room } from './table.ts';

/**
 * What is wrong with the functions of a template as it was read; the walk is made once for all rules that ask.
 */
export const functionFaults = oncePerTemplate((cx: RuleContext): readonly FunctionFault[] => {
  const walk = new Walk(cx);
  walk.template(cx.document);
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
  readonly #isExtended: boolean;
  /** Functions that stand where another function may not have them. */
  readonly #refused = new Set<Json>();
  #loops: ReadonlySet<string> = new Set();
  #logicalId: string | undefined;
  /** What the checks of one function need to know of the place where it stands. */
  readonly #surroundings: Surroundings;

  constructor(cx: RuleContext) {
    this.#cx = cx;
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

  template(document: JsonMap): void {
    for (const name of Object.keys(document)) {
      const section = document[name]!;
      const at = placeIn(document, name);
      if (
        name === 'Parameters' ||
        name === 'Mappings' ||
        name === 'Description' ||
        name === 'AWSTemplateFormatVersion'
      ) {
        this.#literal(section, `'${name}'`, at);
      } else if (name === 'Globals') this.#value(section, 'values', at);
      else if (name === 'Conditions')
        this.#entries(section, (_, value, place) => this.#value(value, 'conditions', place));
      else if (name === 'Rules') this.#entries(section, (_, rule) => this.#rule(rule));
      else if (name === 'Outputs') this.#entries(section, (id, output) => this.#output(id, output));
      else if (name === 'Resources') this.#entries(section, (id, body) => this.#resource(id, body));
    }
  }

  /** Each entry of a section, those in loops too. */
  #entries(section: Json, visit: (id: string, value: Json, at: Cause | undefined) => void): void {
    if (!isMap(section)) return;
    for (const key of Object.keys(section)) {
      const value = section[key]!;
      if (!isLoopKey(key)) visit(key, value, placeIn(section, key));
      else this.#loop(value, (body) => this.#entries(body, visit));
    }
    this.#logicalId = undefined;
  }

  #loop(loop: Json, inside: (body: Json) => void): void {
    if (!isList(loop) || loop.length !== 3) return;
    const [identifiers, items, body] = loop as [Json, Json, Json];
    this.#value(items, 'values', placeIn(loop, 1));
    const around = this.#loops;
    this.#loops = new Set([...around, ...identifiersOf(identifiers, this.#cx)]);
    inside(body);
    this.#loops = around;
  }

  #resource(id: string, body: Json): void {
    if (!isMap(body)) return;
    this.#logicalId = id;
    for (const key of Object.keys(body)) {
      const value = body[key]!;
      const at = placeIn(body, key);
      const where = `'${key}' of a resource`;
      if (key === 'Type') this.#literal(value, where, at);
      else if (extendedAttributes.includes(key) && !this.#isExtended) this.#attribute(key, value, where, at);
      else if (parted.includes(key) && functionIn(value) !== undefined && functionIn(value) !== 'Fn::If') {
        this.#misplaced(value, where, at);
      } else this.#value(value, 'values', at);
    }
  }

  #attribute(key: string, value: Json, where: string, at: Cause | undefined): void {
    const fn = functionIn(value);
    if (fn === undefined) return this.#literal(value, where, at);
    const level = key === 'DeletionPolicy' && tolerated.includes(fn) ? 'warning' : 'error';
    this.#fault('place', 'extension', this.#keyOf(value, fn) ?? at, { fn, where }, level);
  }

  #output(id: string, output: Json): void {
    if (!isMap(output)) return;
    this.#logicalId = undefined;
    for (const key of Object.keys(output)) {
      const at = placeIn(output, key);
      if (key === 'Description' || key === 'Condition')
        this.#literal(output[key]!, `'${key}' of the output '${id}'`, at);
      else this.#value(output[key]!, 'values', at);
    }
  }

  #rule(rule: Json): void {
    this.#value(get(rule, 'RuleCondition') ?? null, 'rules', placeIn(rule, 'RuleCondition'));
    const assertions = get(rule, 'Assertions');
    if (!isList(assertions)) return;
    for (const [step, assertion] of assertions.entries()) {
      const around = placeIn(assertions, step);
      this.#value(get(assertion, 'Assert') ?? null, 'rules', placeIn(assertion, 'Assert') ?? around);
      const text = get(assertion, 'AssertDescription') ?? null;
      this.#literal(text, "'AssertDescription'", placeIn(assertion, 'AssertDescription') ?? around);
    }
  }

  /** What must be written out: no function of CloudFormation may stand anywhere in it, but what a loop makes a text. */
  #literal(value: Json, where: string, at: Cause | undefined): void {
    if (functionIn(value) !== undefined) {
      if (!isTextOfLoop(value, this.#loops)) this.#misplaced(value, where, at);
    } else if (isList(value)) {
      for (const [step, item] of value.entries()) this.#literal(item, where, placeIn(value, step) ?? at);
    } else if (isMap(value)) {
      for (const key of Object.keys(value)) this.#literal(value[key]!, where, placeIn(value, key) ?? at);
    }
  }

  #misplaced(value: Json, where: string, at: Cause | undefined): void {
    this.#fault('place', 'literal', this.#keyOf(value, functionIn(value)!) ?? at, { fn: functionIn(value)!, where });
  }

  #value(value: Json, room: Room, at: Cause | undefined): void {
    if (typeof value === 'object') this.#walk(value, room, new Trail(at));
  }

  #walk(value: Json, room: Room, trail: Trail): void {
    if (isList(value)) {
      for (let step = 0; step < value.length; step++) {
        if (typeof value[step] === 'object') this.#walk(value[step]!, room, trail.below(value, step));
      }
    } else if (isMap(value)) {
      const only = singleKey(value);
      if (only !== undefined) this.#function(value, only, room, trail);
      for (const key in value) {
        const inner = value[key]!;
        if (typeof inner !== 'object' || inner === null) continue;
        if (isLoopKey(key)) this.#loop(inner, (body) => this.#walk(body, room, trail));
        else this.#walk(inner, room, trail.below(value, key));
      }
    }
  }

  #function(map: JsonMap, fn: string, room: Room, trail: Trail): void {
    const spec = functionTable.get(fn);
    // Outside of conditions and rules the key `Condition` is one like others: in policies, for instance.
    if (!spec || (fn === 'Condition' && room === 'values')) return;
    if (spec.rooms.includes(room)) {
      checkArguments(map, fn, spec, this.#surroundings);
      checkLiterals(map, fn, this.#surroundings);
    } else if (!this.#refused.has(map)) {
      const allowed = [...functionTable].filter(([, { rooms }]) => rooms.includes(room)).map(([name]) => name);
      const data = { fn, allowed: allowed.join(', '), where: spec.rooms.map((each) => roomNames[each]).join(' and ') };
      this.#fault('place', room === 'values' ? 'elsewhere' : room, this.#keyOf(map, fn) ?? trail.place, data);
    }
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
  const keys = Object.keys(value);
  const name = keys.length === 1 ? keys[0]! : undefined;
  if (name === undefined || name === 'Fn::Transform') return undefined;
  return isFunctionKey(name) || (name === 'Ref' && isString(value[name])) ? name : undefined;
};
