import { append } from '../../model/lists.ts';
import { stamp } from '../../model/origin.ts';
import { isMap, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { grants } from '../access/grants.ts';
import { policyDocument } from '../access/statement.ts';
import { listOf } from '../codecs/lists.ts';
import { reference } from '../codecs/reference.ts';
import { text } from '../codecs/scalars.ts';
import { wrong } from '../codecs/wrong.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { commonKeys, descriptionKey, nameKey } from './common.ts';

/** One document of statements: verbs are the actions of SAM's policy templates here. */
const accessKey: Key = {
  key: 'access',
  to: ['PolicyDocument'],
  doc: 'What the policy allows: statements, or names with verbs.',
  examples: [
    '{Orders: read}',
    "[{allow: 'sqs:SendMessage', resource: Jobs}, {deny: 'sqs:PurgeQueue', resource: Jobs}]",
  ],
  schema: () => policyDocument.schema(),
  lower: (spot, draft, cx) => {
    const { value } = spot;
    if (isMap(value) && (Object.hasOwn(value, 'statements') || Object.hasOwn(value, 'Statement'))) {
      const document = policyDocument.read(spot, cx);
      return document === undefined ? undefined : set(draft, 'PolicyDocument', document, spot, cx);
    }
    const statements: Json[] = [];
    for (const item of spot.items) {
      if (!isMap(item.value)) return wrong(item, 'a statement, or a map of names and verbs', cx);
      append(statements, grants(item, cx));
    }
    const document: JsonMap = newMap();
    document['Version'] = '2012-10-17';
    document['Statement'] = stamp(statements, spot.at);
    set(draft, 'PolicyDocument', stamp(document, spot.at), spot, cx);
  },
  raise: (draft, cx) => {
    const document = valueAt(draft, 'PolicyDocument');
    const value = document === undefined ? undefined : policyDocument.write(document, cx);
    return value === undefined ? undefined : { value, says: ['PolicyDocument'] };
  },
};

const principals = (what: string) =>
  listOf(
    reference({
      says: `a ${what}`,
      as: 'name',
      types: [`AWS::IAM::${what.charAt(0).toUpperCase()}${what.slice(1)}`],
      literal: /^[\w+=,.@-]+$/,
    }),
  );

/** `AWS::IAM::ManagedPolicy` */
export const policies: Section = {
  name: 'policies',
  heading: 'policy',
  doc: 'Managed policies of AWS IAM.',
  example: 'ReadOrders: {access: {Orders: read}, attach-to: OrderRole}',
  kinds: [
    kind({
      type: 'AWS::IAM::ManagedPolicy',
      title: 'a managed policy',
      required: ['access', 'PolicyDocument'],
      keys: [
        ...commonKeys,
        nameKey('ManagedPolicyName'),
        descriptionKey(),
        accessKey,
        property('attach-to', 'Roles', principals('role'), 'The roles that it is attached to.', 'OrderRole'),
        property('users', 'Users', principals('user'), 'The users that it is attached to.', 'deployer'),
        property('groups', 'Groups', principals('group'), 'The groups that it is attached to.', 'developers'),
        property('path', 'Path', text, 'The path.', '/shop/'),
      ],
      synonyms: {
        roles: 'attach-to',
        'policy-document': 'access',
        statements: 'access',
        'managed-policy-name': 'name',
      },
    }),
  ],
};
