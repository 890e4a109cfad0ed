import { isDynamicReference } from '../../../model/dynamic-reference.ts';
import { inTable } from '../../../model/in-table.ts';
import { ifOperands, isNoValue } from '../../../model/intrinsics.ts';
import { append } from '../../../model/lists.ts';
import { certainlyMeant, nearest } from '../../../model/nearest.ts';
import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import type {
  CollectionSpec,
  ListSpec,
  PropertySpecs,
  ResourceSpec,
  ScalarSpec,
  ShapeSpec,
} from '../../../model/spec.ts';
import {
  get,
  isIntrinsic,
  isList,
  isMap,
  isNothing,
  isString,
  type Json,
  type JsonMap,
  kindOf,
  type Step,
} from '../../../model/tree.ts';
import { shown } from '../texts/scalar.ts';
import { boundedFault, repeatedItem, sizeFault } from '../values/bounds.ts';
import { isMadeName } from '../values/empty-names.ts';
import { takesValue } from '../values/letter-case.ts';
import { waysOf } from './choices.ts';
import { hasFunctionKey } from './function-keys.ts';
import { isCustomResource } from './opaque.ts';
import { keyBelow } from './property-key.ts';
import { referencesIn } from './references.ts';
import type { SpecFault, Walked } from './spec-faults.ts';
import { describe, isBounded, scalarFits } from './spec-shapes.ts';

const noReferences: readonly string[] = [];

/** Of longer lists of values the rest is not looked at. */
const mostAllowedValues = 50;

/** A map that is not what it seems: a function or a macro makes it, or would, if it were the only key. */
export const isDynamic = (map: JsonMap): boolean => isIntrinsic(map) || isMixed(map);

/** Whether a function or a macro stands among the keys of a map. No type of AWS has a property that is called `Ref`. */
const isMixed = (map: JsonMap): boolean => hasFunctionKey(map) || Object.hasOwn(map, 'Ref');

/** Holds a resource against the published specification of its type. */
export class Walk {
  readonly #node: ResourceNode;
  readonly #spec: ResourceSpec;
  readonly #found: Walked;
  readonly #view: TemplateView;
  /** The conditions around the value that is just looked at. */
  #way: readonly string[];
  #references = noReferences;
  /** Set while a value is looked at that a function makes: whether its parts may be others at the deployment. */
  #made: 'assumed' | 'certain' | undefined;

  constructor(node: ResourceNode, spec: ResourceSpec, found: Walked, view: TemplateView, way: readonly string[]) {
    this.#node = node;
    this.#spec = spec;
    this.#found = found;
    this.#view = view;
    this.#way = way;
  }

