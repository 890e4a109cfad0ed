import { readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Form, projectOf, type Sources, startersIn, usualRuntime } from '../../src/starters/index.ts';
import { folderWith } from '../cli/synth.ts';

const home = 'templates/starters';
const sources: Sources = new Map(
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(home, path)).isFile())
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(home, path), 'utf8')]),
);

/** A new folder with the project of a starter, and the packages of this one where its own would be installed. */
export const starterProject = (id: string, language: 'node' | 'python', form: Form): string => {
  const starter = startersIn(sources).find((each) => each.id === id)!;
  const runtime = usualRuntime[language];
  const choices = { name: id, runtime, form, region: 'eu-west-1', version: '0.1.0' };
  const folder = folderWith(Object.fromEntries(projectOf(sources, starter, choices)));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
};
