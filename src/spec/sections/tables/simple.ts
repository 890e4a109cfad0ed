import { entryOf, place, stamp } from '../../../model/origin.ts';
import { isMap, isString, newMap } from '../../../model/tree.ts';
import { withFunctions } from '../../codecs/functions.ts';
import { flag } from '../../codecs/scalars.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Codec } from '../../language/codec.ts';
import { property } from '../../language/key.ts';
import { kind } from '../../language/section.ts';
import { parseAttribute, printAttribute } from '../../phrases/attributes.ts';
import { commonKeys, nameKey, tagsKey } from '../common.ts';
import { throughput } from './keys.ts';

const types = { S: 'String', N: 'Number', B: 'Binary' } as const;
const letters = { String: 'S', Number: 'N', Binary: 'B' } as const;
const says = "an attribute such as 'orderId' or 'number number'";

/** The key of a simple table: SAM has its name and its type. */
const primaryKey: Codec = withFunctions({
  says,
  schema: () => ({ type: 'string' }),
  read: (spot, cx) => {
    const attribute = spot.text === undefined ? undefined : parseAttribute(spot.text);
    if (attribute === undefined) return wrong(spot, says, cx);
    const key = newMap();
    key['Name'] = attribute.name;
    key['Type'] = types[attribute.type];
    for (const name of Object.keys(key)) place(key, name, entryOf(spot.holder, spot.step));
    return stamp(key, spot.at);
  },
  write: (value) => {
    if (!isMap(value) || Object.keys(value).length !== 2) return undefined;
    const { Name: name, Type: type } = value;
    const letter = isString(type) && Object.hasOwn(letters, type) ? letters[type as keyof typeof letters] : undefined;
    if (!isString(name) || letter === undefined || /\s|\$\{/.test(name) || name === '') return undefined;
    return printAttribute({ name, type: letter });
  },
});

/** `AWS::Serverless::SimpleTable` */
export const simpleTable = kind({
  kind: 'simple',
  heading: 'simple-table',
  type: 'AWS::Serverless::SimpleTable',
  title: 'a simple table',
  globals: 'SimpleTable',
  keys: [
    ...commonKeys,
    nameKey('TableName'),
    property('key', 'PrimaryKey', primaryKey, 'The primary key: an attribute; `id` without this key.', [
      'orderId',
      'number number',
    ]),
    property(
      'capacity',
      'ProvisionedThroughput',
      throughput,
      'A provisioned capacity; by request without it.',
      "'5 read, 5 write'",
    ),
    property(
      'encrypted',
      'SSESpecification.SSEEnabled',
      flag(),
      'Whether it is encrypted with a key of AWS KMS.',
      'true',
    ),
    property(
      'recovery',
      'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      flag(),
      'Whether it can be restored to a point in time.',
      'true',
    ),
    tagsKey('map'),
  ],
});
