import type { Cause } from '../../../model/origin.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, type Step } from '../../../model/tree.ts';
import { hasFunctionKey, isFunctionKey } from '../templates/function-keys.ts';
import { keyBelow, placeBelow } from '../templates/places.ts';
import { type AslDefinition, isKnown } from './definition.ts';

/** In what the fields of a state are computed. */
export type QueryLanguage = 'JSONPath' | 'JSONata';

/** A map of states with its start: the machine itself, a branch of `Parallel`, the body of `Map`. */
export interface Scope {
  readonly kind: 'machine' | 'branch' | 'processor';
  readonly definition: AslDefinition;
  readonly body: JsonMap;
  readonly at: Cause | undefined;
  /** The states by name, in written order. */
  readonly states: ReadonlyMap<string, State>;
  /** Whether all states are here: no macro or include adds others. */
  readonly isComplete: boolean;
  readonly parent: Scope | undefined;
}

/** One state. */
export interface State {
  readonly name: string;
  readonly body: JsonMap;
  /** Undefined where it is missing, no text, or known only at deploy time. */
  readonly type: string | undefined;
  /** The query language that holds for it; undefined where that is known only at deploy time. */
  readonly language: QueryLanguage | undefined;
  readonly scope: Scope;
  /** The place of its name. */
  readonly at: Cause | undefined;
  /** The place of a value below the state. */
  place(...path: Step[]): Cause | undefined;
  /** The place of a key below the state. */
  keyPlace(...path: Step[]): Cause | undefined;
}

/** Something in the place of a state or scope that is not a map. */
export interface Misshaped {
  readonly what: string;
  readonly value: Json;
  readonly at: Cause | undefined;
}

/** Everything below one definition. */
export interface AslTree {
  readonly scopes: readonly Scope[];
  readonly states: readonly State[];
  readonly misshaped: readonly Misshaped[];
}

const cache = new WeakMap<AslDefinition, AslTree>();

/** All scopes and states of a definition, outer ones first. The walk is made once for all rules. */
export const aslTree = (definition: AslDefinition): AslTree => {
  let tree = cache.get(definition);
  if (!tree) {
    const walk = new Walk(definition);
    walk.scope('machine', definition.machine, definition.at, undefined);
    tree = walk;
    cache.set(definition, tree);
  }
  return tree;
};

class Walk implements AslTree {
  readonly scopes: Scope[] = [];
  readonly states: State[] = [];
  readonly misshaped: Misshaped[] = [];
  readonly #definition: AslDefinition;

  constructor(definition: AslDefinition) {
    this.#definition = definition;
  }

  scope(kind: Scope['kind'], body: JsonMap, at: Cause | undefined, parent: Scope | undefined): void {
    const map = get(body, 'States');
    const names = isMap(map) && isKnown(map) ? Object.keys(map) : [];
    const states = new Map<string, State>();
    const isComplete = isMap(map) && isKnown(map) && !names.some(isFunctionKey) && !hasFunctionKey(body);
    const scope: Scope = { kind, definition: this.#definition, body, at, states, isComplete, parent };
    this.scopes.push(scope);
    const around = placeBelow(body, at, 'States');
    for (const name of names) {
      const value = (map as JsonMap)[name]!;
      if (isFunctionKey(name) || !isKnown(value)) continue;
      if (isMap(value)) this.#state(name, value, scope, keyBelow(map!, around, name));
      else {
        const place = placeBelow(map!, around, name);
        this.misshaped.push({ what: `The state '${name}'`, value, at: place });
      }
    }
  }

  #state(name: string, body: JsonMap, scope: Scope, at: Cause | undefined): void {
    const type = get(body, 'Type');
    const state: State = {
      name,
      body,
      type: isString(type) && isKnown(type) ? type : undefined,
      language: this.#language(body),
      scope,
      at,
      place: (...path) => placeBelow(body, at, ...path),
      keyPlace: (...path) => keyBelow(body, at, ...path),
    };
    (scope.states as Map<string, State>).set(name, state);
    this.states.push(state);
    const branches = get(body, 'Branches');
    if (isList(branches)) {
      branches.forEach((branch, at) => {
        this.#inner('branch', `The branch ${at + 1} of '${name}'`, branch, state, ['Branches', at]);
      });
    }
    for (const field of ['ItemProcessor', 'Iterator']) {
      const inner = get(body, field);
      if (inner !== undefined) this.#inner('processor', `'${field}' of '${name}'`, inner, state, [field]);
    }
  }

  #inner(kind: Scope['kind'], what: string, body: Json, state: State, path: Step[]): void {
    const at = state.place(...path);
    if (!isKnown(body)) return;
    if (isMap(body)) this.scope(kind, body, at, state.scope);
    else this.misshaped.push({ what, value: body, at });
  }

  /** A state's own language, or the machine's; a `Map` or `Parallel` around it does not pass its own on. */
  #language(body: JsonMap): QueryLanguage | undefined {
    const given = get(body, 'QueryLanguage') ?? get(this.#definition.machine, 'QueryLanguage') ?? 'JSONPath';
    return given === 'JSONPath' || given === 'JSONata' ? given : undefined;
  }
}
