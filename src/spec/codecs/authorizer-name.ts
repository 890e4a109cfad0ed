import type { Codec } from '../language/codec.ts';
import { text } from './scalars.ts';

/** The authorizer of an API or a route by its name, with words for SAM's `AWS_IAM` and `NONE`. */
export const authorizerName: Codec = {
  ...text,
  says: "the name of an authorizer, 'none' or 'iam'",
  read: (spot, cx) => (spot.text === 'none' ? 'NONE' : spot.text === 'iam' ? 'AWS_IAM' : text.read(spot, cx)),
  write: (value, cx) =>
    value === 'NONE'
      ? 'none'
      : value === 'AWS_IAM'
        ? 'iam'
        : value === 'none' || value === 'iam'
          ? undefined
          : text.write(value, cx),
};
