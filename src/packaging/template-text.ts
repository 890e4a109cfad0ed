import type { JsonMap } from '../model/tree.ts';

/** The largest template that CloudFormation takes from S3, in bytes. */
const largestTemplate = 1_048_576;

/** A template as it is written and uploaded: in lines for people, as long as CloudFormation takes it like that. */
export const templateText = (template: JsonMap): string => {
  const lines = `${JSON.stringify(template, null, 2)}\n`;
  return new TextEncoder().encode(lines).length > largestTemplate ? `${JSON.stringify(template)}\n` : lines;
};
