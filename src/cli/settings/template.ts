import { didYouMean, nearest } from '../../model/nearest.ts';
import { type Message, message } from '../../model/problem.ts';
import { type Document, parse } from '../../parse/index.ts';
import { isCompact } from '../../spec/compact.ts';
import { tellProblems } from '../talk.ts';
import { withoutPlace } from '../unknown-parameters.ts';
import { noSettings, type Place } from './settings.ts';
import { inStage, parametersOf, type StageFlags } from './stage.ts';

const LackingParameter = message(
  'unknown-parameter',
  'warning',
  (from: string, parameter: string, template: string, near: string | undefined) =>
    `${from} gives a value for the parameter '${parameter}', but '${template}' has no such parameter.${
      near === undefined ? ' Declare it, or remove the value.' : didYouMean(near)
    }`,
);

const StageWithoutEffect = message(
  'unknown-parameter',
  'warning',
  (stage: string, template: string, near: string | undefined) =>
    `'--stage ${stage}' changes nothing in '${template}', which has neither stages nor a parameter 'Stage'.${didYouMean(near)}`,
);

/** Flags for a template: in the stage that is asked for. Reports values in files of the project for parameters that it lacks. */
export const forTemplate = async <Flags extends StageFlags>(
  template: Uint8Array | (() => Document),
  { name, isPast }: Pick<Place, 'name' | 'isPast'>,
  flags: Flags,
  stages: readonly string[],
): Promise<Flags> => {
  const { root } = template instanceof Uint8Array ? parse(template, name) : template();
  if (!isPast) {
    const declared = parametersOf(root);
    await tellLacking(declared, name, flags);
    if (flags.stage !== undefined && stages.length === 0 && !isCompact(root) && !declared.includes('Stage')) {
      await tellOnce(StageWithoutEffect(flags.stage, name, nearest('Stage', declared)));
    }
  }
  return inStage(root, name, flags, stages);
};

/** What was reported already: a template is looked at once for each of its stages. */
const reported = new Set<string>();

/**
 * Reports values for parameters that the template lacks: those that are given for it alone, and those whose name is nearly
 * that of one of its parameters. Others may be for another template.
 */
const tellLacking = async (declared: readonly string[], template: string, { settings }: StageFlags): Promise<void> => {
  const { parameters: given } = settings ?? noSettings;
  const open = declared.filter((each) => !given.has(each));
  for (const [parameter, { from, isOwn }] of given) {
    if (declared.includes(parameter)) continue;
    const near = nearest(parameter, open);
    if (near === undefined && !isOwn) continue;
    await tellOnce(LackingParameter(from, parameter, template, near));
  }
};

const tellOnce = async (fault: Message): Promise<void> => {
  if (reported.has(fault.text)) return;
  reported.add(fault.text);
  await tellProblems([withoutPlace(fault)], new Map());
};
