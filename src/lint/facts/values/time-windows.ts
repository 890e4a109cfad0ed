/** A time of the week or day that comes again: minutes since its beginning, and how many minutes it has. */
export interface TimeWindow {
  readonly start: number;
  readonly minutes: number;
}

const day = 24 * 60;
const week = 7 * day;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `03:00-04:00`; undefined for every other text. */
export const dailyWindow = (text: string): TimeWindow | undefined => {
  const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  return from === undefined ? undefined : between(minutesOf(from), minutesOf(to!), day);
};

/** `sun:03:00-sun:04:00`; undefined for every other text. */
export const weeklyWindow = (text: string): TimeWindow | undefined => {
  const [, fromDay, from, toDay, to] = /^([a-z]{3}):(\d\d:\d\d)-([a-z]{3}):(\d\d:\d\d)$/.exec(text.toLowerCase()) ?? [];
  const [first, last] = [days.indexOf(fromDay ?? ''), days.indexOf(toDay ?? '')];
  if (first < 0 || last < 0) return undefined;
  return between(first * day + minutesOf(from!), last * day + minutesOf(to!), week);
};

/** Whether a daily and a weekly window have a minute in common. */
export const overlaps = (daily: TimeWindow, weekly: TimeWindow): boolean => {
  // The daily window comes again often enough to be met across the end of the week.
  for (let start = daily.start - day; start < 2 * week; start += day) {
    if (start < weekly.start + weekly.minutes && weekly.start < start + daily.minutes) return true;
  }
  return false;
};

const minutesOf = (text: string): number => {
  const [hours, minutes] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
};

const between = (from: number, to: number, round: number): TimeWindow => ({
  start: from,
  minutes: (to - from + round) % round,
});
