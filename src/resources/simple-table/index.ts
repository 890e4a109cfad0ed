import { carry, entryOf, place } from '../../model/origin.ts';
import { defineResource } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { tagList } from '../../model/tags.ts';
import { get, isMap, isNothing, isString, isTruthy, type Json, kindOf, newMap, textOrKind } from '../../model/tree.ts';
import { enumOf, integer, loose, map, mapOf, object, oneOf, strict, string } from '../../schema/property.ts';

const NoKeyPart = message('missing-property', 'error', (name: string) => `'PrimaryKey' needs '${name}'.`);
const KeyNameNotText = message(
  'wrong-type',
  'error',
  (found: string) => `'Name' of the primary key is ${found}; it must be a string, not an intrinsic function.`,
);
const BadKeyType = message(
  'wrong-value',
  'error',
  (found: string) => `The type of the primary key is ${found}; it must be String, Number or Binary.`,
);

const attributeTypes: ReadonlyMap<Json, string> = new Map([
  ['String', 'S'],
  ['Number', 'N'],
  ['Binary', 'B'],
]);

/** Properties of the table that are left out when they say nothing. */
const onlyWhenSet = [
  'PointInTimeRecoverySpecification',
  'ProvisionedThroughput',
  'SSESpecification',
  'TableName',
] as const;

export const simpleTable = defineResource({
  type: 'AWS::Serverless::SimpleTable',
  phase: 'other',
  properties: {
    PointInTimeRecoverySpecification: loose(map, 'Point-in-time recovery.'),
    PrimaryKey: strict(
      object({
        Name: loose(string, 'The name of the key.', { early: true, required: true }),
        Type: loose(enumOf('String', 'Number', 'Binary'), 'The type of the key.', { early: true, required: true }),
      }),
      'Name and type of the partition key; `id`, a string, without it.',
    ),
    ProvisionedThroughput: strict(mapOf(oneOf(integer, map)), 'Read and write capacity; on demand without it.'),
    TableName: strict(oneOf(string, map), 'The name of the table.'),
    Tags: strict(map, 'Tags of the table.'),
    SSESpecification: strict(map, 'Server-side encryption.', { globals: true }),
  },
  expand(cx) {
    const key = isTruthy(cx.props.PrimaryKey) ? cx.props.PrimaryKey : undefined;
    const name = isNothing(key) ? 'id' : get(key, 'Name');
    if (isNothing(name)) return cx.fail(NoKeyPart('Name'), cx.at('PrimaryKey'));
    if (!isString(name)) return cx.fail(KeyNameNotText(kindOf(name)), cx.at('PrimaryKey', 'Name'));
    const type = isNothing(key) ? 'String' : get(key, 'Type');
    if (isNothing(type)) return cx.fail(NoKeyPart('Type'), cx.at('PrimaryKey'));
    const attributeType = attributeTypes.get(type);
    if (attributeType === undefined) {
      return cx.fail(BadKeyType(textOrKind(type)), cx.at('PrimaryKey', 'Type'));
    }
    const properties = newMap();
    properties['AttributeDefinitions'] = [{ AttributeName: name, AttributeType: attributeType }];
    properties['KeySchema'] = [{ AttributeName: name, KeyType: 'HASH' }];
    const written = entryOf(cx.properties, 'PrimaryKey');
    for (const made of ['AttributeDefinitions', 'KeySchema']) place(properties, made, written);
    for (const passed of onlyWhenSet) if (isTruthy(cx.properties[passed])) carry(cx.properties, passed, properties);
    if (!isTruthy(cx.props.ProvisionedThroughput)) properties['BillingMode'] = 'PAY_PER_REQUEST';
    if (isTruthy(cx.props.Tags) && isMap(cx.props.Tags)) properties['Tags'] = tagList(cx.props.Tags);
    cx.emit({ id: cx.id, type: 'AWS::DynamoDB::Table', properties, attributes: cx.attributes, cause: cx.cause });
  },
});
