import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import type { ShapeSpec } from '../../../model/spec.ts';
import { isMap, type Json, type JsonMap } from '../../../model/tree.ts';
import type { ValueFault } from '../values/bounds.ts';
import { presentWays } from './choices.ts';
import { oncePerTemplate } from './once.ts';
import { customResource, isCustomResource } from './opaque.ts';
import { isDynamic, Walk } from './spec-walk.ts';
import { ownWay } from './ways.ts';

/** One way in which a resource does not fit the published specification of its type. */
export type SpecFault = {
  readonly node: ResourceNode;
  readonly at: Cause | undefined;
  readonly path: string;
  /** Whether the value follows from what may be given otherwise at the deployment: a default, the Region. */
  readonly assumed?: boolean;
} & (
  | { readonly kind: 'unknown'; readonly name: string; readonly near: string | undefined }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'type'; readonly found: string; readonly allowed: string }
  /** A list of one item where a map of texts wants a text. */
  | { readonly kind: 'single'; readonly allowed: string }
  | { readonly kind: 'value'; readonly found: string; readonly allowed: readonly string[] }
  | ValueFault
);

/** An intrinsic function that stands for a property, or a text that stands where a reference can. */
export interface PropertySite {
  readonly node: ResourceNode;
  readonly value: Json;
  readonly at: Cause | undefined;
  /** As in a message: `Targets[0].Arn`. */
  readonly path: string;
  readonly key: string;
  readonly shape: ShapeSpec;
  /** `Type.Attribute` of what the property can be a reference to, as far as that is published. */
  readonly references: readonly string[];
}

/** A map whose properties are published: those of a resource, or a definition inside of them. */
export interface MapSite {
  readonly node: ResourceNode;
  readonly map: JsonMap;
  readonly at: Cause | undefined;
  readonly path: string;
  readonly key: string;
  /** The conditions that hold where the map is used, with a `!` before those that do not. */
  readonly way: readonly string[];
}

export interface Walked {
  readonly faults: SpecFault[];
  readonly sites: PropertySite[];
  readonly maps: MapSite[];
}

/** Every fault of every resource. */
export const specFaults = (cx: RuleContext): readonly SpecFault[] => walked(cx).faults;

/** The level of a fault of a value: what is only assumed may be another value at the deployment. */
export const levelOf = ({ assumed }: SpecFault): 'warning' | undefined => (assumed ? 'warning' : undefined);

/** Every property, and item of a list, that is an intrinsic function, or a text where a reference can stand. */
export const propertySites = (cx: RuleContext): readonly PropertySite[] => walked(cx).sites;

/** Every map whose properties are published. */
export const mapSites = (cx: RuleContext): readonly MapSite[] => walked(cx).maps;

/** The walk is made once for all rules that ask. */
const walked = oncePerTemplate((cx: RuleContext): Walked => {
  const { specs } = cx;
  const found: Walked = { faults: [], sites: [], maps: [] };
  for (const node of specs ? cx.resources() : []) {
    const type = isCustomResource(node.type) ? customResource : node.type;
    const spec = specs!.resource(type);
    if (!spec) continue;
    for (const { value, at, way } of presentWays(node.properties, node.at, ownWay(node.body))) {
      if (isMap(value) && !isDynamic(value)) {
        new Walk(node, spec, found, cx, way).properties(value, spec.properties, '', type, at);
      }
    }
  }
  return found;
});
