import { cronFieldFault } from './cron.ts';

/** What is wrong with a schedule expression; `corrected` is the expression as it was probably meant. */
export interface ScheduleFault {
  readonly messageId: 'form' | 'rate' | 'unit' | 'cronFields' | 'cronDays' | 'cronValue' | 'at' | 'length';
  readonly data?: Readonly<Record<string, string | number>>;
  readonly corrected?: string;
}

const maximumLength = 256;
const cronFields = 6;

/** The first fault of an expression of EventBridge rules (`rate`, `cron`) or of the Scheduler (`at` as well). */
export const scheduleFault = (expression: string, of: 'rule' | 'scheduler'): ScheduleFault | undefined => {
  if (expression.length > maximumLength) {
    return { messageId: 'length', data: { length: expression.length, maximum: maximumLength } };
  }
  const [, kind, content] = /^(rate|cron|at)\((.*)\)$/s.exec(expression.trim()) ?? [];
  if (kind === 'rate') return rateFault(content!.trim(), of);
  if (kind === 'cron') return cronFault(content!.trim());
  if (kind === 'at' && of === 'scheduler') {
    return isDateTime(content!) ? undefined : { messageId: 'at', data: { found: content! } };
  }
  const forms = of === 'rule' ? 'rate(…) or cron(…)' : 'rate(…), cron(…) or at(…)';
  return { messageId: 'form', data: { found: expression, forms } };
};

const rateFault = (content: string, of: 'rule' | 'scheduler'): ScheduleFault | undefined => {
  const [, number, unit] = /^(\d+)\s+(minute|hour|day)s?$/.exec(content) ?? [];
  if (number === undefined || Number(number) < 1) return { messageId: 'rate', data: { found: content } };
  if (of === 'scheduler') return undefined;
  const right = `${number} ${unit}${Number(number) === 1 ? '' : 's'}`;
  const isRight = content.endsWith('s') === (Number(number) !== 1);
  return isRight ? undefined : { messageId: 'unit', data: { found: content, right }, corrected: `rate(${right})` };
};

const cronFault = (content: string): ScheduleFault | undefined => {
  const fields = content.split(/\s+/).filter((field) => field !== '');
  if (fields.length !== cronFields) return { messageId: 'cronFields', data: { count: fields.length } };
  const open = [fields[2], fields[4]].filter((field) => field === '?').length;
  if (open !== 1) return { messageId: 'cronDays', data: { days: fields[2]!, weekdays: fields[4]! } };
  const wrong = cronFieldFault(fields);
  return wrong && { messageId: 'cronValue', data: { ...wrong } };
};

const isDateTime = (text: string): boolean => {
  const match = /^\d{4}-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(text);
  if (!match) return false;
  const [month, day, hour, minute, second] = match.slice(1).map(Number) as [number, number, number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 60;
};
