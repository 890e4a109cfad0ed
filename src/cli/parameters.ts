import { get, isList, isMap, isString, type Json, kindOf } from '../model/tree.ts';
import { parse } from '../parse/index.ts';
import { positionOf } from '../report/position.ts';
import { printable } from '../report/printable.ts';
import { readFile } from './read-file.ts';
import { awsParameter } from './settings/overrides.ts';
import { writeError } from './streams.ts';
import { UsageError } from './usage.ts';

/** Parameter values by name. */
export type Parameters = Record<string, string>;

/** Takes `Key=Value`, or `ParameterKey=Key,ParameterValue=Value`; the value may be empty and may have further equals signs. */
const parameterOf = (text: string): [name: string, value: string] => {
  const aws = awsParameter(text);
  if (aws !== undefined) return aws;
  const equals = text.indexOf('=');
  if (equals < 1)
    throw new UsageError(`'${text}' is not a parameter value.`, 'Write it as Key=Value, for example Stage=prod.');
  return [text.slice(0, equals), text.slice(equals + 1)];
};

/** All values: those of the file first, those given one by one over them. */
export const parametersFrom = (file: string | undefined, single: readonly string[]): Parameters =>
  Object.fromEntries([...(file === undefined ? [] : readParameters(file)), ...single.map(parameterOf)]);

const shapes = [
  '[{"ParameterKey": "Stage", "ParameterValue": "prod"}]',
  '["Stage=prod"]',
  '{"Parameters": {"Stage": "prod"}}',
  '{"Stage": "prod"}',
].join('\n  ');

const readParameters = (file: string): [string, string][] => {
  const { root, findings } = parse(readFile(file, 'The parameter file'), file);
  const [broken] = findings.filter(({ level }) => level === 'error');
  if (broken) {
    const { line, column } = positionOf(broken.span!);
    throw new UsageError(`The parameter file cannot be read: ${file}:${line}:${column} ${broken.text}`);
  }
  const refuse = (what: string): never => {
    throw new UsageError(`The parameter file '${file}' ${what}.`, `It takes one of these shapes:\n  ${shapes}`);
  };
  if (root === null) return refuse('is empty');
  if (isList(root)) return root.flatMap((item) => fromItem(item, file, refuse));
  if (!isMap(root)) return refuse(`holds ${kindOf(root)}`);
  const inner = get(root, 'Parameters');
  const values = isMap(inner) ? inner : root;
  return Object.keys(values).map((name) => [name, textOf(values[name]!, name, refuse)]);
};

type Refuse = (what: string) => never;

const fromItem = (item: Json, file: string, refuse: Refuse): [string, string][] => {
  if (isString(item)) return [parameterOf(item)];
  const name = get(item, 'ParameterKey');
  if (!isString(name)) return refuse("has an item without a 'ParameterKey'");
  const value = get(item, 'ParameterValue');
  if (value === undefined && get(item, 'UsePreviousValue') === true) {
    const keeps = `'${file}' keeps the previous value of '${name}', which only the deployed stack knows`;
    void writeError(`synth: ${printable(keeps)}; the default counts here.\n`);
    return [];
  }
  if (value === undefined) return refuse(`has no 'ParameterValue' for '${name}'`);
  return [[name, textOf(value, name, refuse)]];
};

/** CloudFormation's parameters are texts; a list is one with commas. */
const textOf = (value: Json, name: string, refuse: Refuse): string => {
  if (isList(value)) return value.map((item) => textOf(item, name, refuse)).join(',');
  if (value === null) return refuse(`has no value for '${name}'`);
  if (isMap(value)) return refuse(`has ${kindOf(value)} for '${name}', which must be a text`);
  return String(value);
};
