import type { ResourceContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { get, isList, isNothing, isString, isTruthy, type Json, type JsonMap, kindOf } from '../model/tree.ts';

const Incomplete = message(
  'missing-property',
  'error',
  (missing: readonly string[]) =>
    `A custom domain needs 'DomainName' and 'CertificateArn'; ${missing.map((name) => `'${name}'`).join(' and ')} is missing.`,
);
const BasePathNotString = message(
  'wrong-type',
  'error',
  (found: string) =>
    `A base path is ${found}; it must be a string, because it becomes part of the logical ID of its mapping.`,
);

type Context = Pick<ResourceContext, 'at' | 'fail' | 'report'>;

/** Gives up an API whose custom domain lacks what every domain needs. */
export const checkDomain = (cx: Context, domain: JsonMap): void => {
  const missing = ['DomainName', 'CertificateArn'].filter((name) => isNothing(get(domain, name)));
  if (missing.length > 0) cx.fail(Incomplete(missing), cx.at('Domain'));
};

/** A base path of a domain and its place; the path is undefined where the API has the whole domain. */
export interface BasePath {
  readonly path: string | undefined;
  readonly cause: ReturnType<Context['at']>;
}

/** The paths under which the API stands on its domain; what is not a path is reported. */
export const basePathsOf = (cx: Context, domain: JsonMap): BasePath[] => {
  const given = get(domain, 'BasePath');
  const paths = isString(given) ? [given] : given;
  if (!isTruthy(given) || !isList(paths)) return [{ path: undefined, cause: cx.at('Domain') }];
  return paths.flatMap((path: Json, at) => {
    const cause = cx.at('Domain', 'BasePath', at);
    if (isString(path)) return [{ path, cause }];
    cx.report(BasePathNotString(kindOf(path)), cause);
    return [];
  });
};
