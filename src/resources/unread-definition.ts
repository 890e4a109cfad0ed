import { macroEntries, macroName } from '../model/macros.ts';
import { message } from '../model/problem.ts';
import { get, isMap, isString, type Json } from '../model/tree.ts';

const NotRead = message(
  'definition-not-read',
  'error',
  (what: string, macro: string) =>
    `${what} cannot be added to the definition: '${macro}' makes it at the deployment, and synth cannot read that. Include a local file, or write the definition here.`,
);
const LeftAlone = message(
  'definition-not-read',
  'info',
  (macro: string) =>
    `'${macro}' makes the definition at the deployment, and synth cannot read that: this API is not checked.`,
);

const NotCounted = message(
  'definition-not-read',
  'warning',
  (macro: string) =>
    `'${macro}' makes the definition at the deployment, so what it says does not count in the id of the API's deployment: where only that changes, the API is not deployed again. Include a local file, or write the definition here.`,
);

/** The macro that makes a definition at the deployment; undefined where none does. */
const macroOf = (body: Json | null | undefined): string | undefined => {
  if (!isMap(body) || !Object.hasOwn(body, 'Fn::Transform')) return undefined;
  const names = macroEntries(get(body, 'Fn::Transform')).map(macroName).filter(isString);
  return names[0] ?? 'Fn::Transform';
};

/** The message where the id of a deployment is made of a definition that a macro makes; undefined for any other. */
export const uncountedDefinition = (body: Json | null | undefined) => {
  const macro = macroOf(body);
  return macro === undefined ? undefined : NotCounted(macro);
};

/**
 * The message for a definition that a macro makes at the deployment, such as an `AWS::Include` from S3; undefined for
 * any other. CloudFormation runs it before the transform, so the template itself is right.
 * @param what what is to be added to it, as the start of a sentence
 * @param linted whether the template is only checked
 */
export const unreadDefinition = (body: Json | null | undefined, what: string, linted: boolean) => {
  const macro = macroOf(body);
  if (macro === undefined) return undefined;
  return linted ? LeftAlone(macro) : NotRead(what, macro);
};
