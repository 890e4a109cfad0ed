import { nearest } from '../../../model/nearest.ts';
import table from './time-zones.json' with { type: 'json' };

/** The names of the IANA database: those of today, and older ones that are kept beside them. */
export const timeZones: ReadonlySet<string> = new Set(table.names.split(' '));

/** The release of the database that the names are of. */
export const timeZoneRelease = table.release;

/** Whether a text has the form of a name: `Europe/Zurich`, `America/Argentina/Ushuaia`. */
export const isTimeZoneForm = (text: string): boolean => /^[A-Z][a-zA-Z]+(\/[A-Z][a-zA-Z_-]+){1,2}$/.test(text);

const lower = new Map([...timeZones].map((name) => [name.toLowerCase(), name]));
/** By the last part of the name, as in `Zurich`. */
const cities = new Map([...timeZones].map((name) => [name.toLowerCase().split('/').at(-1)!, name]));

/** How many characters a misspelt name may be longer or shorter. */
const mostOff = 2;

/** The name that a text most likely means, or undefined when none is near. */
export const meantTimeZone = (text: string): string | undefined => {
  const small = text.toLowerCase().replaceAll(' ', '_');
  return lower.get(small) ?? cities.get(small) ?? nearest(text, alike(text));
};

/** Few of the names: those that begin alike and are about as long. */
const alike = (text: string): readonly string[] =>
  [...timeZones].filter((name) => name[0] === text[0] && Math.abs(name.length - text.length) <= mostOff);
