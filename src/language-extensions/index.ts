import {
  isServerlessMacro,
  languageExtensionsMacro,
  macroName,
  namesMacro,
  serverlessMacro,
  withoutMacros,
} from '../model/macros.ts';
import { type Cause, entryOf, originOf, shallowCopy } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { get, isList, isMap, type Json, type JsonMap } from '../model/tree.ts';
import { resolveAttributes } from './attributes.ts';
import { type EarlyValues, withEarlyGlobals, withEarlyValues } from './early-values.ts';
import { type Expanding, expandLoops, loopBudget } from './for-each.ts';
import { isLoop } from './loop.ts';
import { type Resolving, resolveFunctions } from './resolve.ts';
import { type Report, type Scope, scopeOf } from './scope.ts';

const NoLoopHere = message(
  'for-each-not-here',
  'error',
  (section: string) => `A loop is not allowed in '${section}', only in Conditions, Resources and Outputs.`,
);
const WrongOrder = message(
  'language-extensions-after-others',
  'warning',
  () => `'${languageExtensionsMacro}' must come before '${serverlessMacro}': transforms run in the order of the list.`,
);

/** Sections whose functions are replaced, in the order in which they need each other. */
const sections = ['Conditions', 'Globals', 'Resources', 'Outputs'] as const;
const withLoops: ReadonlySet<string> = new Set(['Conditions', 'Resources', 'Outputs']);

/**
 * Runs the transform `AWS::LanguageExtensions` on a template whose `Transform` section names it: loops are expanded and
 * functions replaced where their values are known before the deployment. What has to stay keeps the transform in the
 * section; otherwise it is taken out. Origins are kept.
 * @param known values of parameters and pseudo parameters
 * @param early what the SAM transform, where it comes later, takes only as values
 */
export const extendLanguage = (
  root: JsonMap,
  known: ReadonlyMap<string, Json>,
  early: EarlyValues,
  report: Report,
): JsonMap => {
  const transforms = get(root, 'Transform');
  if (!namesMacro(transforms, languageExtensionsMacro)) return root;
  checkOrder(root, report);
  const isFirst = comesFirst(transforms);
  checkLoops(root, report);

  let left = false;
  const leave = (): void => {
    left = true;
  };
  const result = shallowCopy(root);
  let scope = scopeOf(root, known, report);
  const expandingIn = loopsOf(root, leave);
  for (const name of sections) {
    const section = get(root, name);
    if (!isMap(section)) continue;
    const looped = withLoops.has(name) ? (expandLoops(section, expandingIn(scope)) as JsonMap) : section;
    if (name === 'Conditions') scope = { ...scope, conditions: looped, decided: new Map() };
    let resolved =
      name === 'Resources'
        ? resolveResources(looped, { scope, leave }, isFirst ? early : undefined)
        : resolveFunctions(looped, { scope, leave });
    if (name === 'Globals' && isFirst && isMap(resolved)) resolved = withEarlyGlobals(resolved, early, scope);
    if (name !== 'Resources' && resolved !== section && Object.keys(resolved as JsonMap).length === 0)
      delete result[name];
    else result[name] = resolved;
  }
  if (left) return result;
  const rest = withoutMacros(transforms, (entry) => macroName(entry) === languageExtensionsMacro);
  if (rest === undefined) delete result['Transform'];
  else result['Transform'] = rest;
  return result;
};

const loopsOf = (root: JsonMap, leave: () => void): ((scope: Scope) => Expanding) => {
  const parameters = get(root, 'Parameters');
  const resources = get(root, 'Resources');
  const taken = (name: string): string | undefined => {
    if (get(parameters, name) !== undefined) return 'a parameter';
    return get(resources, name) === undefined ? undefined : 'a resource';
  };
  const shared = { leave, taken, names: new Map<string, Cause | undefined>(), budget: loopBudget() };
  return (scope) => ({ ...shared, scope, named: true, open: [], items: [] });
};

/** Resource by resource, so that problems name the one they are in. */
const resolveResources = (resources: JsonMap, cx: Resolving, early: EarlyValues | undefined): JsonMap => {
  let copy: JsonMap | undefined;
  for (const id of Object.keys(resources)) {
    const body = resources[id]!;
    if (!isMap(body)) continue;
    const report: Report = (found, at) => cx.scope.report(found, at ?? entryOf(resources, id)?.key, id);
    const own: Resolving = { ...cx, scope: { ...cx.scope, report } };
    const resolved = resolveFunctions(resolveAttributes(id, body, own), own);
    const after = early && isMap(resolved) ? withEarlyValues(resolved, early, own.scope) : resolved;
    if (after === body) continue;
    copy ??= shallowCopy(resources);
    copy[id] = after;
  }
  return copy ?? resources;
};

/** Whether this transform runs before that of SAM. */
const comesFirst = (transforms: Json | undefined): boolean => {
  if (!isList(transforms)) return false;
  const names = transforms.map(macroName);
  return names.findIndex(isServerlessMacro) > names.indexOf(languageExtensionsMacro);
};

const checkOrder = (root: JsonMap, report: Report): void => {
  const transforms = root['Transform'];
  if (!isList(transforms)) return;
  const names = transforms.map(macroName);
  const at = names.indexOf(languageExtensionsMacro);
  const serverless = names.findIndex(isServerlessMacro);
  if (serverless >= 0 && serverless < at) report(WrongOrder(), entryOf(transforms, at)?.value ?? originOf(transforms));
};

/** Loops in sections that cannot have them. */
const checkLoops = (root: JsonMap, report: Report): void => {
  for (const section of Object.keys(root)) {
    if (isLoop(section)) report(NoLoopHere('the template itself'), entryOf(root, section)?.key ?? originOf(root));
    else if (!withLoops.has(section)) checkSection(section, root[section]!, report);
  }
};

const checkSection = (section: string, value: Json, report: Report): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    if (isLoop(key)) report(NoLoopHere(section), entryOf(value, key)?.key ?? originOf(value));
    else checkSection(section, (value as JsonMap)[key]!, report);
  }
};
