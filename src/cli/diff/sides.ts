import type { ExpandOptions } from '../../transform/index.ts';
import { settled } from '../settings/settled.ts';
import { transformOptions, type ValueFlags } from '../transform-options.ts';
import type { PairOptions } from './compare-pair.ts';
import type { TemplatePair } from './pairs.ts';
import { documentOf, type TemplateAt } from './template-at.ts';

/** What the two sides are for, as commander hands it over. */
export interface SideFlags extends ValueFlags {
  readonly oldParameter?: readonly string[] | undefined;
  readonly oldParameters?: string | undefined;
  readonly oldRegion?: string | undefined;
  readonly oldStage?: string | undefined;
}

/** Whether OLD is for something else than NEW. */
export const hasOldFlags = ({ oldParameter, oldParameters, oldRegion, oldStage }: SideFlags): boolean =>
  [oldParameter, oldParameters, oldRegion, oldStage].some((each) => each !== undefined);

/** The flags as they count for OLD: what is not said of it is as for NEW. */
export const oldFlags = <Flags extends SideFlags>(flags: Flags): Flags => {
  const { oldParameter, oldParameters, oldRegion = flags.region, oldStage = flags.stage } = flags;
  const own = oldParameter !== undefined || oldParameters !== undefined;
  const values = own ? { parameter: oldParameter, parameters: oldParameters } : {};
  return { ...flags, ...values, region: oldRegion, stage: oldStage };
};

/** How the two sides of a pair are expanded. */
export const sideOptions = async ({ before, after }: TemplatePair, flags: SideFlags): Promise<PairOptions> => ({
  before: await optionsOf(before, true, oldFlags(flags)),
  after: await optionsOf(after, false, flags),
});

const optionsOf = async (
  template: TemplateAt | undefined,
  isPast: boolean,
  flags: ValueFlags,
): Promise<ExpandOptions> => {
  const place = { folder: '.', name: template?.name ?? '', isPast };
  return {
    ...transformOptions(await settled('diff', place, flags, template && (() => documentOf(template)))),
    // What an application's template is called does not matter, as long as both sides call it the same.
    resolveApplication: (id: string) => `https://example.com/${id}.yaml`,
  };
};
