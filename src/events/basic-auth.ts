import { message } from '../model/problem.ts';
import { get, isTruthy, type Json } from '../model/tree.ts';
import type { MappingContext } from './event-source-mapping.ts';
import { type AccessPath, sourceAccess } from './source-access.ts';

const NoConfigurations = message(
  'missing-source-access',
  'error',
  (type: string) => `A ${type} event needs 'SourceAccessConfigurations' with the secret to log in with (BASIC_AUTH).`,
);
const NoUri = message(
  'missing-property',
  'error',
  () => "The BASIC_AUTH item of 'SourceAccessConfigurations' needs 'URI', the ARN of the secret.",
);
const Several = message(
  'multiple-source-access',
  'error',
  () => "'SourceAccessConfigurations' has a second BASIC_AUTH item; only one is allowed.",
);
const NoBasicAuth = message(
  'missing-source-access',
  'error',
  () => "'SourceAccessConfigurations' needs a BASIC_AUTH item with the secret to log in with.",
);

/**
 * The one secret to log in to a source with.
 * @param type how the kind of source is called
 * @param supported the types that its access configurations may have
 * @returns the URI of the BASIC_AUTH item and its place
 */
export const basicAuthSecret = (
  cx: MappingContext,
  type: string,
  supported: readonly string[],
): { uri: Json; path: AccessPath } => {
  let secret: { uri: Json; path: AccessPath } | undefined;
  for (const access of sourceAccess(cx, NoConfigurations(type), supported)) {
    if (access.type !== 'BASIC_AUTH') continue;
    if (secret) cx.fail(Several(), cx.at(...access.path));
    const uri = get(access.item, 'URI');
    if (uri === undefined || !isTruthy(uri)) return cx.fail(NoUri(), cx.at(...access.path, 'URI'));
    secret = { uri, path: [...access.path, 'URI'] };
  }
  return secret ?? cx.fail(NoBasicAuth(), cx.at('SourceAccessConfigurations'));
};
