import type { Cause } from '../../model/origin.ts';
import { type Line, line, linesText, painter } from '../../report/painted.ts';
import { fileAndLine } from '../../report/position.ts';
import type { Review } from '../index.ts';
import { accessText, actorText, permittedText, rowLines } from './words.ts';

const leadsTo = '→';

/** A review for a person at a terminal. */
export const toText = (review: Review, name: string, colour: boolean): string => {
  const paint = painter(colour);
  const place = (at: Cause | undefined): Line => {
    const shown = fileAndLine(at, name);
    return shown === undefined ? line`` : paint(`  ${shown}`, '2');
  };
  const blocks: readonly (readonly [string, readonly Line[]])[] = [
    [
      'Who may do what',
      review.actors.flatMap((actor) => [
        line`  ${actorText(actor)}`,
        ...rowLines(actor.rows).map(({ text, isEverything }) => line`    ${paint(text, isEverything ? '1;31' : '0')}`),
        ...(actor.rows.length === 0 ? [line`    nothing that the template shows`] : []),
        ...(actor.trusted.length === 0 ? [] : [paint(`    assumed by ${actor.trusted.join(', ')}`, '2')]),
      ]),
    ],
    [
      'Who may use what',
      review.shared.flatMap(({ id, rows }) => [line`  ${id}`, ...rowLines(rows).map(({ text }) => line`    ${text}`)]),
    ],
    [
      'Who calls what',
      review.calls.map((call) => {
        const permitted = paint(permittedText(call), call.permitted === 'no' ? '1;31' : '0');
        return line`  ${call.from} ${leadsTo} ${call.to} (${call.what}): ${permitted}${place(call.at)}`;
      }),
    ],
    [
      'Routes',
      review.routes.map((route) => {
        const access = paint(accessText(route), route.access === 'open' ? '1;33' : '0');
        const cors = route.origins.length === 0 ? '' : `, browsers of ${route.origins.join(', ')}`;
        return line`  ${route.api} ${route.route} ${leadsTo} ${route.calls}: ${access}${cors}${place(route.at)}`;
      }),
    ],
  ];
  const shown = blocks.filter(([, lines]) => lines.length > 0);
  const parts =
    shown.length === 0
      ? [[line`No roles, no calls and no routes.`]]
      : shown.map(([title, lines]) => [paint(title, '1'), ...lines]);
  return [[paint(name, '1')], ...parts].map(linesText).join('\n');
};
