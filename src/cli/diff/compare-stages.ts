import type { Acceptance } from '../../diff/accept.ts';
import { toJson } from '../../diff/report/json.ts';
import { isChanged, stacksOf, stagesText, type TemplateDiff } from '../../diff/report/summary.ts';
import { stageAdditions } from '../../diff/stage-additions.ts';
import type { Specs } from '../../model/spec.ts';
import type { Document } from '../../parse/index.ts';
import { printable } from '../../report/printable.ts';
import { isCompact } from '../../spec/compact.ts';
import { stagesFor } from '../settings/settled.ts';
import { writeError } from '../streams.ts';
import { type ComparedPair, comparePair, type FailedPair } from './compare-pair.ts';
import type { TemplatePair } from './pairs.ts';
import { type SideFlags, sideOptions } from './sides.ts';
import { documentOf } from './template-at.ts';

/** What the stages of a template do in addition to what it does without one. */
export interface ComparedStages {
  /** What is reported: stages that do the same are one. */
  readonly additions: readonly TemplateDiff[];
  /** All that was compared. */
  readonly diffs: readonly TemplateDiff[];
  readonly failed: readonly FailedPair[];
}

/** Compares a pair in each of its stages, as long as none is asked for. */
export const compareStages = async (
  pair: TemplatePair,
  base: ComparedPair,
  flags: SideFlags,
  acceptances: readonly Acceptance[],
  specs: Specs,
): Promise<ComparedStages> => {
  const additions = new Map<string, TemplateDiff>();
  const [diffs, failed]: [TemplateDiff[], FailedPair[]] = [[], []];
  if (flags.stage !== undefined || flags.oldStage !== undefined || base.failed.length > 0 || !pair.after) {
    return { additions: [], diffs, failed };
  }
  for (const stage of await stagesOf(pair, flags)) {
    const compared = comparePair(pair, await sideOptions(pair, { ...flags, stage }), acceptances, specs);
    for (const each of compared.failed) failed.push({ ...each, name: each.name + stagesText([stage]) });
    for (const each of compared.diffs) {
      diffs.push(each);
      const added = stageAdditions(each, base.diffs.find(isSameTemplate(each)));
      if (!isChanged(added)) continue;
      const key = toJson([added]);
      additions.set(key, { ...added, stages: [...(additions.get(key)?.stages ?? []), stage] });
    }
  }
  return { additions: [...additions.values()], diffs, failed };
};

/** Whether another comparison has the template and the stack of this one. */
const isSameTemplate =
  ({ name, stack }: TemplateDiff) =>
  (other: TemplateDiff): boolean =>
    other.name === name &&
    (stack === undefined ? other.stack === undefined : stacksOf(other).includes(stack.join('.')));

/** The stages that both sides have. Reports those that only one of two compact specs has. */
const stagesOf = async ({ name, before, after }: TemplatePair, flags: SideFlags): Promise<readonly string[]> => {
  const [old, now] = [before && documentOf(before), after && documentOf(after)];
  const named = async (document: Document | undefined) =>
    document && (await stagesFor('diff', { folder: '.' }, flags, document));
  const [former, present] = [await named(old), await named(now)];
  if (!former || !present) return former ?? present ?? [];
  if (isCompact(old!.root) && isCompact(now!.root)) {
    for (const stage of present.filter((each) => !former.includes(each))) {
      await tell(
        `The stage '${stage}' of '${name}' is new, so it is not compared. Use '--stage ${stage} --old-stage NAME' where it had another name.`,
      );
    }
    for (const stage of former.filter((each) => !present.includes(each))) {
      await tell(`The stage '${stage}' of '${name}' is removed; its stack stays until it is deleted.`);
    }
  }
  return present.filter((each) => former.includes(each));
};

const tell = (text: string): Promise<void> => writeError(`synth: ${printable(text)}\n`);
