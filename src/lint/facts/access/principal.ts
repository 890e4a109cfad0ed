import type { TemplateView } from '../../../model/rule.ts';
import { isIntrinsic, isMap, isString, type Json } from '../../../model/tree.ts';
import { type Choice, entryItems } from '../templates/choices.ts';
import { gap, partialText } from '../texts/partial-text.ts';
import { type Answer, anyOf } from './answer.ts';

/** Whether a text names a service: `sns.amazonaws.com`, with its Region (`logs.eu-west-1.…`) or suffix (`….cn`) too. */
export const namesService = (principal: string, service: string): boolean =>
  principal === '*' ||
  principal
    .replace(/\.cn$/, '')
    .replace(/^([a-z0-9-]+)\.[a-z]{2}(?:-[a-z]+)+-\d\.amazonaws\.com$/, '$1.amazonaws.com') ===
    `${service}.amazonaws.com`;

/** Whether the `Principal` of a statement takes in a service. */
export const principalTakesIn = ({ value, at }: Choice, service: string, view: TemplateView): Answer => {
  if (value === '*') return 'yes';
  if (!isMap(value) || isIntrinsic(value)) return 'unknown';
  const accounts = entryItems(value, 'AWS', at);
  if (accounts.some((item) => view.resolve(item.value) === '*')) return 'yes';
  // Alarms publish on behalf of their account.
  if (service === 'cloudwatch' && accounts.length > 0) return 'unknown';
  return anyOf(entryItems(value, 'Service', at).map((item) => serviceIn(item.value, service, view)));
};

const serviceIn = (value: Json, service: string, view: TemplateView): Answer => {
  const named = view.resolve(value);
  if (named !== undefined) return isString(named) && namesService(named, service) ? 'yes' : 'no';
  return mayName(partialText(value, view) ?? gap, service) ? 'unknown' : 'no';
};

/** Whether a text of which a part is known only at the deployment, its Region mostly, may be the name of a service. */
const mayName = (principal: string, service: string): boolean => {
  const known = principal.slice(0, principal.indexOf(gap));
  const end = known.indexOf('.');
  return end < 0 || `${service}.`.startsWith(known.slice(0, end + 1));
};
