import { nearest } from '../../../model/nearest.ts';
import table from './time-zones.json' with { type: 'json' };

interface Names {
  readonly all: ReadonlySet<string>;
  readonly bySmall: ReadonlyMap<string, string>;
  /** By the last part of the name, as in `Zurich`. */
  readonly byCity: ReadonlyMap<string, string>;
}

let names: Names | undefined;

/** The names, put in order when the first time zone is looked up: few templates have one. */
const known = (): Names => {
  if (names) return names;
  const all = table.names.split(' ');
  const small = all.map((name) => [name.toLowerCase(), name] as const);
  names = {
    all: new Set(all),
    bySmall: new Map(small),
    byCity: new Map(small.map(([key, name]) => [key.split('/').at(-1)!, name])),
  };
  return names;
};

/** Whether the IANA database has a name: today, or as an older one that is kept beside those of today. */
export const isTimeZone = (name: string): boolean => known().all.has(name);

/** The release of the database that the names are of. */
export const timeZoneRelease = table.release;

/** Whether a text has the form of a name: `Europe/Zurich`, `America/Argentina/Ushuaia`. */
export const isTimeZoneForm = (text: string): boolean => /^[A-Z][a-zA-Z]+(\/[A-Z][a-zA-Z_-]+){1,2}$/.test(text);

/** How many characters a misspelt name may be longer or shorter. */
const mostOff = 2;

/** The name that a text most likely means, or undefined when none is near. */
export const meantTimeZone = (text: string): string | undefined => {
  const small = text.toLowerCase().replaceAll(' ', '_');
  return known().bySmall.get(small) ?? known().byCity.get(small) ?? nearest(text, alike(text));
};

/** Few of the names: those that begin alike and are about as long. */
const alike = (text: string): readonly string[] =>
  [...known().all].filter((name) => name[0] === text[0] && Math.abs(name.length - text.length) <= mostOff);
