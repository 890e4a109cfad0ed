import { referredId } from './model/intrinsics.ts';
import { nearest } from './model/nearest.ts';
import { argumentFaults, carriedOut } from './model/options.ts';
import { entryOf, originOf } from './model/origin.ts';
import type { Problem } from './model/problem.ts';
import { message } from './model/problem.ts';
import { get, getIn, isMap, isString, type Json, type JsonMap } from './model/tree.ts';
import { toProblems } from './report/problems.ts';
import { type ExpandOptions, transform } from './transform/index.ts';
import { readDocument } from './transform/read.ts';

const NoFunction = message('appspec-no-function', 'error', (id: string, near: string | undefined) =>
  near === undefined
    ? `The template has no function '${id}'.`
    : `The template has no function '${id}'. Did you mean '${near}'?`,
);
const NoAlias = message(
  'appspec-no-alias',
  'error',
  (id: string) =>
    `'${id}' publishes to no alias, so CodeDeploy cannot shift its traffic. Give it 'alias' (in SAM 'AutoPublishAlias').`,
);

/** What an AppSpec file for a function says. A name that only the deployment knows is `<name of PlaceOrder>`. */
export interface AppSpec {
  /** The logical id of the function. */
  readonly id: string;
  readonly name: string;
  readonly alias: string;
  readonly hooks: readonly { readonly event: string; readonly function: string }[];
}

/**
 * What CodeDeploy needs to shift the traffic of a function's alias.
 * @param id the logical id of the function in the template
 */
export const appSpec = (
  input: string | Uint8Array | object,
  id: string,
  options: ExpandOptions = {},
): { appSpec?: AppSpec; problems: Problem[] } =>
  carriedOut(
    options,
    argumentFaults({ id }),
    (usable) => appSpecOf(input, id, usable),
    (faults) => ({ problems: toProblems(faults, undefined) }),
  );

const appSpecOf = (
  input: string | Uint8Array | object,
  id: string,
  options: ExpandOptions,
): { appSpec?: AppSpec; problems: Problem[] } => {
  const { attempt, findings } = transform(readDocument(input, options), { ...options, beforeBuild: true });
  if (findings.hasErrors || attempt === undefined) return { problems: toProblems(findings.all, options.path) };
  const resources = getIn(attempt.expanded, 'Resources');
  const body = get(resources, id);
  const written = getIn(attempt.source, 'Resources');
  const place = (entryOf(written, id) ?? entryOf(attempt.source, 'Resources'))?.key ?? originOf(written);
  const failed = (found: ReturnType<typeof NoFunction>) => ({
    problems: toProblems([...findings.all, { ...found, logicalId: id, span: place }], options.path),
  });
  if (!isMap(resources) || getIn(body, 'Type') !== 'AWS::Lambda::Function') {
    return failed(NoFunction(id, nearest(id, functionsIn(resources))));
  }
  const alias = aliasOf(resources, id);
  if (alias === undefined) return failed(NoAlias(id));
  const name = getIn(body, 'Properties', 'FunctionName');
  const aliasName = getIn(alias, 'Properties', 'Name');
  return {
    appSpec: {
      id,
      name: isString(name) ? name : nameOf(id),
      alias: isString(aliasName) ? aliasName : 'live',
      hooks: hooksOf(alias, resources),
    },
    problems: toProblems(findings.all, options.path),
  };
};

const nameOf = (id: string): string => `<name of ${id}>`;

const functionsIn = (resources: Json | undefined): string[] =>
  isMap(resources)
    ? Object.keys(resources).filter((id) => getIn(resources, id, 'Type') === 'AWS::Lambda::Function')
    : [];

/** The alias of a function that CodeDeploy shifts, or else the first that it has. */
const aliasOf = (resources: JsonMap, id: string): Json | undefined => {
  const aliases = Object.values(resources).filter(
    (body) =>
      get(body, 'Type') === 'AWS::Lambda::Alias' && referredId(getIn(body, 'Properties', 'FunctionName')) === id,
  );
  return aliases.find((body) => getIn(body, 'UpdatePolicy', 'CodeDeployLambdaAliasUpdate') !== undefined) ?? aliases[0];
};

const events = [
  ['BeforeAllowTraffic', 'BeforeAllowTrafficHook'],
  ['AfterAllowTraffic', 'AfterAllowTrafficHook'],
] as const;

const hooksOf = (alias: Json, resources: JsonMap): AppSpec['hooks'] =>
  events.flatMap(([event, property]) => {
    const hook = getIn(alias, 'UpdatePolicy', 'CodeDeployLambdaAliasUpdate', property);
    const id = referredId(hook);
    if (id === undefined) return [];
    const name = getIn(resources, id, 'Properties', 'FunctionName');
    return [{ event, function: isString(name) ? name : nameOf(id) }];
  });
