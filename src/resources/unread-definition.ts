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

/**
 * The message for a definition that a macro makes at the deployment, such as an `AWS::Include` from S3; undefined for
 * any other. CloudFormation runs it before the transform, so the template itself is right.
 * @param what what is to be added to it, as the start of a sentence
 * @param linted whether the template is only checked
 */
export const unreadDefinition = (body: Json | null | undefined, what: string, linted: boolean) => {
  if (!isMap(body) || !Object.hasOwn(body, 'Fn::Transform')) return undefined;
  const names = macroEntries(get(body, 'Fn::Transform')).map(macroName).filter(isString);
  const macro = names[0] ?? 'Fn::Transform';
  return linted ? LeftAlone(macro) : NotRead(what, macro);
};
