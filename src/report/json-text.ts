import { templateString } from '../model/number-json.ts';
import type { Json } from '../model/tree.ts';

/** What a terminal, an editor or the log of a CI service (`##[`) may take for something else, and what is not a character. */
const unprintable = /[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|#(?=#(?:vso)?\[)/g;

/** Data as JSON, in which nothing stands raw that a terminal could obey; it reads back as the same data. */
export const jsonText = (data: unknown, indent = 2): string => harmless(JSON.stringify(data, undefined, indent));

/** The same of a template: what is written as a fraction stays one, for a default of `1.0` is '1.0' to CloudFormation. */
export const templateJson = (template: Json): string => harmless(templateString(template, 2));

const harmless = (text: string): string => `${text.replace(unprintable, escapeOf)}\n`;

const escapeOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
