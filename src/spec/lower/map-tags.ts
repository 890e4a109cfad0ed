import types from './map-tags.json' with { type: 'json' };

/** Types whose `Tags` are a map; all others have a list of keys and values. `scripts/map-tags.mjs` makes the list. */
export const mapTags: ReadonlySet<string> = new Set(types);
