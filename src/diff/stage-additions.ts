import { isIntrinsic, isList, isMap, type Json, sameData } from '../model/tree.ts';
import type { Judged } from './accept.ts';
import type { ResourceChange } from './compare/changes.ts';
import type { Difference } from './compare/differences.ts';
import { type IsResource, mayBeSame } from './compare/possible.ts';
import type { PermissionChange } from './permissions/changes.ts';
import type { Row } from './permissions/rows.ts';
import type { TemplateDiff } from './report/summary.ts';

/**
 * What the change of a template does in a stage and does not do without one. A value that the base refers to, such as
 * `${Stage}-orders`, has been reported there for all values that stages give it.
 * @param base the same template without a stage; undefined where it is compared in the stage only
 */
export const stageAdditions = (diff: TemplateDiff, base: TemplateDiff | undefined): TemplateDiff => {
  if (!base) return diff;
  const { change } = diff;
  const isResource: IsResource = (id) => [change.before, change.after].some(({ resources }) => resources.has(id));
  const consequences = addedConsequences(diff.consequences, base.consequences);
  const affected = new Set(consequences.map(({ resource }) => resource));
  const known = new Map(base.change.compared.resources.map((each) => [each.id, each]));
  const resources = change.compared.resources.flatMap((each) =>
    affected.has(each.id) ? each : (addedToResource(each, known.get(each.id), isResource) ?? []),
  );
  const sections = change.compared.sections.filter(
    (each) =>
      !base.change.compared.sections.some((other) => other.section === each.section && covers(other, each, isResource)),
  );
  return {
    ...diff,
    consequences,
    change: {
      ...change,
      compared: { ...change.compared, resources, sections },
      consequences,
      permissions: () => addedPermissions(change.permissions(), base.change.permissions()),
    },
  };
};

/** Each consequence of the base stands for one of the stage: the one with its text, or one at its place that is no worse. */
const addedConsequences = (all: readonly Judged[], base: readonly Judged[]): Judged[] => {
  const left = [...base];
  const takes = (isSame: (other: Judged) => boolean): boolean => {
    const at = left.findIndex(isSame);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const others = all.filter((each) => !takes((other) => isAlike(other, each) && other.text === each.text));
  return others.filter((each) => !takes((other) => isAlike(other, each) && placeOf(other) === placeOf(each)));
};

const isAlike = (one: Judged, other: Judged): boolean =>
  one.id === other.id && one.resource === other.resource && one.level === other.level;

const placeOf = ({ at, wasAt }: Judged): string => JSON.stringify([at?.start, wasAt?.start]);

/** A resource with what differs in the stage only; undefined where that is all the same in the base. */
const addedToResource = (
  change: ResourceChange,
  base: ResourceChange | undefined,
  isResource: IsResource,
): ResourceChange | undefined => {
  if (!base) return change;
  const isAdded = (all: readonly Difference[]) => (each: Difference) =>
    !all.some((other) => covers(other, each, isResource));
  const differences = change.differences.filter(isAdded(base.differences));
  const attributes = change.attributes.filter(isAdded(base.attributes));
  if (change.fate === base.fate && differences.length + attributes.length === 0) return undefined;
  return { ...change, differences, attributes };
};

/** Whether a difference of the base is that of the stage: of the same values, or of references that may come to them. */
const covers = (base: Difference, stage: Difference, isResource: IsResource): boolean =>
  sameData([...base.path], [...stage.path]) &&
  (['before', 'after'] as const).every((side) => stands(base[side], stage[side], isResource));

const stands = (base: Json | undefined, stage: Json | undefined, isResource: IsResource): boolean =>
  sameData(base, stage) || (refers(base) && mayBeSame(base, stage, isResource));

/** Whether a value holds a reference or another function. */
const refers = (value: Json | undefined): boolean =>
  isIntrinsic(value) ||
  (isList(value) && value.some(refers)) ||
  (isMap(value) && Object.keys(value).some((key) => refers(value[key])));

const addedPermissions = (all: readonly PermissionChange[], base: readonly PermissionChange[]): PermissionChange[] =>
  all.flatMap((change) => {
    const known = base.find(({ id, relation }) => id === change.id && relation === change.relation);
    if (!known) return change;
    const gained = change.gained.filter((row) => !known.gained.some((other) => coversRow(other, row)));
    const lost = change.lost.filter((row) => !known.lost.some((other) => coversRow(other, row)));
    const narrowed = change.narrowed.filter(({ from }) => !known.narrowed.some((other) => coversRow(other.from, from)));
    return gained.length + lost.length + narrowed.length === 0 ? [] : { ...change, gained, lost, narrowed };
  });

const rowTexts = ['resource', 'principal', 'condition'] as const;

const coversRow = (base: Row, stage: Row): boolean =>
  base.effect === stage.effect &&
  base.action === stage.action &&
  rowTexts.every((text) => base[text] === stage[text] || base[text].includes('${'));
