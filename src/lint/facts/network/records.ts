import { isIpv4, isIpv6 } from './ranges.ts';

/** What is wrong with the text of a DNS record, as the id of a message; undefined where nothing is. */
export type RecordFault = 'a' | 'aaaa' | 'caa' | 'domain' | 'mx' | 'quotes' | 'long';

const mostPriority = 65_535;
const longestText = 255;

/** What the texts of records of a type must be; types that are not named here are left alone. Source: Supported DNS record types, in the Route 53 developer guide. */
const checks: ReadonlyMap<string, (text: string) => RecordFault | undefined> = new Map([
  ['A', (text) => (isIpv4(text) ? undefined : 'a')],
  ['AAAA', (text) => (isIpv6(text) ? undefined : 'aaaa')],
  ['CAA', (text) => (/^(?:0|128) [A-Za-z0-9]{1,15} ".*"$/.test(text) ? undefined : 'caa')],
  ['CNAME', (text) => (isDomain(text) ? undefined : 'domain')],
  ['MX', (text) => (isExchange(text) ? undefined : 'mx')],
  ['NS', (text) => (isDomain(text) ? undefined : 'domain')],
  ['PTR', (text) => (isDomain(text) ? undefined : 'domain')],
  ['SPF', (text) => quotedFault(text)],
  ['TXT', (text) => quotedFault(text)],
]);

export const recordFault = (type: string, text: string): RecordFault | undefined => checks.get(type)?.(text);

const isDomain = (text: string): boolean => text !== '' && text.length <= longestText && !/\s/.test(text);

const isExchange = (text: string): boolean => {
  const [, priority, host] = /^(\d{1,5}) (\S+)$/.exec(text) ?? [];
  return host !== undefined && Number(priority) <= mostPriority;
};

/** Texts stand in quotes, several one behind the other; a quote or backslash in them has a backslash before it. */
const quotedFault = (text: string): RecordFault | undefined => {
  let at = 0;
  let count = 0;
  while (at < text.length) {
    if (/\s/.test(text[at]!)) at++;
    else {
      if (text[at] !== '"') return 'quotes';
      let length = 0;
      for (at++; at < text.length && text[at] !== '"'; at++) {
        if (text[at] === '\\') at++;
        length++;
      }
      if (at >= text.length) return 'quotes';
      if (length > longestText) return 'long';
      at++;
      count++;
    }
  }
  return count === 0 ? 'quotes' : undefined;
};
