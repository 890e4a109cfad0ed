import { isIpv4, isIpv6 } from './ranges.ts';

/** What is wrong with the text of a DNS record, as the id of a message; undefined where nothing is. */
export type RecordFault = 'a' | 'aaaa' | 'caa' | 'domain' | 'mx' | 'naptr' | 'srv' | 'ds' | 'quotes' | 'long';

const mostPriority = 65_535;
const longestText = 255;

/** What the texts of records of a type must be; types that are not named here are left alone. Source: Supported DNS record types, in the Route 53 developer guide. */
const checks: ReadonlyMap<string, (text: string) => RecordFault | undefined> = new Map([
  ['A', (text) => (isIpv4(text) ? undefined : 'a')],
  ['AAAA', (text) => (isIpv6(text) ? undefined : 'aaaa')],
  ['CAA', (text) => (/^(?:0|128) [A-Za-z0-9]{1,15} ".*"$/.test(text) ? undefined : 'caa')],
  ['CNAME', (text) => (isDomain(text) ? undefined : 'domain')],
  ['DS', (text) => (/^\d{1,5}\s+\d{1,3}\s+\d{1,3}\s+[0-9A-Fa-f][0-9A-Fa-f\s]*$/.test(text) ? undefined : 'ds')],
  ['MX', (text) => (isExchange(text) ? undefined : 'mx')],
  ['NAPTR', (text) => (isPointer(text) ? undefined : 'naptr')],
  ['NS', (text) => (isDomain(text) ? undefined : 'domain')],
  ['PTR', (text) => (isDomain(text) ? undefined : 'domain')],
  ['SPF', (text) => quotedFault(text)],
  ['SRV', (text) => (isService(text) ? undefined : 'srv')],
  ['TXT', (text) => quotedFault(text)],
]);

export const recordFault = (type: string, text: string): RecordFault | undefined => checks.get(type)?.(text);

const isDomain = (text: string): boolean => text !== '' && text.length <= longestText && !/\s/.test(text);

const isExchange = (text: string): boolean => {
  const [, priority, host] = /^(\d{1,5}) (\S+)$/.exec(text) ?? [];
  return host !== undefined && Number(priority) <= mostPriority;
};

/** Priority, weight, port and host. */
const isService = (text: string): boolean => {
  const [, ...parts] = /^(\d{1,5})\s+(\d{1,5})\s+(\d{1,5})\s+\S+$/.exec(text) ?? [];
  return parts.length === 3 && parts.every((part) => Number(part) <= mostPriority);
};

const pointer = /^(\d{1,5})\s+(\d{1,5})\s+"(?:[^"\\]|\\.)*"\s+"(?:[^"\\]|\\.)*"\s+"(?:[^"\\]|\\.)*"\s+\S+$/;

/** Order, preference, flags, service, a regular expression, and what takes the place of the name. */
const isPointer = (text: string): boolean => {
  const [, ...parts] = pointer.exec(text) ?? [];
  return parts.length === 2 && parts.every((part) => Number(part) <= mostPriority);
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