  /** @param key what tables call the place of the map: of the properties of a resource, its type */
  properties(map: JsonMap, specs: PropertySpecs, path: string, key: string, around: Cause | undefined): void {
    const at = originOf(map) ?? around;
    this.#found.maps.push({ node: this.#node, map, at: at ?? this.#node.at, path, key, way: this.#way });
    let meant: Set<string> | undefined;
    for (const name of Object.keys(map)) {
      const spec = inTable(specs, name);
      if (spec && isString(map[name]) && takesText(spec)) continue;
      const entry = entryOf(map, name);
      if (!spec) {
        if (path === '' && isCustomResource(this.#node.type)) continue;
        const near = nearest(name, Object.keys(specs));
        if (near !== undefined && certainlyMeant(name, [near])) meant = (meant ?? new Set()).add(near);
        this.#add({ kind: 'unknown', name, near }, entry?.key ?? at, path);
      } else {
        this.#references = spec[2] ?? noReferences;
        const where = path === '' ? name : `${path}.${name}`;
        this.#value(map[name]!, spec[0], where, keyBelow(key, name), entry?.value ?? at);
      }
    }
    // What a custom resource must have is for its own rule.
    if (path === '' && isCustomResource(this.#node.type)) return;
    for (const name of requiredOf(specs)) {
      // What is there under a misspelt name is reported once.
      if (!meant?.has(name) && this.#mayLack(map, name)) this.#add({ kind: 'missing', name }, at, path);
    }
  }

  /** Whether a property is not there, or a branch of `Fn::If` that can be taken leaves it out. */
  #mayLack(map: JsonMap, name: string): boolean {
    const value = Object.hasOwn(map, name) ? map[name] : undefined;
    if (typeof value !== 'object' || value === null) return isNothing(value);
    return waysOf(value, undefined, this.#way).some(
      ({ value: each, way }) => each === undefined && (way.length === this.#way.length || this.#view.possible(way)),
    );
  }

  #value(value: Json, shape: ShapeSpec, path: string, key: string, at: Cause | undefined): void {
    if (value === null) return;
    if (typeof value === 'object') {
      if (isIntrinsic(value)) return this.#intrinsic(value, shape, path, key, at);
      if (isMap(value) && isMixed(value)) return;
    } else if (typeof value === 'string' && this.#references.length > 0) this.#site(value, shape, path, key, at);
    this.#shaped(value, shape, path, key, at);
  }

  #intrinsic(value: JsonMap, shape: ShapeSpec, path: string, key: string, at: Cause | undefined): void {
    if (isNoValue(value)) return;
    if (!ifOperands(value)) {
      this.#site(value, shape, path, key, at);
      return this.#function(value, shape, path, at);
    }
    const around = this.#way;
    for (const { value: each, at: place, way } of waysOf(value, at, around)) {
      this.#way = way;
      if (each !== undefined) this.#value(each, shape, path, key, place);
    }
    this.#way = around;
  }

  #site(value: Json, shape: ShapeSpec, path: string, key: string, at: Cause | undefined): void {
    const references = this.#references;
    this.#found.sites.push({ node: this.#node, value, at: at ?? this.#node.at, path, key, shape, references });
  }

  /** What a function comes to, where that is known before the deployment. */
  #function(value: JsonMap, shape: ShapeSpec, path: string, at: Cause | undefined): void {
    if (!isBounded(shape)) return;
    const known = this.#view.resolve(value);
    const allowed = this.#allowedValues(value);
    if (known === undefined && allowed.length === 0) return;
    const depends = referencesIn(value, at).some(({ kind }) => kind !== 'Fn::FindInMap');
    this.#made = depends ? 'assumed' : 'certain';
    const before = this.#found.faults.length;
    for (const each of [known, ...allowed]) {
      if (each === undefined || each === null || typeof each === 'object') continue;
      this.#scalar(each, shape, path, at);
      if (this.#found.faults.length > before) break;
    }
    this.#made = undefined;
  }

  /** The values that may be given for the parameter of a `Ref`. */
  #allowedValues(value: JsonMap): readonly Json[] {
    const name = value['Ref'];
    const parameter = isString(name) ? get(get(this.#view.template, 'Parameters'), name) : undefined;
    const values = get(parameter, 'AllowedValues');
    return isList(values) ? values.slice(0, mostAllowedValues) : [];
  }

  #shaped(value: Json, shape: ShapeSpec, path: string, key: string, at: Cause | undefined): void {
    if (typeof shape === 'string' || 'e' in shape || 't' in shape) this.#scalar(value, shape, path, at);
    else if ('l' in shape || 'm' in shape) this.#collection(value, shape, path, key, at);
    else if ('r' in shape) {
      const definition = this.#spec.definition(shape.r);
      if (!isMap(value)) this.#wrong(value, shape, path, at);
      else if (definition) this.properties(value, definition, path, key, at);
    } else this.#anyOf(value, shape, path, key, at);
  }

  #scalar(value: Json, shape: ScalarSpec, path: string, at: Cause | undefined): void {
    if (!scalarFits(value, shape)) this.#wrong(value, shape, path, at);
    else if (typeof shape === 'string' || typeof value === 'object' || isDynamicReference(value)) return;
    else if ('t' in shape) {
      if (value === '' && isMadeName(this.#node.type, path)) return;
      const fault = boundedFault(value, shape, (index) => this.#spec.pattern(index));
      if (fault) this.#add(fault, at, path);
    } else if (!takesValue(this.#node.type, shape.e, String(value))) {
      this.#add({ kind: 'value', found: String(value), allowed: shape.e }, at, path);
    }
  }

  #collection(value: Json, shape: CollectionSpec, path: string, key: string, at: Cause | undefined): void {
    if ('l' in shape ? !isList(value) : !isMap(value)) return this.#wrong(value, shape, path, at);
    const size = shape.n && sizeFault(value, shape.n);
    if (size) this.#add(size, at, path);
    if ('l' in shape) this.#list(value as Json[], shape, path, key, at);
    else this.#map(value as JsonMap, shape.m, path, key, at);
  }

  #list(list: Json[], shape: ListSpec, path: string, key: string, at: Cause | undefined): void {
    // Tags are distinguished by their keys alone.
    const repeated = shape.q && !path.endsWith('Tags') && repeatedItem(list);
    if (repeated) this.#add(repeated, place(list, repeated.index) ?? at, `${path}[${repeated.index}]`);
    const takesAnyText = shape.l === 's' && this.#references.length === 0;
    for (let index = 0; index < list.length; index++) {
      const item = list[index]!;
      if (takesAnyText && isString(item)) continue;
      this.#value(item, shape.l, `${path}[${index}]`, key, place(list, index) ?? at);
    }
  }

  #map(map: JsonMap, shape: ShapeSpec, path: string, key: string, at: Cause | undefined): void {
    for (const name of Object.keys(map)) {
      const item = map[name]!;
      const where = `${path}.${name}`;
      const inner = place(map, name) ?? at;
      if (typeof shape === 'string' && shape !== 'j' && isSingle(item)) {
        this.#add({ kind: 'single', allowed: describe(shape) }, inner, where);
      } else this.#value(item, shape, where, `${key}.${name}`, inner);
    }
  }

  /** One of several types must fit; where only one is of the value's kind, its own faults say more. */
  #anyOf(
    value: Json,
    shape: { readonly u: readonly ShapeSpec[] },
    path: string,
    key: string,
    at: Cause | undefined,
  ): void {
    const trials: Walked[] = [];
    const fits = ({ faults }: Walked): boolean => faults.length === 0;
    for (const each of shape.u) {
      const found: Walked = { faults: [], sites: [], maps: [] };
      new Walk(this.#node, this.#spec, found, this.#view, this.#way).#value(value, each, path, key, at);
      trials.push(found);
      if (fits(found)) break;
    }
    const chosen = trials.find(fits) ?? trials.find(({ faults }) => faults.some(({ path: where }) => where !== path));
    if (!chosen) return this.#wrong(value, shape, path, at);
    append(this.#found.faults, chosen.faults);
    append(
      this.#found.sites,
      chosen.sites.filter(({ path: where }) => where !== path),
    );
    append(this.#found.maps, chosen.maps);
  }

  #wrong(value: Json, shape: ShapeSpec, path: string, at: Cause | undefined): void {
    const found = this.#made ? shown(value) : kindOf(value);
    this.#add({ kind: 'type', found, allowed: describe(shape) }, at, path);
  }

  #add(fault: DistributedOmit<SpecFault, 'node' | 'at' | 'path'>, at: Cause | undefined, path: string): void {
    const assumed = this.#made === 'assumed';
    this.#found.faults.push({ ...fault, node: this.#node, at: at ?? this.#node.at, path, assumed } as SpecFault);
  }
}

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const required = new WeakMap<PropertySpecs, readonly string[]>();

/** The names of the properties that must be there. */
const requiredOf = (specs: PropertySpecs): readonly string[] => {
  let names = required.get(specs);
  if (!names) {
    names = Object.keys(specs).filter((name) => specs[name]![1] === 1);
    required.set(specs, names);
  }
  return names;
};

/** Whether every text fits a property, and none of them can be a reference. */
const takesText = ([shape, , references]: PropertySpecs[string]): boolean => shape === 's' && !references?.length;

const place = (container: Json, step: Step): Cause | undefined => entryOf(container, step)?.value;

/** A list of one scalar, or of one function that may come to be a scalar. */
const isSingle = (value: Json): boolean =>
  isList(value) && value.length === 1 && (typeof value[0] !== 'object' || isIntrinsic(value[0]));
