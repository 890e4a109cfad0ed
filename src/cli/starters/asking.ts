import { cancel, intro, select, text } from '@clack/prompts';
import {
  type Form,
  type Language,
  languageOf,
  type Starter,
  usualRuntime,
  usualStarter,
} from '../../starters/index.ts';
import { UsageError } from '../usage.ts';

/** What a person may leave open on the command line. */
export interface Open {
  readonly starter: Starter | undefined;
  readonly runtime: string | undefined;
  readonly form: Form | undefined;
  readonly folder: string | undefined;
}

export type Answers = { readonly [Name in keyof Open]: NonNullable<Open[Name]> };

/**
 * Asks a person at a terminal for what is open.
 * @param folderOf where a starter goes when nothing else is said
 */
export const ask = async (
  open: Open,
  starters: readonly Starter[],
  runtimes: readonly string[],
  folderOf: (starter: Starter) => string,
): Promise<Answers> => {
  intro('synth init');
  const starter = open.starter ?? (await askStarter(starters));
  const runtime = open.runtime ?? (await askRuntime(runtimes));
  const form = open.form ?? (await askForm());
  const folder = open.folder ?? (await askFolder(folderOf(starter)));
  return { starter, runtime, form, folder };
};

const askStarter = async (starters: readonly Starter[]): Promise<Starter> => {
  const options = starters.map(({ id, title }) => ({ value: id, label: title, hint: id }));
  const chosen = answered(
    await select({ message: 'What do you want to start with?', options, initialValue: usualStarter }),
  );
  return starters.find(({ id }) => id === chosen)!;
};

const askRuntime = async (runtimes: readonly string[]): Promise<string> => {
  // By language, the newest first.
  const of = (language: Language) => runtimes.filter((each) => languageOf(each) === language).reverse();
  const options = [...of('node'), ...of('python')].map((value) => ({ value, label: labelOf(value) }));
  return answered(await select({ message: 'Which runtime?', options, initialValue: usualRuntime.node }));
};

const labelOf = (runtime: string): string => `${languageOf(runtime) === 'node' ? 'TypeScript' : 'Python'} (${runtime})`;

const askForm = async (): Promise<Form> => {
  const options: { value: Form; label: string; hint: string }[] = [
    { value: 'spec', label: 'Compact spec', hint: 'synth.yaml: short, and synth turns it into SAM where it is needed' },
    { value: 'sam', label: 'AWS SAM', hint: 'template.yaml: what sam and other tools read' },
  ];
  return answered<Form>(await select<Form>({ message: 'How should the template be written?', options }));
};

const askFolder = async (usual: string): Promise<string> =>
  answered(await text({ message: 'Into which folder?', placeholder: usual, defaultValue: usual }));

/** An answer, unless the person pressed Ctrl+C or Escape. */
const answered = <T extends string>(answer: T | symbol): T => {
  if (typeof answer === 'string') return answer;
  cancel('Cancelled.');
  throw new UsageError('Nothing was written.');
};
