// Packs the package as it would be published, installs it in an empty project, and uses it in every way in which it can be
// used: npm run package [-- NODE …], with further builds of Node to run it with. `npm run build` comes first.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { browser } from './browser.ts';
import { bundled } from './bundled.ts';
import { ci } from './ci.ts';
import { command } from './command.ts';
import { entries } from './entries.ts';
import { jest } from './jest.ts';
import { matchers } from './matchers.ts';
import { Project } from './project.ts';
import { types } from './types.ts';

/** What is tried: a name, and whether it holds: an empty text, or what is wrong. `left out: …` counts as neither. */
export type Check = readonly [name: string, run: (project: Project) => string | Promise<string>];

const contents: readonly Check[] = [
  [
    'is at most 3 MB packed',
    ({ tarball }) => (statSync(tarball).size <= 3_000_000 ? '' : `it has ${statSync(tarball).size} bytes`),
  ],
  [
    'brings no other package',
    ({ folder }) =>
      readdirSync(join(folder, 'node_modules'))
        .filter((name) => !name.startsWith('.') && name !== 'sam-synth')
        .join(' '),
  ],
  [
    'has what belongs to a package, and no caches, source maps or sources',
    ({ folder }) => {
      const root = join(folder, 'node_modules/sam-synth');
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
      const wanted = ['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/THIRD-PARTY-LICENSES.txt'];
      return [
        ...wanted.filter((name) => !files.includes(name)).map((name) => `${name} is missing`),
        ...files.filter((name) => /\.(?:map|cache)$|^(?:src|test|scripts)\//.test(name)),
      ].join(', ');
    },
  ],
  [
    'has no scripts, about which npm would ask when it installs the file',
    ({ folder }) => {
      const { scripts, bin } = JSON.parse(readFileSync(join(folder, 'node_modules/sam-synth/package.json'), 'utf8'));
      return scripts === undefined && bin !== undefined ? '' : `scripts: ${JSON.stringify(scripts)}`;
    },
  ],
  [
    'names in exports only files that are there',
    ({ folder }) => {
      const root = join(folder, 'node_modules/sam-synth');
      const named = JSON.stringify(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).exports).match(
        /\.\/[^"*]+(?=")/g,
      )!;
      return named.filter((path) => path.startsWith('./dist') && !existsSync(join(root, path))).join(' ');
    },
  ],
];

const main = async (nodes: readonly string[]): Promise<number> => {
  const project = new Project();
  let passed = 0;
  let failed = 0;
  const groups: readonly (readonly [string, readonly Check[]])[] = [
    ['the package', contents],
    ...nodes.flatMap((node) => [
      [`the library with ${node}`, entries(node)] as const,
      [`the command with ${node}`, command(node)] as const,
    ]),
    ['CI services', ci],
    ['a bundler', bundled],
    ['the types', types],
    ['the types of the matchers', matchers],
    ['Jest', jest],
    ['a browser', browser],
  ];
  try {
    for (const [group, checks] of groups) {
      console.log(group);
      for (const [name, run] of checks) {
        let fault: string;
        try {
          fault = await run(project);
        } catch (error) {
          fault = String(error);
        }
        if (fault.startsWith('left out')) console.log(`  - ${name}: ${fault}`);
        else {
          console.log(fault === '' ? `  ✓ ${name}` : `  ✗ ${name}\n      ${fault.trim().replaceAll('\n', '\n      ')}`);
          if (fault === '') passed++;
          else failed++;
        }
      }
    }
  } finally {
    project.remove();
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};

process.exitCode = await main([process.execPath, ...process.argv.slice(2)]);
