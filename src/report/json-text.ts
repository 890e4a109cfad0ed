/** What a terminal, an editor or the log of a CI service (`##[`) may take for something else, and what is no character. */
const unprintable = /[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|#(?=#(?:vso)?\[)/g;

/** Data as JSON, in which nothing stands raw that a terminal could obey; it reads back as the same data. */
export const jsonText = (data: unknown, indent = 2): string =>
  `${JSON.stringify(data, undefined, indent).replace(unprintable, escapeOf)}\n`;

const escapeOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
