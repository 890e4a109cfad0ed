import type { Cause } from '../../model/origin.ts';
import { fileAndLine } from '../../report/position.ts';
import { printable } from '../../report/printable.ts';
import type { Review } from '../index.ts';
import { accessText, actorText, permittedText, rowLines } from './words.ts';

/** A review for a person at a terminal. */
export const toText = (review: Review, name: string, colour: boolean): string => {
  const paint = (text: string, style: string) => (colour ? `\u001b[${style}m${text}\u001b[0m` : text);
  const place = (at: Cause | undefined) => {
    const shown = fileAndLine(at, name);
    return shown === undefined ? '' : paint(`  ${shown}`, '2');
  };
  const blocks = [
    [
      'Who may do what',
      review.actors.flatMap((actor) => [
        `  ${actorText(actor)}`,
        ...rowLines(actor.rows).map(({ text, isEverything }) => `    ${paint(text, isEverything ? '1;31' : '0')}`),
        ...(actor.rows.length === 0 ? ['    nothing that the template shows'] : []),
        ...(actor.trusted.length === 0 ? [] : [paint(`    assumed by ${actor.trusted.join(', ')}`, '2')]),
      ]),
    ],
    [
      'Who may use what',
      review.shared.flatMap(({ id, rows }) => [`  ${id}`, ...rowLines(rows).map(({ text }) => `    ${text}`)]),
    ],
    [
      'Who calls what',
      review.calls.map((call) => {
        const permitted = paint(permittedText(call), call.permitted === 'no' ? '1;31' : '0');
        return `  ${call.from} → ${call.to} (${call.what}): ${permitted}${place(call.at)}`;
      }),
    ],
    [
      'Routes',
      review.routes.map((route) => {
        const access = paint(accessText(route), route.access === 'open' ? '1;33' : '0');
        const cors = route.origins.length === 0 ? '' : `, browsers of ${route.origins.join(', ')}`;
        return `  ${route.api} ${route.route} → ${route.calls}: ${access}${cors}${place(route.at)}`;
      }),
    ],
  ] as const;
  const shown = blocks.filter(([, lines]) => lines.length > 0);
  if (shown.length === 0) return `${paint(printable(name), '1')}\n\nNo roles, no calls and no routes.\n`;
  return [
    paint(printable(name), '1'),
    ...shown.map(([title, lines]) => `${paint(title, '1')}\n${lines.map((line) => guarded(line, colour)).join('\n')}`),
  ]
    .join('\n\n')
    .concat('\n');
};

/** Without the characters by which a text could take over the terminal; those of the colours stay. */
const guarded = (line: string, colour: boolean): string =>
  colour
    ? line
        .split(/(\u001b\[[0-9;]*m)/)
        .map((part, at) => (at % 2 === 0 ? printable(part) : part))
        .join('')
    : printable(line);
