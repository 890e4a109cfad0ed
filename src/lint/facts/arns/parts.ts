import type { TemplateView } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';
import { gap, partialText } from '../texts/partial-text.ts';

/** An ARN taken apart; undefined for the parts that are known only at deploy time. */
export interface ArnParts {
  readonly partition: string | undefined;
  readonly service: string | undefined;
  readonly region: string | undefined;
  readonly account: string | undefined;
  readonly resource: string | undefined;
}

/** Takes the ARN apart that a value comes to, whole or in part; undefined where the value is not an ARN, or is not known. */
export const arnParts = (value: Json | undefined, cx: TemplateView): ArnParts | undefined => {
  const text = partialText(value, cx);
  if (!text?.startsWith('arn:')) return undefined;
  const [, partition, service, region, account, ...rest] = text.split(':');
  if (rest.length === 0) return undefined;
  const known = (part: string | undefined) => (part === undefined || part.includes(gap) ? undefined : part);
  return {
    partition: known(partition),
    service: known(service),
    region: known(region),
    account: known(account),
    resource: known(rest.join(':')),
  };
};
