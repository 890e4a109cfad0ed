import { dirname, resolve } from 'node:path';
import { UsageError } from '../usage.ts';
import { type ConfigSettings, configSettings } from './config.ts';
import { findSamConfig } from './find-sam-config.ts';
import { type SamSettings, samSettings } from './samconfig.ts';
import { asOwn, merged, type NamedTemplates, noSettings, type Settings, type SettingsFlags } from './settings.ts';

/** What is asked of the settings. */
export interface Wanted {
  /** A command of synth. */
  readonly command: string;
  /** That of the template. */
  readonly folder: string;
  /** The path of the template. */
  readonly name: string;
  readonly stage: string | undefined;
  readonly flags: SettingsFlags;
}

/** What the files of the project say for a command: the configuration of synth over that of the SAM CLI. */
export const loadSettings = ({ command, folder, name, stage, flags }: Wanted): Settings => {
  const config = configFor(command, folder, flags);
  const sam = samFor(command, folder, flags);
  const inStage = stage === undefined ? undefined : config?.stages.get(stage);
  const ofSam = sam && (isFor(name, sam.file, sam.template && [sam.template.value]) ? asOwn(sam) : sam);
  const ofConfig = merged(config?.base ?? noSettings, inStage ?? noSettings);
  const isOwn = config !== undefined && isFor(name, config.file, config.templates);
  return merged(ofSam ?? noSettings, isOwn ? asOwn(ofConfig) : ofConfig);
};

/** Whether a file of the project is about this template alone: it names no other one, and lies beside it. */
const isFor = (template: string, file: string, named: readonly string[] | undefined): boolean =>
  dirname(resolve(file)) === dirname(resolve(template)) &&
  (named === undefined || (named.length === 1 && resolve(named[0]!) === resolve(template)));

/** The stages that the configuration of synth names. */
export const stagesOf = (command: string, folder: string, flags: SettingsFlags): string[] => [
  ...(configFor(command, folder, flags)?.stages.keys() ?? []),
];

/** The templates that the configuration of synth names: files, folders and patterns. */
export const configuredTemplates = (flags: SettingsFlags): readonly string[] | undefined =>
  configFor('expand', '.', flags)?.templates;

/** The templates that the files of the project name: files, folders and patterns. */
export const templatesOf = (flags: SettingsFlags): NamedTemplates | undefined => {
  const { templates, file } = configFor('expand', '.', flags) ?? {};
  if (templates !== undefined) return { paths: templates, from: file! };
  const template = samFor('expand', '.', flags)?.template;
  return template && { paths: [template.value], from: template.from };
};

/** `synth lint` reports what is wrong with the configuration as findings. */
const configFor = (command: string, folder: string, { config }: SettingsFlags): ConfigSettings | undefined =>
  configSettings(folder, config, command === 'lint');

const samFor = (command: string, folder: string, { config, configEnv }: SettingsFlags): SamSettings | undefined => {
  const file = config === false ? undefined : findSamConfig([folder, '.']);
  if (file !== undefined) return samSettings(file, configEnv, command);
  if (configEnv === undefined) return undefined;
  throw new UsageError(`There is no samconfig.toml with the environment '${configEnv}'.`);
};
