import Handlebars from 'handlebars';
import { type Choices, commandFor, installFor, languageOf, tarballOf, versionOf } from './choices.ts';
import { packagesOf } from './package-json.ts';
import { isPublished } from './published.ts';
import { type Sources, type Starter, versionsIn } from './starter.ts';

/** Fills the gaps of a Handlebars source. */
export type Render = (source: string) => string;

/** What fills the sources of a starter in, with the parts that they share. */
export const renderer = (sources: Sources, starter: Starter, choices: Choices): Render => {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('snake', snake);
  for (const [path, text] of sources) {
    const name = /^_partials\/([\w-]+)\.hbs$/.exec(path)?.[1];
    if (name !== undefined) handlebars.registerPartial(name, text);
  }
  const words = wordsOf(sources, starter, choices);
  return (source) => handlebars.compile(source, { noEscape: true, strict: true })(words);
};

/** `place_order` of `place-order`. */
const snake = (name: string): string => name.replaceAll('-', '_');

/** What sources may name. */
const wordsOf = (sources: Sources, starter: Starter, choices: Choices): Readonly<Record<string, unknown>> => {
  const { name, runtime, form, region, version } = choices;
  const isNode = languageOf(runtime) === 'node';
  const packages = packagesOf(starter, versionsIn(sources), version);
  return {
    name,
    package: packageName(name),
    summary: starter.summary,
    description: starter.summary,
    parts: starter.parts,
    isNode,
    isSpec: form === 'spec',
    runtime,
    'language-version': versionOf(runtime),
    region,
    version,
    template: templateName(form),
    synth: commandFor(choices),
    install: installFor(choices),
    isPublished,
    tarball: tarballOf(version),
    externals: flowList(['@aws-sdk/*', ...starter.external]),
    paths: starter.paths && JSON.stringify(starter.paths),
    dependencies: block(packages.dependencies),
    'dev-dependencies': block(packages.devDependencies),
  };
};

/** The name of the template, by its form. */
export const templateName = (form: Choices['form']): string => (form === 'spec' ? 'synth.yaml' : 'template.yaml');

/** A name as npm takes it. */
const packageName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9._~-]+/g, '-')
    .replace(/^[._-]+/, '') || 'project';

const flowList = (texts: readonly string[]): string => `[${texts.map((text) => `'${text}'`).join(', ')}]`;

/** A value of package.json, indented as the file is. */
const block = (value: object): string => JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
