import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findConfig } from '../configuration/find.ts';
import type { TransformFlags } from '../transform-options.ts';
import type { SettingsFlags } from './settings.ts';

/** What is read only where there is a file that has settings, or one is asked for: most runs have none. */
const load = () => import('./load.ts');

const hasSettings = (folder: string, { config, configEnv }: SettingsFlags): boolean => {
  if (config === false && configEnv === undefined) return false;
  const hasSam = [folder, '.'].some((each) =>
    ['toml', 'yaml', 'yml'].some((ending) => existsSync(join(each, `samconfig.${ending}`))),
  );
  return hasSam || configEnv !== undefined || typeof config === 'string' || findConfig(folder) !== undefined;
};

/** Flags with what the files of the project say where they say nothing. */
export const settled = async <Flags extends SettingsFlags & Pick<TransformFlags, 'stage'>>(
  command: string,
  { folder }: { readonly folder: string },
  flags: Flags,
): Promise<Flags> => {
  if (!hasSettings(folder, flags)) return flags;
  const { loadSettings } = await load();
  return { ...flags, settings: loadSettings({ command, folder, stage: flags.stage, flags }) };
};

/** The stages that the configuration names for a template. */
export const stagesFor = async (
  command: string,
  { folder }: { readonly folder: string },
  flags: SettingsFlags,
): Promise<readonly string[]> => (hasSettings(folder, flags) ? (await load()).stagesOf(command, folder, flags) : []);

/** The templates that the files of the project name; undefined where they name none. */
export const namedTemplates = async (flags: SettingsFlags): Promise<readonly string[] | undefined> =>
  hasSettings('.', flags) ? (await load()).templatesOf(flags) : undefined;
