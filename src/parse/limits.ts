import { message } from '../model/problem.ts';

/** The largest text that is read. CloudFormation itself takes 1 MB; this leaves room for generated sources. */
export const maximumLength = 16 * 1024 * 1024;

export const TooLarge = message(
  'file-too-large',
  'error',
  (length: number) =>
    `The template has ${length} characters; at most ${maximumLength} are read (CloudFormation takes 1,048,576 bytes).`,
);
