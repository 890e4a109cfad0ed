import type { Json, JsonMap } from './tree.ts';

/** A CloudFormation template, as far as every one has the same shape. */
export interface Template {
  Resources: { [logicalId: string]: TemplateResource };
  Parameters?: { [name: string]: { Type: string; [attribute: string]: Json } };
  Conditions?: { [name: string]: Json };
  Mappings?: { [name: string]: { [key: string]: { [key: string]: Json } } };
  Outputs?: { [name: string]: { Value: Json; [attribute: string]: Json } };
  AWSTemplateFormatVersion?: string;
  Description?: string;
  /** Other sections. */
  // biome-ignore lint/suspicious/noExplicitAny: what stands there is data of any shape, as `JSON.parse` gives it
  [section: string]: any;
}

/** A resource of a template. */
export interface TemplateResource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: each type has other properties
  Properties?: { [name: string]: any };
  DependsOn?: string | string[];
  Condition?: string;
  /** Other attributes. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  [attribute: string]: any;
}

/** The data of a template that was found to be one, typed. */
export const asTemplate = (root: JsonMap): Template => root as unknown as Template;
