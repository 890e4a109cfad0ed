import { UsageError } from './usage.ts';

/** A time as seconds since 1970: a day (2027-03-31), a time in UTC (2027-03-31T12:00:00Z), seconds, or `now`. */
export const timeOf = (text: string): number => {
  if (text === 'now') return Math.floor(Date.now() / 1000);
  if (/^\d{1,11}$/.test(text)) return Number(text);
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d)?Z)?$/.exec(text) ?? [];
  const found = day === undefined ? Number.NaN : Date.parse(`${day}${time ?? 'T00:00:00Z'}`);
  // February 30 is read as a day of March.
  if (day === undefined || Number.isNaN(found) || !new Date(found).toISOString().startsWith(day))
    throw new UsageError(`'${text}' is not a date.`, 'Write it as 2027-03-31 or 2027-03-31T12:00:00Z.');
  return found / 1000;
};
