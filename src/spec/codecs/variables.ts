import { message } from '../../model/problem.ts';
import { isString } from '../../model/tree.ts';
import type { Codec } from '../language/codec.ts';
import { freeScalar } from './free.ts';
import { mapOf } from './records.ts';

const NameAsText = message(
  'spec-name-as-text',
  'warning',
  (id: string) =>
    `'${id}' is a text here, and also the name of something in this file. Write '\${${id}}' for a reference to it.`,
);

/** A value of an environment variable: a bare name in it is a text, unlike where a key expects something that exists. */
const variable: Codec = {
  ...freeScalar,
  read: (spot, cx) => {
    const { value } = spot;
    if (isString(value) && cx.names.get(value) !== undefined)
      cx.report(NameAsText(value), spot.at, { safety: 'unsafe', text: JSON.stringify(`\${${value}}`) });
    return freeScalar.read(spot, cx);
  },
};

/** Environment variables. */
export const variables: Codec = mapOf(variable, 'a map of environment variables');
