/** When something happens: an expression of EventBridge and the time zone it is meant in. */
export interface When {
  readonly expression: string;
  readonly zone?: string | undefined;
}

export const scheduleSays =
  "'every 5 minutes', 'every 5m', 'daily at 06:30', 'weekdays at 08:00 Europe/Berlin', 'mon, thu at 12:00', 'cron(…)', 'rate(…)' or 'at(…)'";

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What a phrase for a schedule means; undefined for anything else, and a text for one that has a known fault. */
export const parseSchedule = (text: string): When | Fault | undefined => {
  const zoned = /^(.*\S) ([A-Z][A-Za-z_]+(?:\/[A-Za-z_+-]+\d*)*|UTC)$/.exec(text);
  const zone = zoned?.[2];
  const phrase = zoned?.[1] ?? text;
  const expression = /^(?:rate|cron|at)\(/.test(phrase) ? checked(phrase) : everyDay(phrase);
  if (expression === undefined || typeof expression === 'object') return expression;
  return zone === undefined ? { expression } : { expression, zone };
};

/** The units of durations, as far as a rate has them. */
const units: ReadonlyMap<string | undefined, string> = new Map([
  ['m', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
]);

const everyDay = (phrase: string): string | Fault | undefined => {
  const [, short, letter] = /^every (\d{1,6})([mhd])$/.exec(phrase) ?? [];
  const [, count = short, unit = units.get(letter)] = /^every (?:(\d{1,6}) )?(minute|hour|day)s?$/.exec(phrase) ?? [];
  if (unit !== undefined) {
    const number = Number(count ?? 1);
    return number === 0 ? undefined : `rate(${number} ${unit}${number === 1 ? '' : 's'})`;
  }
  const [, days, hour, minute] =
    /^(daily|weekdays|[a-z]{3}(?:, ?[a-z]{3}){0,6}) at (\d{1,2}):(\d{2})$/.exec(phrase) ?? [];
  if (days === undefined) return otherDay(phrase);
  if (Number(hour) > 23 || Number(minute) > 59) return { fault: `${hour}:${minute} is not a time of the day` };
  const time = `${Number(minute)} ${Number(hour)}`;
  if (days === 'daily') return `cron(${time} * * ? *)`;
  if (days === 'weekdays') return `cron(${time} ? * MON-FRI *)`;
  const names = days.split(/, ?/);
  const unknown = names.find((name) => !weekdays.includes(name));
  if (unknown !== undefined) return { fault: `'${unknown}' is not a day of the week; write ${weekdays.join(', ')}` };
  return `cron(${time} ? * ${names.map((name) => name.toUpperCase()).join(',')} *)`;
};

/** Words for days that people write instead: `weekday at 08:00`. */
const otherDay = (phrase: string): Fault | undefined => {
  const [, word, time] = /^([a-z]{1,12}) at (\d{1,2}:\d{2})$/.exec(phrase) ?? [];
  if (word === undefined) return undefined;
  const short = word.slice(0, 3);
  const day = word.startsWith('weekday') ? 'weekdays' : word.startsWith('every') ? 'daily' : short;
  if (day === short && !weekdays.includes(short)) return undefined;
  return { fault: `'${word}' is not a word for days; write '${day} at ${time}'`, meant: `${day} at ${time}` };
};

/** What is wrong with an expression, and which one was certainly meant. */
export interface Fault {
  readonly fault: string;
  readonly meant?: string;
}

/** An expression of EventBridge: the mistakes that people make in it. */
const checked = (text: string): string | Fault => {
  if (!text.endsWith(')')) return { fault: "a ')' is missing at its end" };
  const inner = text.slice(text.indexOf('(') + 1, -1);
  if (text.startsWith('rate(')) {
    const [, count, unit, plural] = /^(\d+|\$\{[^}]*\}) (minute|hour|day)(s?)$/.exec(inner) ?? [];
    if (count === undefined) return { fault: 'a rate is a number and a unit, such as rate(5 minutes)' };
    if (/^\d/.test(count) && (Number(count) === 1) !== (plural === '')) {
      const meant = Number(count) === 1 ? `rate(1 ${unit})` : `rate(${count} ${unit}s)`;
      return { fault: `${Number(count) === 1 ? 'one is singular' : 'more than one is plural'}: ${meant}`, meant };
    }
    return text;
  }
  if (text.startsWith('at(')) return text;
  const fields = inner.trim().split(/\s+/);
  if (inner.includes('${')) return text;
  if (fields.length === 5) {
    const [minute, hour, day, month, weekday] = fields;
    // One of the two days has to be open.
    const days = weekday === '*' ? [day, month, '?'] : day === '*' ? ['?', month, weekday] : [day, month, weekday];
    return {
      fault: `cron takes six fields, with the year at the end: cron(${[minute, hour, ...days, '*'].join(' ')})`,
    };
  }
  if (fields.length !== 6)
    return {
      fault: `cron takes six fields: minutes, hours, day of month, month, day of week, year; here are ${fields.length}`,
    };
  if (fields[2] !== '?' && fields[4] !== '?') {
    return {
      fault: `one of day of month and day of week must be '?': cron(${fields.map((field, at) => (at === 4 && field === '*' ? '?' : field)).join(' ')})`,
    };
  }
  return text;
};

const two = (digits: string): string => digits.padStart(2, '0');

/** The phrase for an expression; the expression itself where no phrase says it. */
export const printSchedule = ({ expression, zone }: When): string => {
  const phrase = phraseFor(expression);
  return zone === undefined ? phrase : `${phrase} ${zone}`;
};

const phraseFor = (expression: string): string => {
  const [, count, unit] = /^rate\((\d{1,6}) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (unit !== undefined) return count === '1' ? `every ${unit}` : `every ${count} ${unit}s`;
  const [, minute, hour, days] = /^cron\((\d{1,2}) (\d{1,2}) (\* \* \?|\? \* [A-Z,-]+) \*\)$/.exec(expression) ?? [];
  if (days === undefined) return expression;
  const time = `at ${two(hour!)}:${two(minute!)}`;
  if (days === '* * ?') return `daily ${time}`;
  const names = days.slice(4);
  return names === 'MON-FRI' ? `weekdays ${time}` : `${names.toLowerCase().split(',').join(', ')} ${time}`;
};
