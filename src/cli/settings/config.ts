import { dirname, relative, resolve } from 'node:path';
import type { ErrorObject } from 'ajv';
import { entryOf } from '../../model/origin.ts';
import { get, isList, isMap, isString, type Json } from '../../model/tree.ts';
import { parse } from '../../parse/index.ts';
import { fileAndLine, positionOf } from '../../report/position.ts';
import { findConfig } from '../configuration/find.ts';
import { schemaFaults } from '../configuration/schema-faults.ts';
import validate from '../generated/validate-config.js';
import { readFile } from '../read-file.ts';
import { UsageError } from '../usage.ts';
import type { Settings, Sourced } from './settings.ts';

/** What the configuration of synth says to all commands. */
export interface ConfigSettings {
  readonly file: string;
  /** Files, folders and patterns, from the working folder. */
  readonly templates: readonly string[] | undefined;
  readonly base: Settings;
  /** What is different in a stage. */
  readonly stages: ReadonlyMap<string, Settings>;
}

const ours = /^\/(?:templates|region|parameters|stages)(?:\/|$)/;

/**
 * Reads the configuration for a folder.
 * @param named the one for all folders, or false for none; else it is the nearest one
 * @param lenient whether mistakes are reported by others
 */
export const configSettings = (
  folder: string,
  named: string | false | undefined,
  lenient: boolean,
): ConfigSettings | undefined => {
  if (named === false) return undefined;
  const file = named ?? findConfig(folder)?.file;
  if (file === undefined) return undefined;
  const { root, findings } = parse(readFile(file, 'The configuration'), file);
  const broken = findings.filter(({ level }) => level === 'error');
  const faults =
    broken.length > 0
      ? broken
      : root === null || validate(root)
        ? []
        : schemaFaults(root, oursOf(validate.errors ?? []));
  if (faults.length === 0) return settingsIn(root, file);
  if (lenient) return undefined;
  const told = faults.map(({ span, text }) => {
    const { line, column } = span ? positionOf(span) : { line: 1, column: 1 };
    return `${file}:${line}:${column} ${text}`;
  });
  throw new UsageError('The configuration cannot be used.', told.join('\n'));
};

/** The faults of what all commands read, keys that nothing reads, and what is not a map; the linter reports the others. */
const oursOf = (errors: readonly ErrorObject[]): ErrorObject[] =>
  errors.filter(
    ({ instancePath, keyword }) =>
      ours.test(instancePath) || (instancePath === '' && /^(?:additionalProperties|type)$/.test(keyword)),
  );

const settingsIn = (root: Json, file: string): ConfigSettings => {
  const stages = get(root, 'stages');
  const templates = get(root, 'templates');
  const folder = dirname(resolve(file));
  return {
    file,
    templates: isList(templates)
      ? templates.filter(isString).map((each) => relative('', resolve(folder, each)) || '.')
      : undefined,
    base: settingsOf(root, file),
    stages: new Map(
      isMap(stages) ? Object.keys(stages).map((name) => [name, settingsOf(get(stages, name), file)]) : [],
    ),
  };
};

const settingsOf = (values: Json | undefined, file: string): Settings => {
  const region = get(values, 'region');
  const parameters = get(values, 'parameters');
  const from = (container: Json | undefined, key: string): string =>
    fileAndLine(isMap(container) ? entryOf(container, key)?.key : undefined, file) ?? file;
  return {
    region: isString(region) ? { value: region, from: from(values, 'region') } : undefined,
    parameters: new Map(
      isMap(parameters)
        ? Object.keys(parameters).map((name): [string, Sourced<string>] => [
            name,
            { value: textOf(parameters[name]!), from: from(parameters, name) },
          ])
        : [],
    ),
  };
};

/** CloudFormation's parameters are texts; a list is one with commas. */
const textOf = (value: Json): string => (isList(value) ? value.map(textOf).join(',') : String(value));
