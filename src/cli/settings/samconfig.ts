import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { parse as parseToml, TomlError } from 'smol-toml';
import { didYouMean, nearest } from '../../model/nearest.ts';
import { get, isList, isMap, isString, type Json } from '../../model/tree.ts';
import { parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import { positionOf } from '../../report/position.ts';
import { readFile } from '../read-file.ts';
import { UsageError } from '../usage.ts';
import { overridesIn } from './overrides.ts';
import type { Settings, Sourced } from './settings.ts';

/** As the SAM CLI looks for it. */
const names = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'];

/** The environment that is used where no other is named, as with the SAM CLI. */
const usualEnvironment = 'default';

/** The configuration of the SAM CLI in one of some folders. */
export const findSamConfig = (folders: readonly string[]): string | undefined =>
  folders.flatMap((folder) => names.map((name) => normalize(join(folder, name)))).find((file) => existsSync(file));

/** Other commands of the SAM CLI whose settings count for a command of synth, besides `deploy` and one of its own name. */
const namesakes: Readonly<Record<string, string>> = { lint: 'validate', expand: 'synth' };

/** The sections of an environment that count for a command; later ones win. */
const sectionsFor = (command: string): string[] => [
  'global',
  'deploy',
  ...(namesakes[command] === undefined ? [] : [namesakes[command]]),
  command,
];

/** What the configuration of the SAM CLI says for a command. */
export interface SamSettings extends Settings {
  readonly template?: Sourced<string> | undefined;
}

/**
 * Reads the configuration of the SAM CLI.
 * @param environment the one that was asked for; else `default`, if there is one
 */
export const samSettings = (file: string, environment: string | undefined, command: string): SamSettings => {
  const root = rootOf(file);
  const chosen = environment ?? usualEnvironment;
  if (environment !== undefined && !isMap(get(root, environment))) throw noEnvironment(file, environment, root);
  let settings: SamSettings = { parameters: new Map() };
  for (const section of sectionsFor(command)) {
    const values = get(get(get(root, chosen), section), 'parameters');
    if (!isMap(values)) continue;
    const from = `${file} [${chosen}.${section}.parameters]`;
    const text = (key: string): Sourced<string> | undefined => {
      const value = get(values, key);
      return isString(value) && value !== '' ? { value, from } : undefined;
    };
    const pairs = (key: 'parameter_overrides' | 'tags') =>
      overrides(key, get(values, key), from).map(([name, value]): [string, Sourced<string>] => [name, { value, from }]);
    settings = {
      region: text('region') ?? settings.region,
      template: text('template_file') ?? text('template') ?? settings.template,
      parameters: new Map([...settings.parameters, ...pairs('parameter_overrides')]),
      stackName: text('stack_name') ?? settings.stackName,
      tags: new Map([...(settings.tags ?? []), ...pairs('tags')]),
      bucket: text('s3_bucket') ?? settings.bucket,
      prefix: text('s3_prefix') ?? settings.prefix,
    };
  }
  return settings;
};

const rootOf = (file: string): Json => {
  const bytes = readFile(file, 'The configuration');
  const { text } = readText(bytes);
  if (!file.endsWith('.toml')) return rootOfYaml(file, bytes);
  try {
    return parseToml(text) as unknown as Json;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [what = ''] = error.message.split('\n', 1);
    throw new UsageError(
      `The configuration cannot be read: ${file}:${error.line}:${error.column} ${what.replace(/^Invalid TOML document: /, '')}.`,
    );
  }
};

const rootOfYaml = (file: string, bytes: Uint8Array): Json => {
  const { root, findings } = parse(bytes, file);
  const broken = findings.find(({ level }) => level === 'error');
  if (broken === undefined) return root;
  const { line, column } = positionOf(broken.span!);
  throw new UsageError(`The configuration cannot be read: ${file}:${line}:${column} ${broken.text}`);
};

const noEnvironment = (file: string, environment: string, root: Json): UsageError => {
  const known = isMap(root) ? Object.keys(root).filter((name) => isMap(get(root, name))) : [];
  return new UsageError(
    `There is no environment '${environment}' in '${file}'.${didYouMean(nearest(environment, known))}`,
    known.length === 0 ? undefined : `It has ${known.join(', ')}.`,
  );
};

const pairPatterns = { parameter_overrides: /^(\w+)=(.*)$/s, tags: /^([^=]+)=(.*)$/s };

/** `parameter_overrides` or `tags` in all their spellings: a text, a list of texts, a map. */
const overrides = (key: keyof typeof pairPatterns, value: Json | undefined, from: string): [string, string][] => {
  if (value === undefined) return [];
  if (isMap(value)) return Object.entries(value).map(([name, each]) => [name, textOf(key, each, from)]);
  const texts = isList(value) ? value : [value];
  return texts.flatMap((text) => {
    if (isMap(text)) return overrides(key, text, from);
    const found = isString(text) ? overridesIn(text, pairPatterns[key]) : { wrong: String(text) };
    if ('wrong' in found) {
      throw new UsageError(
        `'${key}' in ${from} has '${found.wrong}', which is not ${key === 'tags' ? 'a tag' : 'the value of a parameter'}.`,
        key === 'tags'
          ? 'Write Key=Value, with a space between two of them.'
          : 'Write Key=Value, or ParameterKey=Key,ParameterValue=Value, with a space between two of them.',
      );
    }
    return found;
  });
};

const textOf = (key: string, value: Json, from: string): string => {
  if (isList(value)) return value.map((each) => textOf(key, each, from)).join(',');
  if (value !== null && !isMap(value)) return String(value);
  throw new UsageError(`'${key}' in ${from} must have texts, numbers or lists of them.`);
};
