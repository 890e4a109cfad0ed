import { isAbsolute, normalize, relative, resolve } from 'node:path';
import { readSmallFile } from '../../files/open.ts';
import { slashed } from '../../files/slashed.ts';
import { withoutOuterSlashes } from '../../model/slashes.ts';
import { readText } from '../../parse/text.ts';
import { printable } from '../../report/printable.ts';
import { originIn } from '../../snapshots/text.ts';
import { writeError } from '../streams.ts';
import { UsageError } from '../usage.ts';
import { mayBeTemplate } from './kinds.ts';
import { hasWildcards, pathPattern } from './pattern.ts';
import { statsOf } from './stats.ts';
import { filesBelow, mostFiles } from './walk.ts';

/** What is wanted of the files that are found. */
export interface FindOptions {
  /** Patterns of files and folders that are left out. */
  readonly ignore?: readonly string[] | undefined;
  /** Whether files that are named and are not templates are passed over, too. */
  readonly skipOthers?: boolean | undefined;
}

/** Whether a path is a pattern, and no file of that name is there. */
const isPattern = (path: string): boolean => hasWildcards(path) && statsOf(path) === undefined;

/**
 * The templates that paths, folders and patterns name, each once. What was found and is not a template is passed over, which
 * is said on stderr.
 */
export const findTemplates = async (paths: readonly string[], options: FindOptions): Promise<string[]> => {
  const isLeftOut = leftOutBy(options.ignore ?? []);
  const found = new Map<string, string>();
  const passedOver: string[] = [];
  const ignored: string[] = [];
  for (const path of paths) {
    const candidates = candidatesOf(path);
    const isNamed = candidates === undefined;
    let taken = 0;
    for (const file of candidates ?? [path]) {
      if (isLeftOut(file)) {
        ignored.push(file);
        continue;
      }
      const isTaken =
        (isNamed && !options.skipOthers) ||
        file === '-' ||
        ((!isNamed || hasUsualEnding(file)) && isTemplateFile(file));
      if (isTaken) found.set(file === '-' ? '-' : normalize(file), file);
      else if ((isNamed || !isSettings(file)) && !isSnapshot(file)) passedOver.push(file);
      if (isTaken) taken += 1;
    }
    // Reading it reports that nothing exists there.
    if (taken === 0 && !isNamed && !options.skipOthers) found.set(path, path);
  }
  const isEmpty = found.size === 0 || [...found.values()].every((each) => statsOf(each)?.isDirectory());
  const templates = isEmpty ? ignored.filter(isTemplateFile) : [];
  if (templates.length > 0) {
    const told = `'--ignore' leaves out every template: ${listed(templates)}.`;
    if (found.size > 0)
      throw new UsageError(told, "Change the pattern, or add '--skip-other-files' to do nothing then.");
    await writeError(`synth: ${told}\n`);
  }
  await tellPassedOver([...new Set(passedOver)]);
  return [...found.values()];
};

/**
 * The files that a folder or a pattern stands for, and folders that cannot be read, since templates may be in them;
 * undefined for a file that is named.
 */
const candidatesOf = (path: string): string[] | undefined => {
  if (path === '-') return undefined;
  if (statsOf(path)?.isDirectory()) {
    return walked(path, hasUsualEnding, true);
  }
  if (!isPattern(path)) return undefined;
  const text = path.replace(/^(?:\.\/)+/, '');
  const { base, matches } = pathPattern(text, false);
  // Only a pattern that says an ending itself means files with others than those of templates.
  const ending = text.slice(text.lastIndexOf('.') + 1);
  const namesEnding = text.includes('.') && ending !== '' && !/[*?/]/.test(ending);
  return walked(
    base === '' ? '.' : base,
    (file) => matches(slashed(file)) && (namesEnding || hasUsualEnding(file)),
    true,
  );
};

const hasUsualEnding = (file: string): boolean => /\.(?:ya?ml|json|template)$/i.test(file);

/** All files below a folder, or below the folder that all files of a pattern lie in; none for one that names a file. */
export const filesOf = (path: string): string[] => {
  if (statsOf(path)?.isDirectory()) return walked(path, () => true);
  return isPattern(path) ? walked(pathPattern(path, false).base || '.', () => true) : [];
};

const walked = (folder: string, wanted: (file: string) => boolean, withUnreadable = false): string[] => {
  if (statsOf(folder) === undefined) return [];
  const files: string[] = [];
  let seen = 0;
  const unreadable = (path: string): void => void (withUnreadable && files.push(path));
  const unreadableRules = (path: string, reason: string): void =>
    void writeError(`synth: '${printable(path)}' cannot be read and is passed over: ${reason}.\n`);
  for (const file of filesBelow(folder, { unreadable, unreadableRules })) {
    seen += 1;
    if (seen > mostFiles) {
      throw new UsageError(`There are more than ${mostFiles} files below '${folder}'.`, 'Name a smaller folder.');
    }
    if (wanted(file)) files.push(isAbsolute(folder) ? file : relative('', resolve(file)));
  }
  return files;
};

const leftOutBy = (patterns: readonly string[]): ((file: string) => boolean) => {
  if (patterns.length === 0) return () => false;
  if (patterns.includes('')) throw new UsageError("'--ignore' is empty.", 'Give it a pattern of files or folders.');
  const inner = patterns.map((each) => withoutOuterSlashes(each.replace(/^(?:\.\/)+/, '')));
  // As in a .gitignore: a pattern without a slash holds at every depth, and one that names a folder for all below it.
  const anywhere = inner.flatMap((each) => (each.includes('/') ? [each] : [each, `**/${each}`]));
  const all = [...anywhere, ...anywhere.map((each) => `${each}/**`)].map((each) => pathPattern(each, true));
  return (file) => {
    const path = slashed(relative('', resolve(file)));
    return file !== '-' && all.some(({ matches }) => matches(path));
  };
};

const textOf = (file: string): string | undefined => {
  try {
    return readText(readSmallFile(file)).text;
  } catch {
    return undefined;
  }
};

/** What cannot be read is taken, so that it is reported. */
const isTemplateFile = (file: string): boolean => {
  const text = textOf(file);
  return text === undefined || (mayBeTemplate(text) && originIn(text) === undefined);
};

/** Files that synth reads for itself, so that a pattern may well match them. */
const isSettings = (file: string): boolean => /(?:^|[\\/])(?:synth\.config|samconfig)\.\w+$/.test(file);

const isSnapshot = (file: string): boolean => originIn(textOf(file) ?? '') !== undefined;

const listed = (files: readonly string[]): string => {
  const [shown, more] = [files.slice(0, 3).map(printable), files.length - 3];
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const tellPassedOver = async (files: readonly string[]): Promise<void> => {
  if (files.length === 0) return;
  const what = files.length === 1 ? 'a file that is not a template' : `${files.length} files that are not templates`;
  await writeError(`synth: passed over ${what}: ${listed(files)}.\n`);
};
