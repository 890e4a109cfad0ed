import { UsageError } from '../usage.ts';
import { type ConfigSettings, configSettings } from './config.ts';
import { findSamConfig, type SamSettings, samSettings } from './samconfig.ts';
import { merged, type NamedTemplates, noSettings, type Settings, type SettingsFlags } from './settings.ts';

/** What is asked of the settings. */
export interface Wanted {
  /** A command of synth. */
  readonly command: string;
  /** That of the template. */
  readonly folder: string;
  readonly stage: string | undefined;
  readonly flags: SettingsFlags;
}

/** What the files of the project say for a command: the configuration of synth over that of the SAM CLI. */
export const loadSettings = ({ command, folder, stage, flags }: Wanted): Settings => {
  const config = configFor(command, folder, flags);
  const sam = samFor(command, folder, flags);
  const inStage = stage === undefined ? undefined : config?.stages.get(stage);
  return merged(sam ?? noSettings, config?.base ?? noSettings, inStage ?? noSettings);
};

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
