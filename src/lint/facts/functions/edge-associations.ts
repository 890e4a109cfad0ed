import type { Found, ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isString, type Json } from '../../../model/tree.ts';
import { addTo } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { functionBehind } from './links.ts';

/** A function that CloudFront runs for a behaviour of a distribution. */
export interface EdgeAssociation {
  readonly distribution: ResourceNode;
  /** The ARN as it stands there. */
  readonly arn: Found;
  readonly eventType: string | undefined;
  /** The function, where it is in the template. */
  readonly fn: ResourceNode | undefined;
}

/** The paths to the behaviours of a distribution. */
export const behaviours = [
  ['DistributionConfig', 'DefaultCacheBehavior'],
  ['DistributionConfig', 'CacheBehaviors', '*'],
];

/** Every Lambda@Edge association of the template's distributions. */
export const edgeAssociations = oncePerTemplate((cx): readonly EdgeAssociation[] => {
  const found: EdgeAssociation[] = [];
  for (const distribution of cx.resources('AWS::CloudFront::Distribution')) {
    for (const path of behaviours) {
      for (const { path: item } of distribution.all(...path, 'LambdaFunctionAssociations', '*')) {
        const eventType = distribution.strings(...item, 'EventType')[0]?.value;
        for (const arn of distribution.all(...item, 'LambdaFunctionARN')) {
          found.push({ distribution, arn, eventType, fn: associated(arn.value, cx) });
        }
      }
    }
  }
  return found;
});

/** The functions of the template that run at the edge, each with the associations that say so. */
export const edgeFunctions = (cx: TemplateView): ReadonlyMap<ResourceNode, readonly EdgeAssociation[]> => {
  const functions = new Map<ResourceNode, EdgeAssociation[]>();
  for (const association of edgeAssociations(cx)) {
    if (association.fn) addTo(functions, association.fn, association);
  }
  return functions;
};

/** Also behind `${Fn.Arn}:3`. */
const associated = (value: Json, cx: TemplateView): ResourceNode | undefined => {
  const text = get(value, 'Fn::Sub');
  const reference = isString(text) ? /^(\$\{[A-Za-z0-9]+(?:\.Arn)?\}):/.exec(text)?.[1] : undefined;
  return functionBehind(cx, cx.target(value) ?? (reference ? cx.target({ 'Fn::Sub': reference }) : undefined));
};
