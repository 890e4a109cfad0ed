import { didYouMean, nearest } from '../../model/nearest.ts';
import { get, isMap, type Json } from '../../model/tree.ts';
import { isCompact } from '../../spec/compact.ts';
import { sectionsOf } from '../../spec/lower/headings.ts';
import { stageNames } from '../../spec/lower/stages.ts';
import { parametersFrom } from '../parameters.ts';
import type { TransformFlags } from '../transform-options.ts';
import { UsageError } from '../usage.ts';
import { noSettings, type Settings } from './settings.ts';

/** What of the flags depends on the stage. */
export type StageFlags = Pick<TransformFlags, 'stage' | 'parameter' | 'parameters' | 'settings'>;

/** All stages of a template: those that the configuration names, then those that a compact spec has itself. */
export const allStages = (root: Json, named: readonly string[]): string[] => [
  ...new Set([...named, ...ownStages(root)]),
];

/** The stages that a compact spec has itself. */
const ownStages = (root: Json): string[] => (isCompact(root) ? stageNames(sectionsOf(root).root) : []);

/**
 * Flags for a template in a stage. A stage that only the configuration names leaves a compact spec at its base; the
 * parameter 'Stage' of a template gets the name of the stage where nothing else gives it a value.
 * @param named the stages of the configuration
 * @throws UsageError where stages are declared and this is not one of them
 */
export const inStage = <Flags extends StageFlags>(
  root: Json,
  template: string,
  flags: Flags,
  named: readonly string[],
): Flags => {
  const { stage } = flags;
  if (stage === undefined) return flags;
  const known = allStages(root, named);
  if (named.length > 0 && !known.includes(stage)) {
    throw new UsageError(
      `There is no stage '${stage}' for '${template}'.${didYouMean(nearest(stage, known))}`,
      `Its stages are ${known.join(', ')}.`,
    );
  }
  const declared = parametersOf(root);
  const settings = withStage(declared, stage, flags);
  const own = ownStages(root);
  const isBase = named.includes(stage) || (own.length === 0 && declared.includes('Stage'));
  return { ...flags, settings, stage: isCompact(root) && isBase && !own.includes(stage) ? undefined : stage };
};

/** The parameters that a template or a compact spec declares. */
export const parametersOf = (root: Json): readonly string[] => {
  const declared = isCompact(root) ? get(sectionsOf(root).root, 'parameters') : get(root, 'Parameters');
  return isMap(declared) ? Object.keys(declared) : [];
};

const withStage = (
  declared: readonly string[],
  stage: string,
  { parameter, parameters, settings = noSettings }: StageFlags,
): Settings | undefined => {
  if (!declared.includes('Stage') || settings.parameters.has('Stage')) return settings;
  if (Object.hasOwn(parametersFrom(parameters, parameter ?? []), 'Stage')) return settings;
  return { ...settings, parameters: new Map([...settings.parameters, ['Stage', { value: stage, from: '--stage' }]]) };
};
