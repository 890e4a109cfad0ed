import type { Cause } from '../../../model/origin.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { get, isMap, type Json } from '../../../model/tree.ts';
import { localPath } from '../functions/local-path.ts';
import { hasFunctionKey } from './function-keys.ts';

/** What a local template of a nested stack takes and gives. */
export interface ChildTemplate {
  /** The names of its parameters. */
  readonly parameters: readonly string[];
  /** Those without a default. */
  readonly required: readonly string[];
  /** The names of its outputs; undefined where macros or loops give some of them. */
  readonly outputs: readonly string[] | undefined;
}

/** The property that names the template of a nested stack, by type. */
export const templateProperties: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/** The local template that a value names; undefined where it is none, or cannot be read whole. */
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
  return { parameters, required, outputs: outputsOf(get(root, 'Outputs') ?? {}) };
};

const outputsOf = (outputs: Json): readonly string[] | undefined =>
  isMap(outputs) && !hasFunctionKey(outputs) ? Object.keys(outputs) : undefined;
