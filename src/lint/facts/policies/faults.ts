import { append } from '../../../model/lists.ts';
import { nearest } from '../../../model/nearest.ts';
import { type Cause, entryOf } from '../../../model/origin.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { get, isIntrinsic, isList, isMap, isString, type JsonMap, kindOf } from '../../../model/tree.ts';
import { branchItems, type Choice, entryChoices, isPlainMap } from '../templates/choices.ts';
import { readJson } from '../texts/json-text.ts';
import { writtenScalar } from '../texts/written-text.ts';
import { doubtfulItems, type PolicyDocument, type PolicyKind } from './documents.ts';
import { federationFaults } from './federation.ts';
import { documentElements, effects, policyVersions, statementElements } from './grammar.ts';
import { principalFaults } from './principals.ts';
import { foreignActionFaults, takingFaults } from './service-actions.ts';
import { actionFault, conditionFaults, isAction, isResource, resourceFault, resourceKindFault } from './values.ts';

/** One way in which a policy document breaks the grammar. */
export interface PolicyFault {
  readonly messageId: string;
  readonly at: Cause | undefined;
  readonly data?: Readonly<Record<string, string>>;
}

/** Everything in a policy document that IAM would refuse, and its place. */
export const policyFaults = (document: PolicyDocument, cx: TemplateView): PolicyFault[] => {
  const { value, at } = document;
  // One that is made at deploy time.
  if (isIntrinsic(value)) return [];
  if (isString(value)) return textFaults(value, document);
  if (!isMap(value)) return [{ messageId: 'document', at, data: { found: kindOf(value) } }];
  if (!isPlainMap(value)) return [];
  const { statements } = document;
  const found: PolicyFault[] = [];
  if (document.isStatement) {
    for (const statement of statements) addStatementFaults(statement, document, cx, found);
    return found;
  }
  addUnknownElements(value, documentElements, at, found);
  append(found, versionFaults(document, cx));
  if (statements.length === 0 && !Object.hasOwn(value, 'Statement')) found.push({ messageId: 'noStatement', at });
  for (const statement of statements) addStatementFaults(statement, document, cx, found);
  if (document.kind !== 'resource') append(found, repeatedSids(document));
  return found;
};

/** A document as text is JSON, unless another tool fills it in. Some services take an empty one for none. */
const textFaults = (text: string, { kind, at }: PolicyDocument): PolicyFault[] => {
  if (text.includes('{{') || (kind === 'resource' && text.trim() === '')) return [];
  const result = readJson(writtenScalar(text, at));
  return 'expected' in result
    ? [{ messageId: 'text', at: result.at ?? at, data: { expected: result.expected, found: result.found } }]
    : [];
};

const addUnknownElements = (
  map: JsonMap,
  known: readonly string[],
  at: Cause | undefined,
  found: PolicyFault[],
): void => {
  for (const name in map) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    const data = { name, near: near ?? '', known: known.join(', ') };
    found.push({ messageId: near === undefined ? 'element' : 'elementNear', at: entryOf(map, name)?.key ?? at, data });
  }
};

const versionFaults = ({ value, at }: PolicyDocument, cx: TemplateView): PolicyFault[] =>
  entryChoices(value, 'Version', at).flatMap((choice) => {
    const version = cx.resolve(choice.value);
    if (version === undefined || policyVersions.includes(version as string)) return [];
    return [{ messageId: 'version', at: choice.at, data: { found: isString(version) ? version : kindOf(version) } }];
  });

const addStatementFaults = (
  statement: Choice,
  document: PolicyDocument,
  cx: TemplateView,
  found: PolicyFault[],
): void => {
  const { value, at } = statement;
  const { kind, service, impliesResource } = document;
  if (isIntrinsic(value)) return;
  if (!isMap(value)) {
    found.push({ messageId: 'statement', at, data: { found: kindOf(value) } });
    return;
  }
  if (!isPlainMap(value)) return;
  addUnknownElements(value, statementElements, at, found);
  append(found, effectFaults(statement, cx));
  addUnlessOne(value, at, ['Action', 'NotAction'], true, found);
  addUnlessOne(value, at, ['Resource', 'NotResource'], !impliesResource, found);
  addWhoFaults(value, at, kind, found);
  if (kind !== 'resource') append(found, sidFaults(statement, cx));
  for (const name of ['Action', 'NotAction']) {
    append(found, presentOf(doubtfulItems(statement, name, isAction).map((item) => actionFault(item, cx))));
  }
  // In the policies that SAM makes, an empty one is a parameter that has no value yet.
  const isGiven = (item: Choice): boolean => item.value !== '' || cx.written(document.owner.id) !== undefined;
  // Other services have rules of their own of what they name.
  const namesArns = kind === 'identity' || service !== undefined;
  for (const name of ['Resource', 'NotResource']) {
    const items = doubtfulItems(statement, name, namesArns ? isResource : isString).filter(isGiven);
    append(found, presentOf(items.map((item) => (namesArns ? resourceFault(item, cx) : resourceKindFault(item)))));
  }
  if (service !== undefined) append(found, foreignActionFaults(statement, service, cx));
  if (kind === 'trust') append(found, takingFaults(statement, cx));
  for (const name of ['Action', 'NotAction', 'Resource', 'NotResource']) {
    const items = value[name];
    if (isList(items) && items.length === 0) {
      found.push({ messageId: 'empty', at: entryOf(value, name)?.value ?? at, data: { name } });
    }
  }
  append(found, principalFaults(statement));
  if (kind === 'trust') append(found, federationFaults(statement, cx));
  append(found, conditionFaults(statement));
};

