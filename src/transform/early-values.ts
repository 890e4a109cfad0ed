import type { EarlyValues } from '../language-extensions/early-values.ts';
import { serverlessPrefix } from '../model/macros.ts';
import type { Properties, Shape } from '../model/property.ts';
import { packagedOf } from '../packaging/properties.ts';
import { any, loose, mapOf, object } from '../schema/property.ts';
import { declarations } from './registry.ts';

/** The declaration of what stands at a path; `*` stands for any key. */
const at = ([step, ...rest]: readonly string[]): Shape => {
  if (step === undefined) return any;
  if (step === '*') return mapOf(at(rest));
  return object({ [step]: loose(at(rest), 'A local path.', { early: true }) });
};

/** Properties that name code or a definition: what is packaged has to be known. */
const packaged = (type: string): readonly Properties[] =>
  packagedOf(type).map(({ path: [name, ...rest] }) => ({
    [name!]: loose(at(rest), 'A local path.', { early: true }),
  }));

const ofResource = (type: string): readonly Properties[] => {
  const declared = declarations.resource(type);
  return declared === undefined ? packaged(type) : [declared, ...packaged(type)];
};

/** What the SAM transform takes only as values: what it decides by, and what names code or definitions. */
export const earlyValues: EarlyValues = {
  ofResource,
  ofEvent: (hostType, type) => {
    const declared = declarations.event(hostType, type);
    return declared === undefined ? [] : [declared];
  },
  ofGlobals: (section) => ofResource(serverlessPrefix + section),
};
