import { stamp } from '../../model/origin.ts';
import { isMap, isString } from '../../model/tree.ts';
import { resolveName } from '../codecs/reference.ts';
import { choice } from '../codecs/scalars.ts';
import { named, to } from '../codecs/targets.ts';
import { days } from '../codecs/units.ts';
import { wrong } from '../codecs/wrong.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { commonKeys, nameKey, tagsKey } from './common.ts';

/** The group that Lambda writes to for a function of this file. */
const of: Key = {
  key: 'of',
  to: ['LogGroupName'],
  doc: 'The function whose logs it holds: the name that Lambda gives its log group.',
  examples: ['PlaceOrder'],
  schema: () => ({ type: 'string' }),
  lower: (spot, draft, cx) => {
    const { text } = spot;
    if (text === undefined) return wrong(spot, 'the name of a function', cx);
    if (resolveName(text, to.function('name'), spot, cx) === undefined) return;
    set(draft, 'LogGroupName', stamp({ 'Fn::Sub': `/aws/lambda/\${${text}}` }, spot.at), spot, cx);
  },
  raise: (draft, cx) => {
    const name = valueAt(draft, 'LogGroupName');
    const sub = isMap(name) && Object.keys(name).length === 1 ? name['Fn::Sub'] : undefined;
    const [, id] = isString(sub) ? (/^\/aws\/lambda\/\$\{(\w+)\}$/.exec(sub) ?? []) : [];
    const found = id === undefined ? undefined : cx.names.get(id);
    return found !== undefined && to.function('name').types!.includes(found.type)
      ? { value: id!, says: ['LogGroupName'] }
      : undefined;
  },
};

/** `AWS::Logs::LogGroup` */
export const logGroups: Section = {
  name: 'log-groups',
  heading: 'log-group',
  doc: 'Log groups of Amazon CloudWatch.',
  example: 'ReportLogs: {of: Report, retention: 30d}',
  kinds: [
    kind({
      type: 'AWS::Logs::LogGroup',
      title: 'a log group',
      keys: [
        ...commonKeys,
        of,
        nameKey('LogGroupName'),
        property('retention', 'RetentionInDays', days, 'How long lines are kept; forever without it.', '30d'),
        property('encryption-key', 'KmsKeyId', named('key', 'arn'), 'The KMS key that encrypts them.', 'Secrets'),
        property(
          'class',
          'LogGroupClass',
          choice({ standard: 'STANDARD', 'infrequent-access': 'INFREQUENT_ACCESS', delivery: 'DELIVERY' }),
          'The class of the group.',
          'infrequent-access',
        ),
        tagsKey('list'),
      ],
      synonyms: { function: 'of', 'log-group-name': 'name', 'retention-in-days': 'retention' },
    }),
  ],
};
