import { lower } from '../lower.ts';
import { type Choices, languageOf } from './choices.ts';
import { type Render, renderer, templateName } from './render.ts';
import type { Sources, Starter } from './starter.ts';

export {
  type Choices,
  commandFor,
  type Form,
  installFor,
  type Language,
  languageOf,
  runtimesOn,
  tarballOf,
  usualRuntime,
  usualStarter,
} from './choices.ts';
export { isPublished } from './published.ts';
export { templateName } from './render.ts';
export { type Sources, type Starter, startersIn } from './starter.ts';

/**
 * The files of a project, by their paths in its folder.
 * @param sources what lies in `templates/starters`
 */
export const projectOf = (sources: Sources, starter: Starter, choices: Choices): ReadonlyMap<string, string> => {
  const render = renderer(sources, starter, choices);
  const language = languageOf(choices.runtime);
  const files = new Map<string, string>();
  for (const folder of ['_shared', `_${language}`, starter.id, `${starter.id}/${language}`]) {
    for (const [path, text] of sources) {
      const inside = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
      if (inside === undefined || isOfStarterOnly(inside)) continue;
      files.set(plainName(inside), inside.endsWith('.hbs') ? render(text) : text);
    }
  }
  files.set(templateName(choices.form), templateOf(sources, starter, choices, render));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** What describes the starter, is its template, or belongs to one language. */
const isOfStarterOnly = (path: string): boolean =>
  /^(?:starter\.yaml|synth\.yaml\.hbs|(?:node|python)\/.*)$/.test(path);

/** A path without what keeps npm and Git from taking the source for what it becomes. */
const plainName = (path: string): string => path.replace(/\.hbs$/, '').replace(/(^|\/)dot-/g, '$1.');

/** The template in the form chosen: that in SAM is what the compact spec is turned into. */
const templateOf = (sources: Sources, { id }: Starter, { form }: Choices, render: Render): string => {
  const spec = render(sources.get(`${id}/synth.yaml.hbs`)!);
  if (form === 'spec') return spec;
  const { text, problems } = lower(spec, { path: 'synth.yaml' });
  if (text === undefined)
    throw new Error(`The starter ${id} is not valid: ${problems.map((each) => each.message).join(' ')}`);
  return text;
};
