import { type Resource, resourceOf, resourcesOf } from './assertions/resources.ts';
import { synthesize, type TemplateOptions } from './cli/testing/templates.ts';
import { refuseMistakes } from './model/options.ts';

export type { Resource } from './assertions/resources.ts';
export { matchers, type TemplateMatchers } from './cli/testing/matchers.ts';
export { matchTemplateSnapshot, type SnapshotMatchOptions } from './cli/testing/snapshot.ts';
export { synthesize, type TemplateOptions } from './cli/testing/templates.ts';
export { RuleTester } from './lint/rule-tester.ts';
export { defineRule, defineTemplateRule, type ResourceNode, type Rule, type RuleContext } from './model/rule.ts';

/** The resources that a template becomes, by their logical ids: all of them, or those of a type. */
export const resources = (
  template: string | object,
  type?: string,
  options?: TemplateOptions,
): Record<string, Resource> => {
  refuseMistakes(type === undefined ? {} : { type }, {});
  return resourcesOf(synthesize(template, options), type);
};

/**
 * A resource that a template becomes.
 * @throws Error if the template has no resource with this logical ID
 */
export const resource = (template: string | object, id: string, options?: TemplateOptions): Resource => {
  refuseMistakes({ logicalId: id }, {});
  return resourceOf(synthesize(template, options), id);
};
