import { basename, resolve } from 'node:path';
import type { Stack } from '../../build/stack.ts';
import { pseudoParameters } from '../../lint/facts/templates/pseudo-parameters.ts';
import { isHidden } from '../../model/parameter-value.ts';
import { get, type Json } from '../../model/tree.ts';
import type { Input } from '../inputs.ts';
import type { Settings } from '../settings/settings.ts';
import type { TransformFlags } from '../transform-options.ts';
import { UsageError } from '../usage.ts';

/** For which stack to build. */
export interface StackFlags {
  readonly stage?: string | undefined;
  readonly stackName?: string;
  readonly account?: string;
  readonly tag?: readonly string[];
  readonly region?: string | undefined;
  readonly settings?: Settings | undefined;
}

/** Flags of a build with what the files of the project say where the flags say nothing. */
export const withStackSettings = <Flags extends StackFlags & Pick<TransformFlags, 'artifacts' | 'settings'>>(
  flags: Flags,
): Flags => {
  const { bucket, prefix, tags = new Map() } = flags.settings ?? {};
  const given = flags.tag ?? [];
  const settled = [...tags].filter(([key]) => !given.some((tag) => tag.startsWith(`${key}=`)));
  return {
    ...flags,
    artifacts: flags.artifacts ?? (bucket && placeIn(bucket.value, prefix?.value)),
    tag: [...settled.map(([key, { value }]) => `${key}=${value}`), ...given],
  };
};

/** The place in a bucket as `--artifacts` takes it. */
export const placeIn = (bucket: string, prefix: string | undefined): string =>
  `s3://${bucket}${prefix === undefined ? '' : `/${prefix}`}`;

/**
 * The stack that flags ask for.
 * @param parameters the values given for the template's parameters
 * @param template the template as written
 */
export const stackFrom = (
  input: Input,
  { stage, stackName, account, tag = [], region, settings }: StackFlags,
  parameters: Readonly<Record<string, Json>>,
  template: Json,
): Stack => {
  if (account !== undefined && !/^\d{12}$/.test(account)) {
    throw new UsageError(`'${account}' is not an account number.`, 'An account number has twelve digits.');
  }
  const name =
    stackName ?? [settings?.stackName?.value ?? nameFor(input), ...(stage === undefined ? [] : [stage])].join('-');
  if (!/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) {
    throw new UsageError(
      `'${name}' cannot be the name of a stack.`,
      'It has letters, digits and hyphens, starts with a letter and is at most 128 long; give one with --stack-name.',
    );
  }
  // What is to stay secret is given at the deployment.
  const open = Object.entries(parameters).filter(([each]) => !isSecret(template, each));
  return {
    name,
    account,
    region,
    parameters: Object.fromEntries(open.map(([each, value]) => [each, String(value)])),
    tags: tagsFrom(tag),
  };
};

const isSecret = (template: Json, parameter: string): boolean => isHidden(get(get(template, 'Parameters'), parameter));

/** The most characters of a tag's key and of its value. */
const longestTag = { key: 128, value: 256 };

const tagsFrom = (given: readonly string[]): Record<string, string> => {
  const tags = new Map<string, string>();
  for (const [key, value] of given.map(tagFrom)) {
    if (tags.has(key)) throw new UsageError(`The tag '${key}' is given twice.`);
    if (/^aws:/i.test(key)) throw new UsageError(`The tag '${key}' is reserved.`, "A key cannot begin with 'aws:'.");
    if (key.length > longestTag.key || value.length > longestTag.value) {
      throw new UsageError(
        `The tag '${key.slice(0, 40)}' is too long.`,
        `A key has at most ${longestTag.key} characters, a value at most ${longestTag.value}.`,
      );
    }
    tags.set(key, value);
  }
  return Object.fromEntries(tags);
};

const tagFrom = (text: string): [string, string] => {
  const equals = text.indexOf('=');
  if (equals < 1) throw new UsageError(`'${text}' is not a tag.`, 'Write it as Key=Value, for example team=orders.');
  return [text.slice(0, equals), text.slice(equals + 1)];
};

/** The file's own name where it says something, else that of its folder, with what a stack's name can have. */
const nameFor = ({ path, folder }: Input): string => {
  const own = path === '-' ? 'template' : basename(path).replace(/\.[^.]*$/, '');
  const name = /^(?:template|synth)$/i.test(own) ? basename(resolve(folder)) : own;
  return name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^[^A-Za-z]+|-$/g, '') || 'stack';
};

/** The values of parameters that the template has: others may be for other templates, and CloudFormation refuses them. */
export const declaredOf = (values: Readonly<Record<string, Json>>, template: Json): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => get(get(template, 'Parameters'), name) !== undefined));

/** The values of pseudo parameters: those given like values of other parameters, and the account of the stack. */
export const pseudoValues = (
  values: Readonly<Record<string, Json>>,
  { account }: Pick<Stack, 'account'>,
): Readonly<Record<string, Json>> => {
  const given = Object.fromEntries(Object.entries(values).filter(([name]) => pseudoParameters.has(name)));
  if (account === undefined) return given;
  const other = given[accountId];
  if (other !== undefined && other !== account) {
    throw new UsageError(`'--account ${account}' contradicts the value '${String(other)}' of '${accountId}'.`);
  }
  return { ...given, [accountId]: account };
};

const accountId = 'AWS::AccountId';
