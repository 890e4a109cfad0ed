import { nearest } from '../../../model/nearest.ts';
import { type Cause, entryOf } from '../../../model/origin.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { get, isIntrinsic, isMap, isString, type JsonMap, kindOf } from '../../../model/tree.ts';
import { branchItems, type Choice, entryChoices, isPlainMap } from '../templates/choices.ts';
import { doubtfulItems, type PolicyDocument, type PolicyKind } from './documents.ts';
import { federationFaults } from './federation.ts';
import { documentElements, effects, policyVersions, statementElements } from './grammar.ts';
import { namedPrincipalFaults, serviceFaults } from './principals.ts';
import { foreignActionFaults } from './service-actions.ts';
import { actionFault, conditionFaults, isAction, isResource, principalFaults, resourceFault } from './values.ts';

/** One way in which a policy document breaks the grammar. */
export interface PolicyFault {
  readonly messageId: string;
  readonly at: Cause | undefined;
  readonly data?: Readonly<Record<string, string>>;
}

/** Everything in a policy document that IAM would refuse, and its place. */
export const policyFaults = (document: PolicyDocument, cx: TemplateView): PolicyFault[] => {
  const { value, at } = document;
  // A document as text, or one that is made at deploy time.
  if (isString(value) || isIntrinsic(value)) return [];
  if (!isMap(value)) return [{ messageId: 'document', at, data: { found: kindOf(value) } }];
  if (!isPlainMap(value)) return [];
  const { statements } = document;
  const missing = statements.length === 0 && !Object.hasOwn(value, 'Statement');
  return [
    ...unknownElements(value, documentElements, at),
    ...versionFaults(document, cx),
    ...(missing ? [{ messageId: 'noStatement', at }] : []),
    ...statements.flatMap((statement) => statementFaults(statement, document, cx)),
    ...(document.kind === 'resource' ? [] : repeatedSids(document)),
  ];
};

const unknownElements = (map: JsonMap, known: readonly string[], at: Cause | undefined): PolicyFault[] =>
  Object.keys(map)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearest(name, known);
      const data = { name, near: near ?? '', known: known.join(', ') };
      return { messageId: near === undefined ? 'element' : 'elementNear', at: entryOf(map, name)?.key ?? at, data };
    });

const versionFaults = ({ value, at }: PolicyDocument, cx: TemplateView): PolicyFault[] =>
  entryChoices(value, 'Version', at).flatMap((choice) => {
    const version = cx.resolve(choice.value);
    if (version === undefined || policyVersions.includes(version as string)) return [];
    return [{ messageId: 'version', at: choice.at, data: { found: isString(version) ? version : kindOf(version) } }];
  });

const statementFaults = (statement: Choice, document: PolicyDocument, cx: TemplateView): PolicyFault[] => {
  const { value, at } = statement;
  if (isIntrinsic(value)) return [];
  if (!isMap(value)) return [{ messageId: 'statement', at, data: { found: kindOf(value) } }];
  if (!isPlainMap(value)) return [];
  return [
    ...unknownElements(value, statementElements, at),
    ...effectFaults(statement, cx),
    ...oneOf(value, at, 'Action', 'NotAction', true),
    ...oneOf(value, at, 'Resource', 'NotResource', !document.impliesResource),
    ...whoFaults(value, at, document.kind),
    ...sidFaults(statement, document.kind, cx),
    ...['Action', 'NotAction'].flatMap((name) =>
      doubtfulItems(statement, name, isAction).flatMap((item) => actionFault(item, cx) ?? []),
    ),
    ...(document.kind === 'identity' || document.service ? ['Resource', 'NotResource'] : []).flatMap((name) =>
      doubtfulItems(statement, name, isResource).flatMap((item) => resourceFault(item, cx) ?? []),
    ),
    ...(document.service === undefined ? [] : foreignActionFaults(statement, document.service, cx)),
    ...(namesSomebody(value) ? faultsOfWho(statement, document.kind, cx) : []),
    ...conditionFaults(statement),
  ];
};

const namesSomebody = (statement: JsonMap): boolean =>
  Object.hasOwn(statement, 'Principal') || Object.hasOwn(statement, 'NotPrincipal');

const faultsOfWho = (statement: Choice, kind: PolicyKind, cx: TemplateView): PolicyFault[] => [
  ...namedPrincipalFaults(statement),
  ...serviceFaults(statement),
  ...(kind === 'trust' ? federationFaults(statement, cx) : []),
  ...principalFaults(statement),
];

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
const oneOf = (map: JsonMap, at: Cause | undefined, name: string, opposite: string, needed: boolean): PolicyFault[] => {
  const given = [name, opposite].filter((each) => Object.hasOwn(map, each));
  const data = { name, opposite };
  if (given.length === 2) return [{ messageId: 'both', at: entryOf(map, opposite)?.key ?? at, data }];
  return given.length === 0 && needed ? [{ messageId: 'neither', at, data }] : [];
};

/** Only policies on resources and roles name a principal; a trust policy has no resource. */
const whoFaults = (map: JsonMap, at: Cause | undefined, kind: PolicyKind): PolicyFault[] => {
  const forbidden =
    kind === 'identity' ? ['Principal', 'NotPrincipal'] : kind === 'trust' ? ['Resource', 'NotResource'] : [];
  const found = forbidden
    .filter((name) => Object.hasOwn(map, name))
    .map((name) => ({ messageId: kind, at: entryOf(map, name)?.key ?? at, data: { name } }));
  return kind === 'identity' ? found : [...found, ...oneOf(map, at, 'Principal', 'NotPrincipal', true)];
};

const sidFaults = (statement: Choice, kind: PolicyKind, cx: TemplateView): PolicyFault[] => {
  if (kind === 'resource') return [];
  return entryChoices(statement.value, 'Sid', statement.at).flatMap(({ value, at }) => {
    const sid = cx.resolve(value);
    return isString(sid) && !/^[A-Za-z0-9]*$/.test(sid) ? [{ messageId: 'sid', at, data: { sid } }] : [];
  });
};

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
