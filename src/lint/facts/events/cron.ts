/** One of the six fields of a cron expression. */
interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words?: readonly string[];
  /** What may stand in the field beside values, ranges and steps. */
  readonly special?: RegExp;
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html */
const fields: readonly Field[] = [
  { name: 'minutes', least: 0, most: 59 },
  { name: 'hours', least: 0, most: 23 },
  { name: 'day of month', least: 1, most: 31, special: /^(?:\?|L|LW|L-\d{1,2}|\d{1,2}W)$/i },
  { name: 'month', least: 1, most: 12, words: months },
  {
    name: 'day of week',
    least: 1,
    most: 7,
    words: weekdays,
    special: /^(?:\?|L|[1-7A-Z]{1,3}L|[1-7A-Z]{1,3}#[1-5])$/i,
  },
  { name: 'year', least: 1970, most: 2199 },
];

/** The first field of a cron expression with a value that it does not take. */
export const cronFieldFault = (
  values: readonly string[],
): { readonly field: string; readonly found: string; readonly least: number; readonly most: number } | undefined => {
  for (const [index, field] of fields.entries()) {
    const found = values[index]!.split(',').find((part) => !isPart(part, field));
    if (found !== undefined) return { field: field.name, found, least: field.least, most: field.most };
  }
  return undefined;
};

/** `*`, a value, a range, each perhaps with a step behind it. */
const isPart = (part: string, field: Field): boolean => {
  if (field.special?.test(part)) return true;
  const [range = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d{0,3}$/.test(step))) return false;
  if (range === '*' || (range === '' && step !== undefined)) return true;
  const ends = range.split('-');
  return ends.length <= 2 && ends.every((end) => isValue(end, field));
};

const isValue = (text: string, { least, most, words = [] }: Field): boolean =>
  /^\d{1,4}$/.test(text) ? Number(text) >= least && Number(text) <= most : words.includes(text.toUpperCase());
