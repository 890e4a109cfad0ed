import { message } from '../model/problem.ts';
import { isString, isTruthy, kindOf } from '../model/tree.ts';
import type { MappingContext } from './event-source-mapping.ts';

const NotAString = message(
  'wrong-type',
  'error',
  (found: string) =>
    `'SecretsManagerKmsKeyId' is ${found}; it must be the id of a key as a string, because it becomes part of an ARN.`,
);

/** The id of the KMS key that encrypts the secret of the source, if there is one. */
export const secretsKeyId = (cx: MappingContext): string | undefined => {
  const id = cx.props.SecretsManagerKmsKeyId;
  if (!isTruthy(id)) return undefined;
  return isString(id) ? id : cx.fail(NotAString(kindOf(id)), cx.at('SecretsManagerKmsKeyId'));
};
