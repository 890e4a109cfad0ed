import { ifOperands, isNoValue } from '../model/intrinsics.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { type Cause, entryOf, place, shallowCopy, stamp } from '../model/origin.ts';
import type { ResourceContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import {
  get,
  isIntrinsic,
  isList,
  isMap,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
  newMap,
} from '../model/tree.ts';
import { expandPolicyTemplate, isPolicyTemplate, policyTemplateNames, policyTemplateParameters } from './templates.ts';

const allowed = "the name or ARN of a managed policy, a document with 'Statement', or a policy template";
const NotAPolicy = message(
  'invalid-policy',
  'error',
  (found: string) => `'Policies' has ${found}, which is not a policy. Allowed: ${allowed}.`,
);
const Wrapped = message(
  'invalid-policy',
  'error',
  () =>
    "'Policies' has a map with 'PolicyDocument'. A function or state machine takes the document itself: replace the map by the value of 'PolicyDocument'.",
);
const UnknownTemplate = message(
  'unknown-policy-template',
  'error',
  (name: string, near: string | undefined) =>
    `There is no policy template '${name}'.${near === undefined ? ` 'Policies' takes ${allowed}.` : ` Did you mean '${near}'?`}`,
);
const BadIf = message(
  'invalid-if',
  'error',
  () => "'Fn::If' in 'Policies' takes a list of three values: a condition and the policies for true and false.",
);
const MixedIf = message(
  'mixed-policies',
  'error',
  () =>
    "'Fn::If' chooses between different kinds of policies (managed policy, document, policy template). Give each kind an 'Fn::If' of its own.",
);
const BadParameters = message(
  'invalid-policy-template',
  'error',
  (name: string, found: string, parameters: string[]) =>
    `The parameters of the policy template '${name}' are ${found}; it must be ${parameters.length > 0 ? `a map with ${parameters.join(', ')}` : 'an empty map'}.`,
);
const MissingParameter = message(
  'missing-policy-template-parameter',
  'error',
  (name: string, parameter: string) => `The policy template '${name}' needs the parameter '${parameter}'.`,
);
const UnknownParameter = message(
  'unknown-policy-template-parameter',
  'warning',
  (name: string, parameter: string, near: string | undefined) =>
    `The policy template '${name}' has no parameter '${parameter}', so it has no effect.${didYouMean(near)}`,
);

/** One entry of `Policies`: a managed policy, or a document under `Statement`. Either may be an `Fn::If`. */
export interface AuthorPolicy {
  readonly kind: 'managed' | 'document';
  readonly index: number;
  readonly value: Json;
  readonly cause: Cause | undefined;
}

type PolicyContext = Pick<ResourceContext, 'at' | 'report'>;

/** Reads the `Policies` property: entries are sorted out by kind, policy templates become documents. */
export const readAuthorPolicies = (policies: Json | undefined, cx: PolicyContext): AuthorPolicy[] => {
  if (!isTruthy(policies)) return [];
  const list = isList(policies) ? policies : [policies!];
  return list.flatMap((value, index): AuthorPolicy[] => {
    const cause = cx.at('Policies', index);
    const kind = kindOfPolicy(value, cause, cx);
    if (kind === 'managed' || kind === 'document') return [{ kind, index, value, cause }];
    if (kind === 'template') return [{ kind: 'document', index, value: converted(value, cause, cx), cause }];
    if (kind === 'unknown') cx.report(unknown(value), cause);
    return [];
  });
};

/** `faulty` has been reported, `unknown` has not. */
type Kind = 'managed' | 'document' | 'template' | 'unknown' | 'faulty';

const kindOfPolicy = (policy: Json, cause: Cause | undefined, cx: PolicyContext): Kind => {
  if (isString(policy)) return 'managed';
  if (!isMap(policy)) return 'unknown';
  if (isIntrinsic(policy)) return Object.hasOwn(policy, 'Fn::If') ? kindOfIf(policy, cause, cx) : 'managed';
  if (Object.hasOwn(policy, 'Statement')) return 'document';
  return isPolicyTemplate(templateName(policy) ?? '') ? 'template' : 'unknown';
};

const kindOfIf = (policy: JsonMap, cause: Cause | undefined, cx: PolicyContext): Kind => {
  const operands = ifOperands(policy);
  if (operands === undefined) {
    cx.report(BadIf(), cause);
    return 'faulty';
  }
  const kinds = operands
    .slice(1)
    .filter((each) => !isNoValue(each))
    .map((each) => kindOfPolicy(each, cause, cx));
  const [kind = 'managed', other = kind] = kinds;
  if (kind === 'faulty' || other === 'faulty') return 'faulty';
  if (kind === other) return kind;
  cx.report(MixedIf(), cause);
  return 'faulty';
};

const templateName = (policy: JsonMap): string | undefined => {
  const names = Object.keys(policy);
  return names.length === 1 ? names[0] : undefined;
};

const unknown = (policy: Json) => {
  if (!isMap(policy)) return NotAPolicy(kindOf(policy));
  if (Object.hasOwn(policy, 'PolicyDocument')) return Wrapped();
  const name = templateName(policy);
  if (name !== undefined && !isIntrinsic(policy)) return UnknownTemplate(name, nearest(name, policyTemplateNames()));
  return NotAPolicy(
    isIntrinsic(policy) ? kindOf(policy) : `a map with ${Object.keys(policy).join(', ') || 'nothing in it'}`,
  );
};

/** The documents of policy templates in the place of the templates. */
const converted = (policy: Json, cause: Cause | undefined, cx: PolicyContext): Json => {
  const operands = ifOperands(policy);
  if (operands !== undefined) return mapIf(policy as JsonMap, (each) => converted(each, cause, cx));
  const name = templateName(policy as JsonMap)!;
  const values = get(policy as JsonMap, name);
  const at = entryOf(policy, name);
  const parameters = policyTemplateParameters(name);
  if (!isMap(values)) {
    cx.report(BadParameters(name, kindOf(values), parameters), at?.value ?? cause);
    return Object.assign(newMap(), { Statement: [] });
  }
  for (const parameter of parameters) {
    if (!Object.hasOwn(values, parameter)) cx.report(MissingParameter(name, parameter), at?.key ?? cause);
  }
  for (const given of Object.keys(values)) {
    if (parameters.includes(given)) continue;
    cx.report(UnknownParameter(name, given, nearest(given, parameters)), entryOf(values, given)?.key ?? cause);
  }
  return stamp(expandPolicyTemplate(name, values), at?.key ?? cause);
};

/** An `Fn::If` with both outcomes changed; `AWS::NoValue` stays. */
export const mapIf = (value: JsonMap, change: (outcome: Json) => Json): JsonMap => {
  const list = value['Fn::If'] as Json[];
  const operands = shallowCopy(list);
  for (const at of [1, 2]) if (!isNoValue(list[at])) operands[at] = change(list[at]!);
  const copy = shallowCopy(value);
  copy['Fn::If'] = operands;
  place(copy, 'Fn::If', entryOf(value, 'Fn::If'));
  return copy;
};