const presentOf = (faults: readonly (PolicyFault | undefined)[]): PolicyFault[] =>
  faults.filter((fault) => fault !== undefined);

const effectFaults = ({ value, at }: Choice, cx: TemplateView): PolicyFault[] => {
  const written = get(value, 'Effect');
  if (written === undefined) return [{ messageId: 'noEffect', at }];
  if (effects.includes(written as string)) return [];
  return entryChoices(value, 'Effect', at).flatMap((choice) => {
    const effect = cx.resolve(choice.value);
    if (effect === undefined || effects.includes(effect as string)) return [];
    return [{ messageId: 'effect', at: choice.at, data: { found: isString(effect) ? effect : kindOf(effect) } }];
  });
};

/** Two elements of which only one can be given, and (where it is needed) one must be. */
const addUnlessOne = (
  map: JsonMap,
  at: Cause | undefined,
  [name, opposite]: readonly [string, string],
  isNeeded: boolean,
  found: PolicyFault[],
): void => {
  const [has, hasOpposite] = [Object.hasOwn(map, name), Object.hasOwn(map, opposite)];
  const data = { name, opposite };
  if (has && hasOpposite) found.push({ messageId: 'both', at: entryOf(map, opposite)?.key ?? at, data });
  else if (isNeeded && !has && !hasOpposite) found.push({ messageId: 'neither', at, data });
};

/** Only policies on resources and roles name a principal; a trust policy has no resource. */
const addWhoFaults = (map: JsonMap, at: Cause | undefined, kind: PolicyKind, found: PolicyFault[]): void => {
  const forbidden =
    kind === 'identity' ? ['Principal', 'NotPrincipal'] : kind === 'trust' ? ['Resource', 'NotResource'] : [];
  for (const name of forbidden) {
    if (Object.hasOwn(map, name)) found.push({ messageId: kind, at: entryOf(map, name)?.key ?? at, data: { name } });
  }
  if (kind !== 'identity') addUnlessOne(map, at, ['Principal', 'NotPrincipal'], true, found);
};

const sidFaults = (statement: Choice, cx: TemplateView): PolicyFault[] =>
  entryChoices(statement.value, 'Sid', statement.at).flatMap(({ value, at }) => {
    const sid = cx.resolve(value);
    return isString(sid) && !/^[A-Za-z0-9]*$/.test(sid) ? [{ messageId: 'sid', at, data: { sid } }] : [];
  });

/** So many statements of one id under different conditions are compared with each other; no template has more. */
const mostAlike = 16;

/** Statements of one id, unless conditions may keep them apart. */
const repeatedSids = ({ value: document, at: around, statements }: PolicyDocument): PolicyFault[] => {
  if (statements.length < 2) return [];
  const seen = new Map<string, (readonly string[])[]>();
  return branchItems(document, 'Statement', around).flatMap(({ value, at, branches }) => {
    const sid = isPlainMap(value) ? value['Sid'] : undefined;
    if (!isString(sid) || sid === '') return [];
    const others = seen.get(sid) ?? [];
    if (others.some((other) => isPartOf(other, branches) || isPartOf(branches, other))) {
      return [{ messageId: 'sidTwice', at: entryOf(value, 'Sid')?.value ?? at, data: { sid } }];
    }
    if (others.length < mostAlike) seen.set(sid, [...others, branches]);
    return [];
  });
};

/** Whether what stands in the second branches always stands in the first ones as well. */
const isPartOf = (outer: readonly string[], inner: readonly string[]): boolean =>
  outer.every((branch) => inner.includes(branch));
