import { carryEvenNull, shallowCopy, stamp } from '../../model/origin.ts';
import { isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { free } from '../codecs/free.ts';
import { listOf } from '../codecs/lists.ts';
import { record } from '../codecs/records.ts';
import { reference } from '../codecs/reference.ts';
import { text } from '../codecs/scalars.ts';
import type { Codec } from '../language/codec.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { Spot } from '../language/spot.ts';
import { principal } from './principal.ts';

/** A resource of a statement: a name of this file stands for its ARN, any other text for itself. */
const resource: Codec = reference({ says: 'a resource', as: 'arn', types: undefined, literal: /[*:]/ });

/** Actions under their effect: `allow:` and `deny:` say both. */
const effect = (key: 'allow' | 'deny', value: 'Allow' | 'Deny'): Key => {
  const codec = listOf(text, { keepsOne: true });
  return {
    key,
    to: ['Effect', 'Action'],
    doc: `What the statement ${key === 'allow' ? 'allows' : 'denies'}: actions.`,
    examples: ['sqs:SendMessage', "['s3:GetObject', 's3:List*']"],
    schema: () => codec.schema(),
    codec,
    lower: (spot, draft, cx) => {
      const actions = codec.read(spot, cx);
      if (actions === undefined) return;
      set(draft, 'Effect', value, spot, cx);
      set(draft, 'Action', actions, spot, cx);
    },
    raise: (draft, cx) => {
      const actions = valueAt(draft, 'Action');
      if (valueAt(draft, 'Effect') !== value || actions === undefined) return undefined;
      const written = codec.write(actions, cx);
      return written === undefined ? undefined : { value: written, says: ['Action', 'Effect'] };
    },
  };
};

/** One statement of a policy. */
export const statement = record(
  'a statement',
  [
    property('id', 'Sid', text, 'The name of the statement.', 'ReadOrders'),
    effect('allow', 'Allow'),
    effect('deny', 'Deny'),
    property(
      'resource',
      'Resource',
      listOf(resource, { keepsOne: true }),
      'What the actions apply to: names of this file, or ARNs.',
      ['Orders', "'*'", "['${Orders.arn}', '${Orders.arn}/index/*']"],
    ),
    property('to', 'Principal', principal, 'Whom a resource policy allows or denies it.', [
      'events.amazonaws.com',
      "'*'",
      'account 123456789012',
    ]),
    property(
      'condition',
      'Condition',
      free,
      'When the statement holds.',
      '{StringEquals: {aws:SourceAccount: "${AWS::AccountId}"}}',
    ),
  ],
  {
    synonyms: {
      action: 'allow',
      actions: 'allow',
      effect: 'allow',
      resources: 'resource',
      on: 'resource',
      principal: 'to',
      sid: 'id',
      if: 'condition',
      when: 'condition',
    },
  },
);

const version = '2012-10-17';

/** A statement that says the version of its document beside what it allows. */
const withoutVersion = (spot: Spot): Spot => {
  const { value } = spot;
  if (!isMap(value) || !Object.hasOwn(value, 'version')) return spot;
  const holder = newMap();
  carryEvenNull(spot.holder, spot.step, holder, 'statement');
  const bare = shallowCopy(value);
  delete bare['version'];
  holder['statement'] = bare;
  return new Spot(holder, 'statement');
};

/** A policy document: one statement, or `{statements: […]}`; its version is implied. */
export const policyDocument: Codec = {
  says: "a statement such as '{allow: sqs:SendMessage, resource: Jobs}', a list of them, or '{statements: […]}'",
  schema: () => ({}),
  read: (spot, cx) => {
    const { value } = spot;
    if (
      isMap(value) &&
      Object.keys(value).some((key) => key === 'Statement' || key.startsWith('Fn::') || key === 'Ref')
    )
      return value;
    const list = isMap(value) && Object.hasOwn(value, 'statements') ? spot.below('statements') : withoutVersion(spot);
    const statements = list.items.map((item) => statement.read(item, cx));
    if (statements.includes(undefined)) return undefined;
    const document = newMap();
    const written = isMap(value) ? value['version'] : undefined;
    if (written !== 'none') document['Version'] = written ?? version;
    document['Statement'] = stamp(statements as Json[], list.at);
    return stamp(document, spot.at);
  },
  write: (value, cx) => {
    if (!isMap(value)) return undefined;
    const { Statement: statements, Version: written, ...rest } = value;
    if (!isList(statements) || statements.length === 0 || Object.keys(rest).length > 0) return value;
    const compact = statements.map((each) => (isMap(each) ? statement.write(each, cx) : undefined));
    if (compact.includes(undefined)) return value;
    if (written === version) return compact.length === 1 ? compact[0]! : (compact as Json[]);
    if (written !== undefined && !isString(written)) return value;
    const [only, ...more] = compact;
    const map: JsonMap = more.length === 0 && isMap(only) ? shallowCopy(only) : newMap();
    if (more.length > 0 || !isMap(only)) map['statements'] = compact as Json[];
    map['version'] = written ?? 'none';
    return map;
  },
};
