import { stamp } from '../../model/origin.ts';
import { isString, type JsonMap } from '../../model/tree.ts';
import { withResource } from '../access/policy-resource.ts';
import { policyDocument } from '../access/statement.ts';
import { flag, text } from '../codecs/scalars.ts';
import { days } from '../codecs/units.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { commonKeys, descriptionKey, tagsKey } from './common.ts';

/** A key's own policy: what it does not allow is forbidden. */
const policy: Key = {
  key: 'policy',
  to: ['KeyPolicy'],
  doc: "Who may use it: statements of its policy. `resource` is '*', which is the key itself, where a statement does not say it.",
  examples: ["{allow: 'kms:*', to: account}"],
  schema: () => policyDocument.schema(),
  codec: policyDocument,
  lower: (spot, draft, cx) => {
    const document = policyDocument.read(spot, cx);
    if (document !== undefined) set(draft, 'KeyPolicy', withResource(document, '*'), spot, cx);
  },
  raise: (draft, cx) => {
    const document = valueAt(draft, 'KeyPolicy');
    const value = document === undefined ? undefined : policyDocument.write(document, cx);
    return value === undefined ? undefined : { value, says: ['KeyPolicy'] };
  },
};

const alias: Key = {
  key: 'alias',
  to: [],
  doc: 'A name for it, `alias/…`, which becomes a resource `<Key>Alias` (AWS::KMS::Alias).',
  examples: ['orders'],
  schema: () => text.schema(),
  perEntry: true,
  lower: (spot, draft, cx) => {
    const name = text.read(spot, cx);
    if (name === undefined) return;
    const full = isString(name) && !name.startsWith('alias/') ? `alias/${name}` : name;
    const body: JsonMap = { Type: 'AWS::KMS::Alias', Properties: { AliasName: full, TargetKeyId: { Ref: draft.id } } };
    cx.add(`${draft.id}Alias`, stamp(body, spot.whole), spot);
  },
  raise: () => undefined,
};

/** `AWS::KMS::Key` */
export const keys: Section = {
  name: 'keys',
  heading: 'key',
  doc: 'Keys of AWS KMS.',
  example: "Secrets: {policy: {allow: 'kms:*', to: account}, rotate: true, alias: orders}",
  kinds: [
    kind({
      type: 'AWS::KMS::Key',
      title: 'a key',
      keys: [
        ...commonKeys,
        descriptionKey(),
        policy,
        property('rotate', 'EnableKeyRotation', flag(), 'Whether it is rotated each year.', 'true'),
        property('enabled', 'Enabled', flag(), 'Whether it can be used.', 'true'),
        property('waiting', 'PendingWindowInDays', days, 'How long it waits before it is deleted.', '30d'),
        property('spec', 'KeySpec', text, 'What it is made of.', 'RSA_2048'),
        property('usage', 'KeyUsage', text, 'What it is for.', 'SIGN_VERIFY'),
        property('multi-region', 'MultiRegion', flag(), 'Whether it can be replicated to other regions.', 'true'),
        alias,
        tagsKey('list'),
      ],
      synonyms: {
        'key-policy': 'policy',
        'enable-key-rotation': 'rotate',
        rotation: 'rotate',
        'pending-window': 'waiting',
      },
    }),
  ],
};
