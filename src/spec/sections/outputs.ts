import { entryOf, place, stamp } from '../../model/origin.ts';
import { intrinsicName, isMap, newMap } from '../../model/tree.ts';
import { condition } from '../codecs/ids.ts';
import { plainText } from '../codecs/plain.ts';
import type { Phrase } from '../codecs/records.ts';
import { text } from '../codecs/scalars.ts';
import { type Key, property } from '../language/key.ts';
import { kind } from '../language/section.ts';

const keys: readonly Key[] = [
  property('value', 'Value', text, 'The value.', '${Orders.arn}'),
  property('export', 'Export.Name', text, 'The name under which other stacks import it.', '${AWS::StackName}-orders'),
  property('description', 'Description', plainText, 'What it is.', 'The table of orders.'),
  property('when', 'Condition', condition, 'The condition under which it exists.', 'IsProd'),
];

/** `Endpoint: ${Api.url}`: the value alone. */
const phrase: Phrase = {
  says: 'the value',
  examples: ['${Orders.arn}', '!ImportValue orders-table'],
  schema: () => ({ anyOf: [{ $ref: '#/definitions/function' }, { type: ['string', 'number', 'boolean'] }] }),
  functions: true,
  open: (spot) => {
    const map = stamp(newMap(), spot.whole);
    map['value'] = spot.value;
    place(map, 'value', entryOf(spot.holder, spot.step));
    return map;
  },
  close: (map) => {
    const { value } = map;
    return Object.keys(map).length === 1 && value !== undefined && (!isMap(value) || intrinsicName(value) !== undefined)
      ? value
      : undefined;
  },
};

/** Outputs. */
export const outputKind = kind({ type: '', title: 'an output', keys, phrase });
