import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from '../src/cli/read-file.ts';
import { keep } from '../src/cli/snapshots/keep.ts';
import { expand } from '../src/expand.ts';
import { fileReader } from '../src/files/reader.ts';
import { parse } from '../src/parse/index.ts';
import { jsonText } from '../src/report/json-text.ts';
import { milliseconds, timed } from './measure.ts';
import { functionsWithEvents } from './templates.ts';
import { workloads } from './workloads.ts';

const count = 50;
const rounds = 9;

/** Checking the snapshots of fifty templates, against expanding these and printing what they become. */
export default (): void => {
  const root = mkdtempSync(join(tmpdir(), 'synth-bench-'));
  try {
    const kept = [...Array(count).keys()].map((index) => templateIn(root, index));
    for (const each of kept) keep(each, parse(readFile(each.input.path)), 'new', false);
    const expandAll = (): void => {
      for (const { input } of kept) {
        const reader = fileReader(input.folder);
        jsonText(expand(readFile(input.path), { path: input.name, reader }).template);
      }
    };
    const checkAll = (): void => {
      for (const each of kept) {
        const { outcome } = keep(each, parse(readFile(each.input.path), each.input.name), 'nothing', false);
        if (outcome !== 'matches') throw new Error(`'${each.file}' ${outcome}`);
      }
    };
    for (let round = 0; round < 2; round += 1) {
      expandAll();
      checkAll();
    }
    // One after the other, so that what the machine does meanwhile hits both.
    const times = [...Array(rounds).keys()].map(() => [timed(expandAll)[1], timed(checkAll)[1]] as const);
    const [expanding, checking] = [0, 1].map((which) => Math.min(...times.map((pair) => pair[which]!)));
    console.log(`  expanding ${count} templates          ${milliseconds(expanding!)}`);
    console.log(
      `  checking their snapshots        ${milliseconds(checking!)}, ${(checking! / expanding!).toFixed(2)} times as long`,
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

const templateIn = (root: string, index: number) => {
  const folder = join(root, `service-${index}`);
  mkdirSync(folder);
  const path = join(folder, 'template.yaml');
  const text = index % 2 === 0 ? workloads(1 + (index % 3)) : functionsWithEvents(5 + index);
  writeFileSync(path, text);
  for (const [, code] of text.matchAll(/(?:CodeUri|ContentUri): (\S+)/g)) {
    if (code!.startsWith('s3:') || existsSync(join(folder, code!))) continue;
    mkdirSync(join(folder, code!), { recursive: true });
    writeFileSync(join(folder, code!, 'index.mjs'), 'export const handler = () => 1;\n');
  }
  const input = { path, name: path, folder };
  const place = { file: join(folder, 'snapshots/template.yaml'), root: folder };
  return { input, stage: undefined, ...place, options: {}, isNamed: false };
};
