/**
 * Control characters, separators of lines, those that turn the direction of what follows, byte order marks and invisible
 * tags. The tab stays.
 */
const controls =
  /[\0-\x08\n-\x1f\x7f-\x9f\u061c\u180e\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\udb40[\udc00-\udc7f]/g;

/** What begins a command of Azure's pipelines, and of GitHub's older ones, wherever it stands in a log. */
const marks = /#(?=#(?:vso)?\[)/g;

/** A text on one line, without what could take over a terminal or the log of a CI service. */
export const printable = (text: string): string => text.replace(controls, '\ufffd').replace(marks, '\ufffd');

/** A text of several lines for a person, whatever names stand in it. */
export const printableLines = (text: string): string => withoutCommands(text.split('\n').map(printable).join('\n'));

/** A text without lines that GitHub's runner takes for commands: `::error::` at the start of a line, wherever it comes from. */
export const withoutCommands = (text: string): string => text.replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, '$1\ufffd');

/** A text in which every half of a pair of code units that stands alone is U+FFFD: what UTF-8 and URIs can hold. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
