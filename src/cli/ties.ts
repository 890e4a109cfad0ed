import { type Expanded, parameterTies, regionTies, type Tie } from '../build/ties.ts';
import { defaultRegion } from '../transform/options.ts';

/**
 * What is fixed in an output because of a value.
 * @param again what is done for another value
 */
export const tieText = ({ name, value, places }: Tie, again: 'build' | 'expand'): string => {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  if (name === 'AWS::Partition') return `Made for regions of the partition '${value}'.`;
  const [first, ...rest] = places;
  if (first === undefined) return `Made for ${name} '${shown}'; the template cannot be expanded for another value.`;
  const more = rest.length === 0 ? '' : ` and ${rest.length} more`;
  return `Made for ${name} '${shown}', which decides on ${first}${more}; ${again} again for another value.`;
};

/** The values that an expansion is only valid for, each with what it decides on. That of the region is looked for where it is written. */
export const fixedValues = (expanded: Expanded): string[] => {
  const { made, options } = expanded;
  const { region = defaultRegion } = options;
  const ties = [
    ...parameterTies(made, expanded),
    ...(JSON.stringify(made).includes(region) ? regionTies(expanded) : []),
  ];
  return ties.map((tie) => tieText(tie, 'expand'));
};
