import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { misspelt, table } from './entries.ts';
import type { Check } from './main.ts';
import type { Project } from './project.ts';

const synth = (project: Project) => join(project.folder, 'node_modules/sam-synth/bin/synth.js');

const rounds = 15;

/** The median of how many times as long a run takes as the same Node with nothing to do. */
const ratioOf = (project: Project, node: string, args: readonly string[]): number => {
  const time = (all: readonly string[]): number => {
    const start = process.hrtime.bigint();
    project.run(node, all);
    return Number(process.hrtime.bigint() - start);
  };
  const ratios = Array.from({ length: rounds }, () => time([synth(project), ...args]) / time(['-e', '0']));
  return ratios.sort((one, other) => one - other)[rounds >> 1]!;
};

/** The command as it was installed. */
export const command = (node: string): readonly Check[] => [
  [
    'expands and lints',
    (project) => {
      project.write('template.yaml', table);
      project.write('queue.yaml', misspelt);
      const expanded = project.run(node, [synth(project), 'template.yaml']);
      const linted = project.run(node, [synth(project), 'lint', 'queue.yaml']);
      if (!expanded.out.includes('AWS::DynamoDB::Table')) return `expand: ${expanded.out}${expanded.err}`;
      return linted.code === 1 && linted.out.includes('cfn-unknown-property') ? '' : `lint: ${linted.out}${linted.err}`;
    },
  ],
  [
    'keeps compiled code for itself, and does not use what is damaged',
    (project) => {
      const folder = join(project.caches, 'sam-synth/code');
      const args = [synth(project), 'template.yaml'];
      for (let run = 0; run < 4; run++) project.run(node, args);
      const whole = project.run(node, args).out;
      const files = readdirSync(folder).map((name) => join(folder, name));
      if (files.length === 0) return 'nothing is kept';
      for (const file of files) if (statSync(file).mode & 0o077) return `others can read ${file}`;
      for (const file of files) {
        const bytes = readFileSync(file);
        for (let at = 0; at < bytes.length; at += 997) bytes[at] = bytes[at]! ^ 0xff;
        writeFileSync(file, bytes);
      }
      const after = project.run(node, args);
      return after.code === 0 && after.out === whole && after.err === '' ? '' : `exit code ${after.code}: ${after.err}`;
    },
  ],
  [
    'runs where nothing can be kept',
    (project) => {
      const { code, out } = project.run(node, [synth(project), 'template.yaml'], project.folder, {
        XDG_CACHE_HOME: join(project.folder, 'package.json'),
      });
      return code === 0 && out.includes('AWS::DynamoDB::Table') ? '' : `exit code ${code}`;
    },
  ],
  [
    'starts fast',
    (project) => {
      const template = join(process.cwd(), 'bench/sixty-lines.yaml');
      for (const args of [[template], ['lint', template]]) {
        for (let run = 0; run < 4; run++) project.run(node, [synth(project), ...args]);
        console.log(
          `      ${args.length === 1 ? 'expand' : 'lint'}: ${ratioOf(project, node, args).toFixed(2)} times bare Node`,
        );
      }
      return '';
    },
  ],
  [
    'runs with npx --package in an empty folder',
    (project) => {
      const empty = join(project.folder, 'empty');
      mkdirSync(empty, { recursive: true });
      writeFileSync(join(empty, 'template.yaml'), table);
      const { code, out, err } = project.run(
        'npx',
        ['--yes', '--offline', `--package=${project.tarball}`, 'synth', 'template.yaml'],
        empty,
      );
      return code === 0 && out.includes('AWS::DynamoDB::Table') ? '' : `exit code ${code}: ${out}${err}`;
    },
  ],
];
