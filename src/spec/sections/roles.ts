import { append } from '../../model/lists.ts';
import { entryOf, place, stamp } from '../../model/origin.ts';
import { isList, isMap, isString, type Json, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import { managedPolicyPath } from '../../policies/managed.ts';
import { grants } from '../access/grants.ts';
import { policyDocument } from '../access/statement.ts';
import { checkVersion, forKey, raiseUnversioned, versionKey } from '../access/trust.ts';
import { reference } from '../codecs/reference.ts';
import { text } from '../codecs/scalars.ts';
import { named, to } from '../codecs/targets.ts';
import { seconds } from '../codecs/units.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Reading, Writing } from '../language/codec.ts';
import { type Draft, valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { Spot } from '../language/spot.ts';
import { commonKeys, descriptionKey, nameKey, tagsKey } from './common.ts';

const version = '2012-10-17';

/** A managed policy: an entry, an ARN, or the name of one of AWS's, with its path where that is not known here. */
const managed = reference(to.managedPolicy('arn'));
const awsPolicy = 'arn:${AWS::Partition}:iam::aws:policy/';
const withPath = (name: string): string => {
  const path = managedPolicyPath(name);
  return path === undefined ? name : path + name;
};
const withoutPath = (policy: string): string => {
  const name = policy.slice(policy.lastIndexOf('/') + 1);
  return withPath(name) === policy ? name : policy;
};

const readManaged = (spot: Spot, cx: Reading): Json | undefined => {
  const written = spot.text;
  const isName = written !== undefined && /^[A-Za-z][\w+=,.@/-]*$/.test(written) && cx.names.get(written) === undefined;
  return isName ? stamp<JsonMap>({ 'Fn::Sub': `${awsPolicy}${withPath(written)}` }, spot.at) : managed.read(spot, cx);
};

const writeManaged = (value: Json, cx: Writing): Json | undefined => {
  const arn = isMap(value) && Object.keys(value).length === 1 ? value['Fn::Sub'] : undefined;
  const name = isString(arn) && arn.startsWith(awsPolicy) ? arn.slice(awsPolicy.length) : undefined;
  return name !== undefined && /^[A-Za-z][\w+=,.@/-]*$/.test(name) && cx.names.get(name) === undefined
    ? withoutPath(name)
    : managed.write(value, cx);
};

/** Managed policies and statements: SAM has them under two properties. */
const accessKey: Key = {
  key: 'access',
  to: ['ManagedPolicyArns', 'Policies'],
  doc: 'What the role may do: managed policies of AWS by name, of this file or by ARN; names with verbs and statements, as the policy `access`; with `name` a policy of its own.',
  examples: [
    '[AWSLambdaBasicExecutionRole, {Orders: write}]',
    "[{name: read-orders, allow: 'dynamodb:GetItem', resource: Orders}]",
  ],
  schema: () => ({
    anyOf: [{ type: 'object' }, { type: 'array', items: { type: ['string', 'object'] } }, { type: 'string' }],
  }),
  lower: (spot, draft, cx) => {
    const arns: Json[] = [];
    const policies: Json[] = [];
    const unnamed: Json[] = [];
    for (const item of spot.items) {
      if (!isMap(item.value) || isFunction(item.value)) {
        const arn = readManaged(item, cx);
        if (arn !== undefined) {
          arns.push(arn);
          place(arns, arns.length - 1, entryOf(item.holder, item.step));
        }
      } else if (Object.hasOwn(item.value, 'name')) {
        const policy = readNamed(item, cx);
        if (policy !== undefined) policies.push(policy);
      } else if (/^[A-Z]/.test(Object.keys(item.value)[0] ?? '') && Object.hasOwn(item.value, 'PolicyName'))
        policies.push(item.value);
      else append(unnamed, grants(item, cx));
    }
    if (unnamed.length > 0) policies.push(policyOf('access', { Version: version, Statement: unnamed }, spot));
    if (arns.length > 0) set(draft, 'ManagedPolicyArns', stamp(arns, spot.at), spot, cx);
    if (policies.length > 0) set(draft, 'Policies', stamp(policies, spot.at), spot, cx);
  },
  raise: (draft, cx) => raiseAccess(draft, cx),
};

const isFunction = (value: JsonMap): boolean => /^(?:Ref|Fn::)/.test(Object.keys(value)[0] ?? '');

const policyOf = (name: Json, document: Json, spot: Spot): JsonMap => {
  const policy = newMap();
  policy['PolicyName'] = name;
  policy['PolicyDocument'] = document;
  for (const key of Object.keys(policy)) place(policy, key, entryOf(spot.holder, spot.step));
  return stamp(policy, spot.whole);
};

/** `{name: read-orders, allow: …}` */
const readNamed = (spot: Spot, cx: Reading): JsonMap | undefined => {
  const { name: _, ...rest } = spot.value as JsonMap;
  const name = text.read(spot.below('name'), cx);
  const holder = newMap();
  const body = newMap();
  for (const key of Object.keys(rest)) {
    body[key] = rest[key]!;
    place(body, key, entryOf(spot.value, key));
  }
  if (Object.keys(rest).length === 0)
    return wrong(spot, "a named policy: 'name' with 'allow' and 'resource', or with 'statements'", cx);
  holder['policy'] = stamp(body, spot.at);
  place(holder, 'policy', entryOf(spot.holder, spot.step));
  const document = policyDocument.read(new Spot(holder, 'policy'), cx);
  return name === undefined || document === undefined ? undefined : policyOf(name, document, spot);
};

const raiseAccess = (draft: Draft, cx: Writing): ReturnType<Key['raise']> => {
  const arns = valueAt(draft, 'ManagedPolicyArns');
  const policies = valueAt(draft, 'Policies');
  const says: string[] = [];
  const items: Json[] = [];
  if (arns !== undefined) {
    const written = isList(arns) ? arns.map((arn) => writeManaged(arn, cx)) : [undefined];
    if (!written.includes(undefined) && written.length > 0) {
      append(items, written as Json[]);
      says.push('ManagedPolicyArns');
    }
  }
  if (isList(policies) && policies.length > 0) {
    const written = policies.map((policy) => writePolicy(policy, cx));
    if (!written.includes(undefined)) {
      append(items, written as Json[]);
      says.push('Policies');
    }
  }
  if (says.length === 0) return undefined;
  const [only] = items;
  return { value: items.length === 1 && isString(only) ? only : items, says };
};

const writePolicy = (policy: Json, cx: Writing): Json | undefined => {
  if (!isMap(policy) || !sameData(Object.keys(policy).sort(), ['PolicyDocument', 'PolicyName'])) return undefined;
  const name = text.write(policy['PolicyName']!, cx);
  const document = policyDocument.write(policy['PolicyDocument']!, cx);
  if (name === undefined || document === undefined) return undefined;
  const out = newMap();
  out['name'] = name;
  if (isList(document)) out['statements'] = document;
  else if (isMap(document) && !Object.hasOwn(document, 'Statement'))
    for (const key of Object.keys(document)) out[key] = document[key]!;
  else return policy;
  return out;
};

/** `AWS::IAM::Role` */
export const roles: Section = {
  name: 'roles',
  heading: 'role',
  doc: 'Roles of AWS IAM.',
  example: 'OrderRole: {for: lambda, access: [AWSLambdaBasicExecutionRole, {Orders: write}]}',
  kinds: [
    kind({
      type: 'AWS::IAM::Role',
      title: 'a role',
      joint: raiseUnversioned,
      combine: checkVersion,
      required: ['for', 'trust', 'AssumeRolePolicyDocument'],
      keys: [
        ...commonKeys,
        nameKey('RoleName'),
        descriptionKey(),
        forKey,
        versionKey,
        property(
          'trust',
          'AssumeRolePolicyDocument',
          policyDocument,
          'The trust policy, where `for` cannot say it: statements.',
          "{allow: 'sts:AssumeRole', to: lambda, condition: {StringEquals: {'aws:SourceAccount': '${AWS::AccountId}'}}}",
        ),
        accessKey,
        property(
          'boundary',
          'PermissionsBoundary',
          named('managedPolicy', 'arn'),
          'The permissions boundary.',
          'Boundary',
        ),
        property('path', 'Path', text, 'The path.', '/shop/'),
        property('session', 'MaxSessionDuration', seconds, 'The longest session.', '1h'),
        tagsKey('list'),
      ],
      synonyms: {
        'role-name': 'name',
        'assume-role-policy-document': 'trust',
        principal: 'for',
        policies: 'access',
        'managed-policies': 'access',
        'permissions-boundary': 'boundary',
      },
    }),
  ],
};
