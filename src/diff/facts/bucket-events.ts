import { scalarText } from '../../lint/facts/texts/scalar.ts';
import { get, getIn, isList, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { matchesPattern } from '../permissions/pattern.ts';
import { symbolic } from '../words/shown.ts';

/** One kind of event of which a bucket notifies a target. */
export interface BucketEvent {
  /** The function, queue or topic as the template calls it. */
  readonly target: string;
  readonly event: string;
  readonly prefix: string;
  readonly suffix: string;
}

const kinds = ['Function', 'Queue', 'Topic'];

/** All notifications of a bucket. */
export const bucketEvents = (properties: JsonMap): BucketEvent[] =>
  kinds.flatMap((kind) => {
    const name = kind === 'Function' ? 'Lambda' : kind;
    const entries = getIn(properties, 'NotificationConfiguration', `${name}Configurations`);
    return (isList(entries) ? entries : []).map((entry) => ({
      target: symbolic(get(entry, kind) ?? ''),
      event: symbolic(get(entry, 'Event') ?? ''),
      ...filterOf(entry),
    }));
  });

const filterOf = (entry: Json): { readonly prefix: string; readonly suffix: string } => {
  const rules = getIn(entry, 'Filter', 'S3Key', 'Rules');
  const ruleOf = (wanted: string) => {
    const rule = (isList(rules) ? rules : []).find((each) => scalarText(get(each, 'Name'))?.toLowerCase() === wanted);
    const value = get(rule, 'Value');
    return isString(value) ? value : value === undefined ? '' : symbolic(value);
  };
  return { prefix: ruleOf('prefix'), suffix: ruleOf('suffix') };
};

/** Whether one notification is sent for all that another one is sent for. */
export const takesInEvent = (one: BucketEvent, other: BucketEvent): boolean =>
  one.target === other.target &&
  matchesPattern(one.event, other.event) &&
  other.prefix.startsWith(one.prefix) &&
  other.suffix.endsWith(one.suffix);
