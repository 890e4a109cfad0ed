import type { EarlyValues } from '../language-extensions/early-values.ts';
import { serverlessPrefix } from '../model/macros.ts';
import { packagedOf } from '../packaging/properties.ts';
import { declarations } from './registry.ts';

/** Properties that are taken as values only, though their declaration allows a function: a reference to a parameter. */
const alsoValues: Readonly<Record<string, readonly string[]>> = {
  'AWS::Serverless::Api': ['OpenApiVersion'],
  'AWS::Serverless::Function': ['AutoPublishAlias'],
};

const ofResource = (type: string, property: string): boolean =>
  declarations.resource(type)?.[property]?.check === 'literal' ||
  packagedOf(type).some(({ path }) => path[0] === property) ||
  (alsoValues[type]?.includes(property) ?? false);

/** What the SAM transform takes only as values: literals, and what names code or definitions. */
export const earlyValues: EarlyValues = {
  ofResource,
  ofEvent: (hostType, type, property) => declarations.event(hostType, type)?.[property]?.check === 'literal',
  ofGlobals: (section, property) => ofResource(serverlessPrefix + section, property),
};
