import { entryOf, place, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isList, type Json, newMap } from '../../model/tree.ts';
import { listOf } from '../codecs/lists.ts';
import { parameterType } from '../codecs/parameter-type.ts';
import { plainScalar, plainText } from '../codecs/plain.ts';
import type { Phrase } from '../codecs/records.ts';
import { onlyTrue } from '../codecs/scalars.ts';
import { type Key, property } from '../language/key.ts';
import { kind } from '../language/section.ts';

const TypeAsDefault = message(
  'spec-type-as-default',
  'warning',
  (name: string, type: string) =>
    `'${name}: ${type}' gives the default value '${type}'. For a parameter of that type write '${name}: {type: ${type}}'.`,
);

const keys: readonly Key[] = [
  property('type', 'Type', parameterType, 'The type: a short name, or any of CloudFormation.', [
    'number',
    'subnets',
    'AWS::EC2::Image::Id',
  ]),
  property('default', 'Default', plainScalar, 'The value when none is given; without it one must be given.', [
    'dev',
    '6',
  ]),
  property('allowed', 'AllowedValues', listOf(plainScalar), 'The allowed values.', '[dev, prod]'),
  property('pattern', 'AllowedPattern', plainText, 'A regular expression that the whole value must match.', "'[a-z]+'"),
  property('min', 'MinValue', plainScalar, 'The smallest allowed number.', '0'),
  property('max', 'MaxValue', plainScalar, 'The largest allowed number.', '23'),
  property('min-length', 'MinLength', plainScalar, 'The smallest allowed number of characters.', '3'),
  property('max-length', 'MaxLength', plainScalar, 'The largest allowed number of characters.', '63'),
  property('secret', 'NoEcho', onlyTrue(true), 'Masks the value wherever CloudFormation shows it.', 'true'),
  property('description', 'Description', plainText, 'What the parameter is for.', 'The stage to deploy.'),
  property(
    'message',
    'ConstraintDescription',
    plainText,
    'What CloudFormation says of a value that is not allowed.',
    'Letters only.',
  ),
];

/** `Stage: dev`, a default; `Stage: [dev, prod]`, the allowed values, of which the first is the default. */
const phrase: Phrase = {
  says: 'a default value, or a list of allowed values whose first is the default',
  examples: ['dev', '[dev, prod]', '6'],
  schema: () => ({ type: ['string', 'number', 'boolean', 'array'] }),
  open: (spot, cx) => {
    const { value } = spot;
    const map = stamp(newMap(), spot.whole);
    const put = (key: string, what: Json): void => {
      map[key] = what;
      place(map, key, entryOf(spot.holder, spot.step));
    };
    if (!isList(value)) {
      if (/^(?:string|number|String|Number|CommaDelimitedList)$/.test(spot.text ?? '')) {
        const rewrite = { safety: 'unsafe', text: `{"type": "${spot.text}"}` } as const;
        cx.report(TypeAsDefault(String(spot.step), spot.text!), spot.at, rewrite);
      }
      put('default', value);
      place(map, 'default', entryOf(spot.holder, spot.step));
      return map;
    }
    if (value.length > 0) {
      map['default'] = value[0]!;
      place(map, 'default', entryOf(value, 0));
    }
    put('allowed', value);
    return map;
  },
  close: (map) => {
    const { default: value, allowed } = map;
    const size = Object.keys(map).length;
    if (size === 0) return null;
    if (size === 1) return value === null || typeof value === 'object' ? undefined : value;
    return size === 2 && isList(allowed) && allowed[0] === value ? allowed : undefined;
  },
};

/** Parameters: their type follows from the default where it is not given. */
export const parameterKind = kind({
  type: '',
  title: 'a parameter',
  keys,
  phrase,
  synonyms: { values: 'allowed', options: 'allowed', enum: 'allowed', 'no-echo': 'secret', regex: 'pattern' },
  finish: (draft, _entry, _cx, at) => {
    const { properties } = draft;
    if (Object.hasOwn(properties, 'Type')) return;
    properties['Type'] = typeof properties['Default'] === 'number' ? 'Number' : 'String';
    place(properties, 'Type', at && { key: at, value: at });
  },
  unfinish: ({ properties }) => {
    const { Type: type, Default: value } = properties;
    const implied = typeof value === 'number' ? 'Number' : 'String';
    if (type === implied) delete properties['Type'];
    return true;
  },
});
