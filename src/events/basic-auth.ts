import { nearest } from '../model/nearest.ts';
import { message } from '../model/problem.ts';
import { get, isList, isMap, isString, isTruthy, type Json, kindOf } from '../model/tree.ts';
import type { MappingContext } from './event-source-mapping.ts';

const NoConfigurations = message(
  'missing-source-access',
  'error',
  (type: string) => `A ${type} event needs 'SourceAccessConfigurations' with the secret to log in with (BASIC_AUTH).`,
);
const NotAList = message(
  'invalid-source-access',
  'error',
  (found: string) =>
    `'SourceAccessConfigurations' is ${found}; it must be a list, because the policy of the role follows from it.`,
);
const NotAMap = message(
  'invalid-source-access',
  'error',
  (found: string) => `An item of 'SourceAccessConfigurations' is ${found}; it must be a map with 'Type' and 'URI'.`,
);
const BadType = message(
  'invalid-source-access-type',
  'error',
  (found: string, allowed: readonly string[], near: string | undefined) =>
    `The 'Type' of an item of 'SourceAccessConfigurations' is ${found}; it can be ${allowed.join(' or ')}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
);
const NoUri = message(
  'missing-source-access-uri',
  'error',
  (type: string) => `The ${type} item of 'SourceAccessConfigurations' needs 'URI', the ARN of the secret.`,
);
const Several = message(
  'multiple-source-access',
  'error',
  (type: string) => `'SourceAccessConfigurations' has a second ${type} item; there can be one.`,
);
const NoBasicAuth = message(
  'missing-source-access',
  'error',
  () => "'SourceAccessConfigurations' has no BASIC_AUTH item, and so no secret to log in with.",
);

/** A place among the access configurations, as `at` takes it. */
type Path = [name: string, index: number, ...rest: string[]];

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
): { uri: Json; path: Path } => {
  const configurations = cx.props.SourceAccessConfigurations;
  if (!isTruthy(configurations)) return cx.fail(NoConfigurations(type), cx.at('SourceAccessConfigurations'));
  if (!isList(configurations)) return cx.fail(NotAList(kindOf(configurations)), cx.at('SourceAccessConfigurations'));
  let secret: { uri: Json; path: Path } | undefined;
  for (const [index, item] of configurations.entries()) {
    const path: Path = ['SourceAccessConfigurations', index];
    if (!isMap(item)) return cx.fail(NotAMap(kindOf(item)), cx.at(...path));
    const itemType = get(item, 'Type');
    if (!isString(itemType) || !supported.includes(itemType)) {
      const [found, near] = isString(itemType)
        ? [`'${itemType}'`, nearest(itemType, supported)]
        : [kindOf(itemType), undefined];
      return cx.fail(BadType(found, supported, near), cx.at(...path, 'Type'));
    }
    if (itemType !== 'BASIC_AUTH') continue;
    if (secret) cx.fail(Several('BASIC_AUTH'), cx.at(...path));
    const uri = get(item, 'URI');
    if (uri === undefined || !isTruthy(uri)) return cx.fail(NoUri('BASIC_AUTH'), cx.at(...path, 'URI'));
    secret = { uri, path: [...path, 'URI'] };
  }
  return secret ?? cx.fail(NoBasicAuth(), cx.at('SourceAccessConfigurations'));
};
