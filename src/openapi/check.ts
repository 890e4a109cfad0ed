import { anyMethod } from '../model/api-extensions.ts';
import { inTable } from '../model/in-table.ts';
import { append } from '../model/lists.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { isFloatAt } from '../model/number.ts';
import { type Cause, entryOf, originOf } from '../model/origin.ts';
import { type Message, message } from '../model/problem.ts';
import {
  get,
  isIntrinsic,
  isList,
  isMap,
  isNothing,
  isString,
  type Json,
  type JsonMap,
  kindOf,
} from '../model/tree.ts';
import type { Report } from '../schema/check.ts';
import { MethodNotMap, PathNotMap, RequirementNotMap, SecurityNotList } from './problems.ts';

const NoVersion = message(
  'invalid-definition',
  'error',
  () => "The definition needs its version: 'openapi' (such as 3.0.1) or 'swagger' (2.0).",
);
const BadVersion = message(
  'invalid-definition',
  'error',
  (key: string, found: string) =>
    `'${key}' of the definition is ${found}; it must be a version such as ${inTable(versions, key)}.`,
);
const WholeVersion = message(
  'invalid-definition',
  'warning',
  (key: string, found: number) =>
    `'${key}' of the definition is the number ${found}, which is not a version. Write ${inTable(versions, key)}.`,
);
const PathsNotMap = message(
  'invalid-definition',
  'error',
  (found: string) => `'paths' of the definition is ${found}; it must be a map of paths.`,
);
const RootSecurityNotList = message(
  'invalid-definition',
  'error',
  (found: string) => `'security' of the definition is ${found}; it must be a list of maps.`,
);
const UnknownScheme = message(
  'unknown-security-scheme',
  'error',
  (name: string, near: string | undefined) =>
    `'security' names '${name}', which is not a security scheme of the definition.${didYouMean(near)}`,
);

const versions: Readonly<Record<string, string>> = { openapi: "'3.0.1'", swagger: "'2.0'" };

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', anyMethod]);

/** Checks what API Gateway needs of a definition, whoever reads it: version, paths, methods, security. */
export const checkDefinition = (definition: Json, report: Report): void => {
  if (!isMap(definition) || isIntrinsic(definition)) return;
  checkVersion(definition, report);
  const paths = get(definition, 'paths');
  if (paths !== undefined && !isMap(paths)) report(PathsNotMap(kindOf(paths)), placeOf(definition, 'paths'));
  const schemes = schemesOf(definition);
  checkSecurity(definition, schemes, report, RootSecurityNotList, RootSecurityNotList);
  if (!isMap(paths)) return;
  for (const path of Object.keys(paths)) {
    if (!path.startsWith('/') && path !== '$default') continue;
    eachOutcome(paths, path, (item, at) => {
      if (!isMap(item)) report(PathNotMap(path, kindOf(item)), at);
      else if (!isIntrinsic(item)) checkMethods(item, path, schemes, report);
    });
  }
};

const checkVersion = (definition: JsonMap, report: Report): void => {
  const keys = Object.keys(versions).filter((key) => Object.hasOwn(definition, key));
  if (keys.length === 0 && !Object.hasOwn(definition, 'Fn::Transform')) report(NoVersion(), originOf(definition));
  for (const key of keys) {
    const version = definition[key]!;
    if (isString(version) || isIntrinsic(version)) continue;
    const at = placeOf(definition, key);
    if (typeof version !== 'number') report(BadVersion(key, kindOf(version)), at);
    else if (Number.isInteger(version) && !isFloatAt(definition, key)) report(WholeVersion(key, version), at);
  }
};

const checkMethods = (item: JsonMap, path: string, schemes: Schemes, report: Report): void => {
  for (const method of Object.keys(item)) {
    if (!methods.has(method.toLowerCase())) continue;
    eachOutcome(item, method, (definition, at) => {
      if (!isMap(definition)) report(MethodNotMap(path, method, kindOf(definition)), at);
      else if (!isIntrinsic(definition)) {
        const bad = (found: string) => SecurityNotList(path, method, found);
        checkSecurity(definition, schemes, report, bad, (found) => RequirementNotMap(path, method, found));
      }
    });
  }
};

/** The names of the security schemes, or undefined when not all of them can be known. */
type Schemes = readonly string[] | undefined;

const schemesOf = (definition: JsonMap): Schemes => {
  const names: string[] = [];
  const inner = get(definition, 'components');
  for (const section of [definition, inner, get(definition, 'securityDefinitions'), get(inner, 'securitySchemes')]) {
    if (section === undefined) continue;
    if (!isMap(section) || isIntrinsic(section) || Object.hasOwn(section, 'Fn::Transform')) return undefined;
    if (section !== definition && section !== inner) append(names, Object.keys(section));
  }
  return names;
};

type Problem = (found: string) => Message;

const checkSecurity = (owner: JsonMap, schemes: Schemes, report: Report, notList: Problem, notMap: Problem): void => {
  const security = get(owner, 'security');
  if (isNothing(security) || isIntrinsic(security)) return;
  if (!isList(security)) return report(notList(kindOf(security)), placeOf(owner, 'security'));
  for (const [at, requirement] of security.entries()) {
    if (!isMap(requirement)) report(notMap(kindOf(requirement)), placeOf(security, at));
    if (!isMap(requirement) || isIntrinsic(requirement)) continue;
    for (const name of Object.keys(requirement)) {
      // NONE is how a method without an authorizer is written here.
      if (name === 'NONE' || schemes === undefined || schemes.includes(name)) continue;
      report(UnknownScheme(name, nearest(name, schemes)), entryOf(requirement, name)?.key ?? placeOf(security, at));
    }
  }
};

/** Calls with each value that something has under conditions, and its place. */
const eachOutcome = (owner: JsonMap, key: string, visit: (value: Json, at: Cause | undefined) => void): void => {
  const value = owner[key]!;
  const operands = isIntrinsic(value) ? get(value, 'Fn::If') : undefined;
  if (!isList(operands)) return visit(value, placeOf(owner, key));
  for (let at = 1; at < operands.length; at++) visit(operands[at]!, placeOf(operands, at));
};

const placeOf = (owner: Json, step: string | number): Cause | undefined => {
  const entry = entryOf(owner, step);
  return entry?.value ?? originOf(owner);
};
