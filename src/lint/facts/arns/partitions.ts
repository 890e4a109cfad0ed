/** The partitions of AWS, each with the beginning of the names of its Regions. */
export const partitions: ReadonlyMap<string, string> = new Map([
  ['aws-cn', 'cn-'],
  ['aws-us-gov', 'us-gov-'],
  ['aws-iso', 'us-iso-'],
  ['aws-iso-b', 'us-isob-'],
  ['aws-iso-e', 'eu-isoe-'],
  ['aws-iso-f', 'us-isof-'],
  ['aws-eusc', 'eusc-'],
  ['aws', ''],
]);

/** The partition that a Region belongs to. */
export const partitionOf = (region: string): string =>
  [...partitions].find(([, beginning]) => region.startsWith(beginning))![0];
