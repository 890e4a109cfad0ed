/** Region prefixes of the partitions other than `aws`. */
const prefixes = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc'],
] as const;

/** The partition that a region belongs to: `aws` unless its name says otherwise. */
export const partitionOf = (region: string): string =>
  prefixes.find(([prefix]) => region.toLowerCase().startsWith(prefix))?.[1] ?? 'aws';
