import { get, isList, isMap, type Json, type JsonMap } from '../../model/tree.ts';
import { symbolic } from '../words/shown.ts';

/** Where the stacks of a stack set are: each account or organizational unit with each Region. */
export interface Instances {
  /** `123456789012 eu-west-1` → its Region, and what it is called. */
  readonly places: ReadonlyMap<string, { readonly region: string; readonly text: string }>;
  /** Whether all of them are known. */
  readonly isComplete: boolean;
}

/** The stacks that a stack set makes. */
export const instancesOf = (properties: JsonMap): Instances => {
  const groups = get(properties, 'StackInstancesGroup') ?? [];
  const places = new Map<string, { region: string; text: string }>();
  let isComplete = isList(groups) && !groups.some(isUnknown);
  for (const group of isList(groups) ? groups.filter(isMap) : []) {
    const [targets, regions] = [get(group, 'DeploymentTargets'), get(group, 'Regions')];
    const filter = symbolic(get(targets, 'AccountFilterType') ?? '');
    const lists = ['Accounts', 'OrganizationalUnitIds'].map((name) => get(targets, name) ?? []);
    isComplete &&= isList(regions) && lists.every(isList) && get(targets, 'AccountsUrl') === undefined;
    for (const target of lists.flatMap((list) => (isList(list) ? list.map(symbolic) : []))) {
      for (const region of isList(regions) ? regions.map(symbolic) : []) {
        places.set([target, filter, region].join(' '), { region, text: `${target} in ${region}` });
      }
    }
  }
  return { places, isComplete: isComplete && !JSON.stringify(groups).includes('{"Ref"') };
};

const isUnknown = (group: Json): boolean => !isMap(group) || get(group, 'Fn::If') !== undefined;
