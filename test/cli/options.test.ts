import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { programWith } from '../../src/cli/program/index.ts';

// Every option of every command stands in a test that runs the command with it.

const program = programWith(() => undefined);
const commands = program.commands.map((command) => command.name());

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** The nodes directly below a node. */
const below = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** The name of the function that a statement calls, behind `.each(…)` too. */
const calledIn = ({ type, expression }: Node): string | undefined => {
  let callee = type === 'ExpressionStatement' ? (expression as Node) : undefined;
  while (callee && callee.type !== 'Identifier')
    callee = (callee['callee'] ?? callee['object'] ?? callee['tag']) as Node | undefined;
  return callee?.['name'] as string | undefined;
};

/** The tables of a statement that calls a function with `.each(…)`. */
const tablesOf = ({ expression }: Node): Node[] => {
  const { callee } = expression as { callee?: Node };
  return callee?.type === 'CallExpression' ? (callee['arguments'] as Node[]) : [];
};

/** The texts and names in a piece of code, those of the constants that it uses too. */
const wordsOf = (node: Node, constants: ReadonlyMap<string, Node>, seen = new Set<string>()): string[] => {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : [];
  if (node.type === 'TemplateElement') return [(node['value'] as { cooked: string }).cooked];
  if (node.type === 'Identifier') {
    const name = node['name'] as string;
    const meant = constants.get(name);
    return meant === undefined || seen.has(name) ? [] : wordsOf(meant, constants, seen.add(name));
  }
  return below(node).flatMap((each) => wordsOf(each, constants, seen));
};

/** The words of each test of a file. */
const testsIn = (file: string): string[][] => {
  const program = parseSync(file, readFileSync(file, 'utf8')).program as unknown as Node;
  const constants = new Map<string, Node>();
  const tests: (readonly Node[])[] = [];
  const look = (node: Node, tables: readonly Node[]): void => {
    if (node.type === 'VariableDeclarator' && isNode(node['init'])) {
      const id = node['id'] as Node;
      if (id.type === 'Identifier') constants.set(id['name'] as string, node['init']);
    }
    const called = calledIn(node);
    if (called === 'it' || called === 'test') tests.push([node, ...tables]);
    else for (const each of below(node)) look(each, called === 'describe' ? [...tables, ...tablesOf(node)] : tables);
  };
  look(program, []);
  return tests.map((nodes) =>
    nodes.flatMap((node) => wordsOf(node, constants)).flatMap((text) => text.split(/[\s;]+/)),
  );
};

const folders = ['test/cli', 'test/deploy', 'test/starters', 'test/package'];
const tests = folders
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  )
  .filter((file) => !file.endsWith('/options.test.ts'))
  .flatMap(testsIn);

/** Whether a test runs a command; `expand` runs where none is named. */
const runs = (words: readonly string[], command: string): boolean =>
  words.includes(command) || (command === 'expand' && !words.some((word) => commands.includes(word)));

const options = program.commands.flatMap((command) =>
  command.options.map(({ long, short }) => [command.name(), [long, short].filter(Boolean) as string[]] as const),
);

it.each(options)('synth %s %j is tested', (command, flags) => {
  const isTested = tests.some(
    (words) =>
      runs(words, command) && flags.some((flag) => words.some((word) => word === flag || word.startsWith(`${flag}=`))),
  );
  expect(isTested).toBe(true);
});
