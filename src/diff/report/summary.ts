import { counted } from '../../model/counted.ts';
import type { Judged } from '../accept.ts';
import type { ResourceChange } from '../compare/changes.ts';
import type { Kind } from '../consequences/consequence.ts';
import type { Change } from '../index.ts';
import { enumerated } from '../words/nouns.ts';

/** One template's change, as reports show it. */
export interface TemplateDiff {
  /** The template's path. */
  readonly name: string;
  /** Of a nested stack: the logical ids of the stacks around it and its own. */
  readonly stack?: readonly string[] | undefined;
  /** Further stacks that are made of the same templates with the same parameters; the change is the same for them. */
  readonly sameStacks?: readonly (readonly string[])[] | undefined;
  /** Where the change is what these stages do in addition: their names. */
  readonly stages?: readonly string[] | undefined;
  /** The template is removed; a stack that was made of it stays as it is. */
  readonly isGone?: boolean | undefined;
  /** What the two sides are called: `main`, `the working tree`, a file. */
  readonly from: string;
  readonly to: string;
  readonly change: Change;
  readonly consequences: readonly Judged[];
}

/** A template's path, the nested stack that it is the template of, and the stages that the change is in. */
export const titleText = (diff: TemplateDiff): string => diff.name + stackText(diff) + stagesText(diff.stages);

/** ` of the nested stacks Jobs and Mails`; empty for a template that none is made of. */
export const stackText = (diff: TemplateDiff, shown: (name: string) => string = (name) => name): string => {
  const stacks = stacksOf(diff);
  if (stacks.length === 0) return '';
  return ` of the nested ${stacks.length === 1 ? 'stack' : 'stacks'} ${enumerated(stacks.map(shown))}`;
};

/** The nested stacks that a change is the same for, each by the ids of those around it and its own. */
export const stacksOf = ({ stack, sameStacks = [] }: TemplateDiff): readonly string[] =>
  stack === undefined ? [] : [stack, ...sameStacks].map((path) => path.join('.'));

/** ` in the stage 'prod'`; empty for a change that is in all stages. */
export const stagesText = (stages: readonly string[] = []): string =>
  stages.length === 0
    ? ''
    : ` in the ${stages.length === 1 ? 'stage' : 'stages'} ${enumerated(
        stages.map((each) => `'${each}'`),
        stages.length,
      )}`;

/** Whether there is something to report of a template. */
export const isChanged = ({ change: { compared }, consequences, isGone = false }: TemplateDiff): boolean =>
  isGone || compared.resources.length + compared.sections.length + consequences.length > 0;

/** What becomes of a resource, in one word or two. */
export const fateText = ({ fate, certain, renamed, oldCopy, heldName }: ResourceChange): string => {
  const perhaps = certain ? '' : 'perhaps ';
  const old = oldCopy === undefined ? '' : `, the old one is ${oldCopy}`;
  if (heldName) return `${perhaps}to be replaced, which CloudFormation refuses`;
  if (renamed) return `recreated under a new id${old}`;
  switch (fate) {
    case 'replaced':
      return `${perhaps}replaced${old}`;
    case 'removed':
      return `${perhaps}${oldCopy === 'retained' ? 'taken out of the stack and kept' : oldCopy === 'snapshotted' ? 'deleted after a snapshot' : 'deleted'}`;
    case 'succeeded':
      return `${perhaps}new version`;
    case 'attributes':
      return 'changed in the template only';
    case 'refused':
      return 'refused by CloudFormation';
    default:
      return `${perhaps}${fate}`;
  }
};

/** The sign of a change at the beginning of a line. */
export const signOf = ({ fate, heldName }: ResourceChange): Sign => (heldName ? '!' : signs[fate]);

type Sign = '+' | '-' | '±' | '!' | '~';

const signs: Readonly<Record<ResourceChange['fate'], Sign>> = {
  added: '+',
  removed: '-',
  replaced: '±',
  succeeded: '+',
  refused: '!',
  changed: '~',
  attributes: '~',
};

const order: readonly [ResourceChange['fate'], string][] = [
  ['refused', 'refused'],
  ['replaced', 'replaced'],
  ['removed', 'removed'],
  ['changed', 'changed'],
  ['added', 'added'],
  ['succeeded', 'published'],
  ['attributes', 'changed in the template only'],
];

/** Whether those with that fate and those that perhaps have it are counted apart. */
const isCountedApart = ({ fate, before, after }: ResourceChange): boolean =>
  fate === 'replaced' || fate === 'succeeded' || (before !== undefined && after !== undefined);

/** A replacement that CloudFormation refuses does not take place. */
const countedFate = ({ fate, heldName }: ResourceChange): ResourceChange['fate'] => (heldName ? 'refused' : fate);

/** How many resources have which fate: `1 replaced, 2 changed and 1 added`; or that nothing changes. */
export const summaryOf = ({ change: { compared }, isGone }: TemplateDiff): string => {
  if (isGone) return 'the template is removed; its stack stays until it is deleted';
  const { resources, sections } = compared;
  const parts = order.flatMap(([fate, word]) => {
    const those = resources.filter((each) => countedFate(each) === fate);
    const certain = those.filter((each) => each.certain || !isCountedApart(each)).length;
    return [
      ...(certain > 0 ? [`${certain} ${word}`] : []),
      ...(those.length > certain ? [`${those.length - certain} perhaps ${word}`] : []),
    ];
  });
  if (parts.length > 0) return enumerated(parts, parts.length);
  return sections.length > 0 ? `no resource changes, ${counted(sections.length, 'other difference')}` : 'no change';
};

/** The consequences that are not accepted. */
export const openConsequences = ({ consequences }: TemplateDiff): readonly Judged[] =>
  consequences.filter(({ accepted }) => accepted === undefined);

/** What `--fail-on` can name: a kind of consequence, the id of one, all of them, or any change at all. */
export type FailOn = Kind | 'any' | 'changed' | (string & {});

/** Whether a change fails a check: for a consequence of that kind that is not accepted, or a resource with that fate. */
export const failsOn = (diff: TemplateDiff, wanted: FailOn): boolean => {
  const { resources } = diff.change.compared;
  if (wanted === 'changed') return isChanged(diff);
  if (wanted === 'any')
    return openConsequences(diff).length > 0 || (['replaced', 'removed'] as const).some((kind) => failsOn(diff, kind));
  if (openConsequences(diff).some(({ id, kinds }) => id === wanted || kinds.some((kind) => kind === wanted)))
    return true;
  // Replacements and removals count without a consequence, too, unless one is accepted for the resource.
  const accepted = new Set(
    diff.consequences.filter((each) => each.accepted !== undefined).map(({ resource }) => resource),
  );
  return resources.some(({ id, fate, renamed, byPackaging }) => {
    if (accepted.has(id) || byPackaging) return false;
    if (wanted === 'replaced') return fate === 'replaced' && !renamed;
    return wanted === 'removed' && (fate === 'removed' || renamed);
  });
};
