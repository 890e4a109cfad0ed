import table from './time-zones.json' with { type: 'json' };

/** The names of the IANA database: those of today, and older ones that are kept beside them. */
export const timeZones: ReadonlySet<string> = new Set(table.names.split(' '));

/** The release of the database that the names are of. */
export const timeZoneRelease = table.release;

/** Whether a text has the form of a name: `Europe/Zurich`, `America/Argentina/Ushuaia`. */
export const isTimeZoneForm = (text: string): boolean => /^[A-Z][a-zA-Z]+(\/[A-Z][a-zA-Z_-]+){1,2}$/.test(text);
