import { didYouMean, nearest } from '../../model/nearest.ts';
import { type Document, parse } from '../../parse/index.ts';
import { tellProblems } from '../talk.ts';
import { inStage, parametersOf, type StageFlags } from './stage.ts';

/** Flags for a template: in the stage that is asked for. Reports parameters that only files of the project know. */
export const forTemplate = async <Flags extends StageFlags>(
  template: Uint8Array | (() => Document),
  name: string,
  flags: Flags,
  stages: readonly string[],
): Promise<Flags> => {
  const { root } = template instanceof Uint8Array ? parse(template, name) : template();
  await tellMisspelt(parametersOf(root), name, flags);
  return inStage(root, name, flags, stages);
};

/** What was reported already: a template is looked at once for each of its stages. */
const reported = new Set<string>();

/**
 * Reports values for parameters whose name is nearly that of a parameter of the template. A file of the project may
 * have values for several templates, so a name that resembles none of them is not reported.
 */
const tellMisspelt = async (declared: readonly string[], template: string, { settings }: StageFlags): Promise<void> => {
  const given = settings?.parameters ?? new Map();
  const open = declared.filter((each) => !given.has(each));
  for (const [parameter, { from }] of given) {
    const near = declared.includes(parameter) ? undefined : nearest(parameter, open);
    if (near === undefined) continue;
    const message = `${from} gives a value for the parameter '${parameter}', but '${template}' has no such parameter.${didYouMean(near)}`;
    if (reported.has(message)) continue;
    reported.add(message);
    await tellProblems([{ code: 'unknown-parameter', level: 'warning', message }], new Map());
  }
};
