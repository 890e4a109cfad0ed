import { code, plain, sentence } from '../../diff/report/escape.ts';
import { mostCharacters, pictureOf } from '../../diff/report/markdown.ts';
import { fileAndLine } from '../../report/position.ts';
import { graphOf } from '../graph.ts';
import type { Review } from '../index.ts';
import { toMermaid } from '../mermaid.ts';
import { accessText, actorText, permittedText, rowLines } from './words.ts';

/** A review for a pull request or a wiki. Where it would be too long, tables are cut, which the report says. */
export const toMarkdown = (review: Review, name: string): string => {
  const parts = [
    pictureOf(toMermaid(graphOf(review.side))),
    routeTable(review, name),
    callTable(review, name),
    actorTable(review),
    sharedTable(review),
  ];
  let text = `## ${code(name)}\n`;
  for (const part of parts) {
    if (part === '') continue;
    if (text.length + part.length + 200 <= mostCharacters) text += `\n${part}`;
    else
      text += `\n${cutTable(part, mostCharacters - text.length - 200)}\n_The rest would make this too long: \`synth review\` shows it._\n`;
  }
  return text;
};

const cutTable = (part: string, room: number): string => part.slice(0, Math.max(0, part.lastIndexOf('\n', room)));

const table = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : `### ${title}\n\n| ${head.join(' | ')} |\n|${'---|'.repeat(head.length)}\n${rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}`;

const routeTable = ({ routes }: Review, name: string): string =>
  table(
    'Routes',
    ['API', 'Route', 'Calls', 'Callers need', 'Browsers of', 'Line'],
    routes.map((route) => [
      code(route.api),
      code(route.route),
      code(route.calls),
      route.access === 'open' ? `⚠️ ${accessText(route)}` : sentence(accessText(route)),
      route.origins.map(code).join(' '),
      lineOf(route.at, name),
    ]),
  );

const callTable = ({ calls }: Review, name: string): string =>
  table(
    'Who calls what',
    ['From', 'To', 'By', 'Permission', 'Line'],
    calls.map((call) => [
      code(call.from),
      code(call.to),
      plain(call.what),
      `${call.permitted === 'no' ? '🛑 ' : ''}${sentence(permittedText(call))}`,
      lineOf(call.at, name),
    ]),
  );

const actorTable = ({ actors }: Review): string =>
  table(
    'Who may do what',
    ['Who', 'May do'],
    actors.map((actor) => [
      plain(actorText(actor)),
      rowLines(actor.rows)
        .map(({ text, isEverything }) => `${isEverything ? '🛑 ' : ''}${code(text)}`)
        .join('<br>') || 'nothing that the template shows',
    ]),
  );

const sharedTable = ({ shared }: Review): string =>
  table(
    'Who may use what',
    ['What', 'Who may do what with it'],
    shared.map(({ id, rows }) => [
      code(id),
      rowLines(rows)
        .map(({ text }) => code(text))
        .join('<br>'),
    ]),
  );

const lineOf = (at: Review['calls'][number]['at'], name: string): string => code(fileAndLine(at, name) ?? '');
