import { inTable } from '../../model/in-table.ts';
import { didYouMean, nearest } from '../../model/nearest.ts';
import { entryOf } from '../../model/origin.ts';
import { get, isList, isMap, isString, type Json } from '../../model/tree.ts';
import { parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import { positionOf } from '../../report/position.ts';
import { readFile } from '../read-file.ts';
import { UsageError } from '../usage.ts';
import { overridesIn } from './overrides.ts';
import type { Settings, Sourced } from './settings.ts';
import { readToml } from './toml.ts';
import { TomlLines } from './toml-lines.ts';

/** The environment that is used where no other is named, as with the SAM CLI. */
const usualEnvironment = 'default';

/** Other commands of the SAM CLI whose settings count for a command of synth, besides `deploy` and one of its own name. */
const namesakes: Readonly<Record<string, string>> = { lint: 'validate', expand: 'synth' };

/** The sections of an environment that count for a command; later ones win. */
const sectionsFor = (command: string): string[] => [
  'global',
  'deploy',
  ...[inTable(namesakes, command)].filter((each) => each !== undefined),
  command,
];

/** What the configuration of the SAM CLI says for a command. */
export interface SamSettings extends Settings {
  readonly file: string;
  readonly template?: Sourced<string> | undefined;
}

/**
 * Reads the configuration of the SAM CLI.
 * @param environment the one that was asked for; else `default`, if there is one
 */
export const samSettings = (file: string, environment: string | undefined, command: string): SamSettings => {
  const { root, lineOf } = readSamConfig(file);
  const chosen = environment ?? usualEnvironment;
  if (environment !== undefined && !isMap(get(root, environment))) throw noEnvironment(file, environment, root);
  let settings: SamSettings = { file, parameters: new Map() };
  for (const section of sectionsFor(command)) {
    const values = get(get(get(root, chosen), section), 'parameters');
    if (!isMap(values)) continue;
    const path = [chosen, section, 'parameters'];
    const from = (...keys: readonly string[]): string => {
      const line = lineOf([...path, ...keys]);
      return `${file}${line === undefined ? '' : `:${line}`} [${path.join('.')}]`;
    };
    const text = (key: string): Sourced<string> | undefined => {
      const value = get(values, key) ?? '';
      if (isList(value) || isMap(value)) throw new UsageError(`'${key}' in ${from(key)} must be a text.`);
      return value === '' ? undefined : { value: String(value), from: from(key) };
    };
    const pairs = (key: 'parameter_overrides' | 'tags') =>
      overrides(key, get(values, key), () => from(key)).map(([name, value]): [string, Sourced<string>] => [
        name,
        { value, from: from(key, name) },
      ]);
    settings = {
      file,
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

/** A configuration that was read, and the line of a value in it, counted from 1. */
interface Read {
  readonly root: Json;
  lineOf(path: readonly string[]): number | undefined;
}

const readSamConfig = (file: string): Read => {
  const bytes = readFile(file, 'The configuration');
  if (!file.endsWith('.toml')) return readYaml(file, bytes);
  const { text } = readText(bytes);
  const root = readToml(text, file);
  const lines = new TomlLines(text);
  return { root, lineOf: (path) => lines.of(path) };
};

const readYaml = (file: string, bytes: Uint8Array): Read => {
  const { root, findings } = parse(bytes, file);
  const broken = findings.find(({ level }) => level === 'error');
  if (broken !== undefined) {
    const { line, column } = positionOf(broken.span!);
    throw new UsageError(`The configuration cannot be read: ${file}:${line}:${column} ${broken.text}`);
  }
  return { root, lineOf: (path) => yamlLine(root, path) };
};

/** The line of the last key of a path that is there. */
const yamlLine = (root: Json, path: readonly string[]): number | undefined => {
  let line: number | undefined;
  let value: Json | undefined = root;
  for (const key of path) {
    const span = isMap(value) ? entryOf(value, key)?.key : undefined;
    if (span === undefined) return line;
    line = positionOf(span).line;
    value = get(value, key);
  }
  return line;
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
const overrides = (
  key: keyof typeof pairPatterns,
  value: Json | undefined,
  from: () => string,
): [name: string, value: string][] => {
  if (value === undefined) return [];
  if (isMap(value)) {
    return Object.entries(value).map(([name, each]) => [name, textOf(each, () => wrongType(key, from()))]);
  }
  const texts = isList(value) ? value : [value];
  return texts.flatMap((text) => {
    if (isMap(text)) return overrides(key, text, from);
    const found = isString(text) ? overridesIn(text, pairPatterns[key]) : { wrong: String(text) };
    if ('wrong' in found) {
      throw new UsageError(
        `'${key}' in ${from()} has '${found.wrong}', which is not ${key === 'tags' ? 'a tag' : 'the value of a parameter'}.`,
        key === 'tags'
          ? 'Write Key=Value, with a space between two of them.'
          : 'Write Key=Value, or ParameterKey=Key,ParameterValue=Value, with a space between two of them.',
      );
    }
    return found;
  });
};

const textOf = (value: Json, wrong: () => UsageError): string => {
  if (isList(value)) return value.map((each) => textOf(each, wrong)).join(',');
  if (value !== null && !isMap(value)) return String(value);
  throw wrong();
};

const wrongType = (key: string, from: string): UsageError =>
  new UsageError(`'${key}' in ${from} must have texts, numbers or lists of them.`);
