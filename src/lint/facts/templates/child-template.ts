import { macroEntries } from '../../../model/macros.ts';
import type { Cause } from '../../../model/origin.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { get, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { localPath } from '../functions/local-path.ts';
import { hasFunctionKey } from './function-keys.ts';

/** What a local template of a nested stack takes and gives. */
export interface ChildTemplate {
  /** The names of its parameters. */
  readonly parameters: readonly string[];
  /** Those without a default. */
  readonly required: readonly string[];
  /** The names of its outputs; undefined where loops or macros add to them. */
  readonly outputs: readonly string[] | undefined;
}

/** The property that names the template, by type. */
export const templateProperties: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/** The local template that a value names; undefined where the value names no template, or one that cannot be read whole. */
export const childTemplate = (
  value: Json | undefined,
  at: Cause | undefined,
  view: TemplateView,
): ChildTemplate | undefined => {
  const path = localPath(view.resolve(value));
  const file = path ? view.file(path, at) : undefined;
  if (typeof file !== 'object') return undefined;
  const { root, faults } = file.read();
  if (!isMap(root) || faults.length > 0 || !isMap(get(root, 'Resources'))) return undefined;
  const declared = get(root, 'Parameters') ?? {};
  if (!isMap(declared) || hasFunctionKey(declared)) return undefined;
  const parameters = Object.keys(declared);
  const required = parameters.filter((name) => get(declared[name], 'Default') === undefined);
  return { parameters, required, outputs: outputsOf(root) };
};

/** Macros that leave the outputs alone. */
const quiet = /^AWS::(?:Serverless-|LanguageExtensions$|SecretsManager-|CodeDeployBlueGreen$)/;

const outputsOf = (root: JsonMap): string[] | undefined => {
  const outputs = get(root, 'Outputs') ?? {};
  if (!isMap(outputs) || hasFunctionKey(outputs)) return undefined;
  const isKnown = macroEntries(get(root, 'Transform')).every((entry) => isString(entry) && quiet.test(entry));
  return isKnown ? Object.keys(outputs) : undefined;
};
