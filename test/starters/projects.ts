import { bundledSources } from '../../src/cli/starters/sources.ts';
import {
  type Form,
  type Language,
  projectOf,
  type Starter,
  startersIn,
  usualRuntime,
} from '../../src/starters/index.ts';

const sources = bundledSources();
export const starters = startersIn(sources);
export const languages: readonly Language[] = ['node', 'python'];
export const forms: readonly Form[] = ['spec', 'sam'];

/** The files of a starter as `synth init` writes them. */
export const projectFiles = (starter: Starter, language: Language, form: Form): ReadonlyMap<string, string> =>
  projectOf(sources, starter, {
    name: 'example',
    runtime: usualRuntime[language],
    form,
    region: 'eu-central-1',
    version: '0.1.0',
  });
