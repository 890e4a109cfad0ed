import type { EarlyValues } from '../language-extensions/early-values.ts';
import { packagedOf } from '../packaging/properties.ts';
import { declarations } from './registry.ts';

/** Properties that are taken as values only, though their declaration allows a function: a reference to a parameter. */
const alsoValues: Readonly<Record<string, readonly string[]>> = {
  'AWS::Serverless::Function': ['AutoPublishAlias'],
};

/** What the SAM transform takes only as values: literals, and what names code or definitions. */
export const earlyValues: EarlyValues = {
  ofResource: (type, property) =>
    declarations.resource(type)?.[property]?.check === 'literal' ||
    packagedOf(type).some(({ path }) => path[0] === property) ||
    (alsoValues[type]?.includes(property) ?? false),
  ofEvent: (hostType, type, property) => declarations.event(hostType, type)?.[property]?.check === 'literal',
};
