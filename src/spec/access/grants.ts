import { stamp } from '../../model/origin.ts';
import { get, isList, isMap, type Json, type JsonMap } from '../../model/tree.ts';
import { expandPolicyTemplate, isPolicyTemplate } from '../../policies/templates.ts';
import type { Reading } from '../language/codec.ts';
import type { Spot } from '../language/spot.ts';
import { access } from './access.ts';
import { policyDocument } from './statement.ts';

/** The statements of a map of names and verbs, or of a statement, for what takes no policy templates of SAM's. */
export const grants = (spot: Spot, cx: Reading): Json[] => {
  if (!isMap(spot.value)) return [];
  const isStatement = ['allow', 'deny', 'statements', 'Effect', 'Statement'].some((key) =>
    Object.hasOwn(spot.value as JsonMap, key),
  );
  if (isStatement) return listed(policyDocument.read(spot, cx));
  const policies = access.read(spot, cx);
  return isList(policies) ? policies.flatMap((policy) => statementsOf(policy, spot)) : [];
};

/** The statements of a policy document, or those that a policy template stands for. */
export const statementsOf = (policy: Json, spot: Spot): Json[] => {
  const [name] = isMap(policy) ? Object.keys(policy) : [];
  if (name === undefined || !isPolicyTemplate(name)) return listed(policy);
  const document = expandPolicyTemplate(name, get(policy, name) as JsonMap);
  return listed(document).map((each) => (isMap(each) ? stamp(each, spot.whole) : each));
};

const listed = (document: Json | undefined): Json[] => {
  const statements = get(document, 'Statement');
  return isList(statements) ? statements : [];
};
