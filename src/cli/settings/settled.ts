import type { Document } from '../../parse/index.ts';
import { isCompact } from '../../spec/compact.ts';
import { findConfig } from '../configuration/find.ts';
import { findSamConfig } from './find-sam-config.ts';
import type { NamedTemplates, Place, SettingsFlags } from './settings.ts';
import type { StageFlags } from './stage.ts';

/** What is read only where there is a file that has settings, or one is asked for: most runs have none. */
const load = () => import('./load.ts');

const hasSettings = (folder: string, { config, configEnv }: SettingsFlags): boolean => {
  if (config === false && configEnv === undefined) return false;
  const hasSam = findSamConfig([folder, '.']) !== undefined;
  return hasSam || configEnv !== undefined || typeof config === 'string' || findConfig(folder) !== undefined;
};

/**
 * Flags for a template, with what the files of the project say where the flags say nothing.
 * @param template the template, whose stages and parameters count; without it only the files of the project do
 */
export const settled = async <Flags extends SettingsFlags & StageFlags>(
  command: string,
  { folder, name, isPast }: Place,
  flags: Flags,
  template?: Uint8Array | (() => Document),
): Promise<Flags> => {
  const files = hasSettings(folder, flags) ? await load() : undefined;
  const settings = files?.loadSettings({ command, folder, name, stage: flags.stage, flags });
  const all = settings ? { ...flags, settings } : flags;
  if (template === undefined || (flags.stage === undefined && !settings?.parameters.size)) return all;
  const { forTemplate } = await import('./template.ts');
  return forTemplate(template, { name, isPast }, all, files?.stagesOf(command, folder, flags) ?? []);
};

/** The stages that the configuration names. */
export const configuredStages = async (
  command: string,
  { folder }: { readonly folder: string },
  flags: SettingsFlags,
): Promise<readonly string[]> => (hasSettings(folder, flags) ? (await load()).stagesOf(command, folder, flags) : []);

/** The stages of a template: those that the configuration names, and those that a compact spec has itself. */
export const stagesFor = async (
  command: string,
  input: { readonly folder: string },
  flags: SettingsFlags,
  { root }: Document,
): Promise<readonly string[]> => {
  const named = await configuredStages(command, input, flags);
  return isCompact(root) ? (await import('./stage.ts')).allStages(root, named) : named;
};

/** The templates that the configuration of synth names; undefined where it names none. */
export const configuredTemplates = async (flags: SettingsFlags): Promise<readonly string[] | undefined> =>
  hasSettings('.', flags) ? (await load()).configuredTemplates(flags) : undefined;

/** The templates that the files of the project name; undefined where they name none. */
export const namedTemplates = async (flags: SettingsFlags): Promise<NamedTemplates | undefined> =>
  hasSettings('.', flags) ? (await load()).templatesOf(flags) : undefined;
