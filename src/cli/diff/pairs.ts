import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { slashed } from '../../files/slashed.ts';
import { withoutEndSlashes } from '../../model/slashes.ts';
import { get, isMap } from '../../model/tree.ts';
import { parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import { originIn } from '../../snapshots/text.ts';
import { pathPattern } from '../files/pattern.ts';
import { commitOf, gitList, mergeBaseOf, messageSearch, repositoryOf } from '../git/git.ts';
import { movesBetween } from '../git/moves.ts';
import { commitTree, type Tree, workTree } from '../git/tree.ts';
import { inputFrom, inputOf } from '../inputs.ts';
import { UsageError } from '../usage.ts';
import { inFile, inTree, pathInRepository, type TemplateAt } from './template-at.ts';

/** Two templates to be compared; one of the two is not there where the template comes or goes. */
export interface TemplatePair {
  readonly name: string;
  /** Of a nested stack: the logical ids of the stacks around it and its own. */
  readonly stack?: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly before: TemplateAt | undefined;
  readonly after: TemplateAt | undefined;
}

/**
 * What is to be compared, by what was given on the command line.
 * @param templates the files, folders and patterns that count in a repository where none are given; else all
 */
export const pairsFrom = async (
  paths: readonly string[],
  since: string | undefined,
  templates: readonly string[] | undefined,
): Promise<TemplatePair[]> => {
  if (since !== undefined) return pairsSince(since, paths, templates);
  if (paths.length > 2) {
    throw new UsageError(
      `${paths.length} files cannot be compared with each other.`,
      "Give OLD and NEW, or '--since REV' with the files that count.",
    );
  }
  const [old, now] = paths;
  if (old === undefined) return pairsSince('HEAD', [], templates);
  if (old === '-' && now === '-') {
    throw new UsageError("'-' can be given once.", 'Stdin is one template: give the other one as a file.');
  }
  if (now !== undefined) return [await pairOf(old, now)];
  return [await withWorkingTree(old)];
};

const gitName = /^git:([^:]+):(.+)$/s;

/** OLD alone: a file of the last commit as it was there against how it lies here, another one against the template of this folder. */
const withWorkingTree = async (old: string): Promise<TemplatePair> => {
  const [, , path] = gitName.exec(old) ?? [];
  if (path !== undefined) return pairOf(old, fileOfGitPath(path));
  if (isCommitted(old)) return pairOf(`git:HEAD:./${old}`, old);
  const input = await inputFrom(undefined);
  if (resolve(input.path) === resolve(old)) return pairOf(`git:HEAD:./${old}`, old);
  return pairOf(old, input.path);
};

/** Whether the last commit has a file of this folder. */
const isCommitted = (path: string): boolean =>
  existsSync(path) &&
  repositoryOf('.') !== undefined &&
  gitList('.', ['ls-tree', '-z', '--name-only', 'HEAD', '--', path], [128]).length > 0;

/** Where the file that a path of git means lies here: from the top of the repository, or from here. */
const fileOfGitPath = (path: string): string => {
  const repository = requireRepository();
  const top = relative('.', resolve(repository, path));
  return !path.startsWith('./') && existsSync(top) ? top : path;
};

const pairOf = async (old: string, now: string): Promise<TemplatePair> => {
  const usesGit = gitName.test(old) || gitName.test(now);
  const [before, after] = [await templateOf(old, usesGit), await templateOf(now, usesGit)];
  return { name: after.name.replace(gitName, '$2'), from: labelOf(old), to: labelOf(now), before, after };
};

const labelOf = (path: string): string => path.replace(gitName, '$1');

const templateOf = async (path: string, besideGit: boolean): Promise<TemplateAt> => {
  const [, revision, name] = gitName.exec(path) ?? [];
  if (revision === undefined && path.startsWith('git:') && !existsSync(path)) {
    throw new UsageError(
      `'${path}' does not name a file of a revision.`,
      "Write 'git:REV:PATH', for example git:HEAD:template.yaml.",
    );
  }
  if (revision !== undefined) return fromCommit(revision, name!, path);
  // Both sides must see code in the same way: by the files that git knows.
  const repository = besideGit && path !== '-' ? repositoryOf('.') : undefined;
  const inner = repository === undefined ? undefined : pathInRepository(repository, path);
  const found = inner === undefined ? undefined : inTree(workTree(repository!), inner, path);
  return found ?? inFile(inputOf(path));
};

const fromCommit = (revision: string, name: string, shown: string): TemplateAt => {
  const repository = requireRepository();
  const tree = commitTree(repository, commitOf(repository, revision));
  const here = pathInRepository(repository, name);
  for (const path of name.startsWith('./') ? [here] : [name, here]) {
    const found = path === undefined ? undefined : inTree(tree, path, shown);
    if (found) return found;
  }
  throw new UsageError(
    `There is no '${name}' in '${revision}'.`,
    "The path counts from the top of the repository; './' in front of it from here.",
  );
};

const requireRepository = (): string => {
  const repository = repositoryOf('.');
  if (repository !== undefined) return repository;
  throw new UsageError(
    'This folder is not in a git repository with a working tree.',
    'Compare two files: synth diff OLD NEW.',
  );
};

/** Every template of the repository that is another than at a revision, or those named. */
const pairsSince = (
  since: string,
  paths: readonly string[],
  templates: readonly string[] | undefined,
): TemplatePair[] => {
  const repository = requireRepository();
  const { from, to, base, head } = revisions(repository, since);
  const [old, now] = [
    commitTree(repository, base),
    head === undefined ? workTree(repository) : commitTree(repository, head),
  ];
  const wanted = paths.length === 0 ? undefined : new Set(paths.map((path) => wantedPath(repository, path)));
  const [known, present] = [templatesIn(old), templatesIn(now)];
  const renamed = new Map(renames(repository, base, head));
  if (head === undefined) addUnstaged(renamed, [old, known], [now, present]);
  const former = new Map([...renamed].map(([before, after]) => [after, before]));
  const ours = new Set(wanted ?? [...present, ...known.map((path) => renamed.get(path) ?? path)]);
  const isMeant = meantBy(templates);
  now.willRead(ours);
  old.willRead([...ours].map((path) => former.get(path) ?? path));
  const pairs: TemplatePair[] = [];
  for (const path of [...ours].sort()) {
    const before = former.get(path) ?? path;
    const name = slashed(relative('.', resolve(repository, path)));
    if (!wanted && !isMeant(name)) continue;
    const pair = { name, from, to, ...sidesIn([old, before, `${from}:${name}`], [now, path, name]) };
    if (!wanted && [pair.before, pair.after].some((each) => each && isSnapshot(each))) continue;
    if (pair.before || pair.after) pairs.push(pair);
    else if (wanted) throw new UsageError(`'${name}' is not a template, neither in ${from} nor in ${to}.`);
  }
  if (pairs.length === 0) {
    throw new UsageError(
      `There is no template in this repository, neither in ${from} nor in ${to}.`,
      'A template is a .yaml, .yml, .json or .template file with Resources, or a compact spec.',
    );
  }
  return pairs;
};

/** Whether files, folders or patterns mean a path; one that is not there any more counts as well. */
const meantBy = (templates: readonly string[] | undefined): ((path: string) => boolean) => {
  if (templates === undefined) return () => true;
  const patterns = templates.map((each) => withoutEndSlashes(slashed(each)));
  const all = patterns.flatMap((each) => (each === '.' ? ['**'] : [each, `${each}/**`]));
  const compiled = all.map((each) => pathPattern(each, true));
  return (path) => patterns.includes(path) || compiled.some((pattern) => pattern.matches(path));
};

/** Whether `synth snapshot` wrote a file. */
const isSnapshot = ({ bytes }: TemplateAt): boolean => originIn(readText(bytes).text) !== undefined;

const wantedPath = (repository: string, path: string): string => {
  const inner = pathInRepository(repository, path);
  if (inner !== undefined) return inner;
  throw new UsageError(`'${path}' is not in this repository.`);
};

const workingTree = 'the working tree';

/** `A`, `A..B`, or `A...B` from where the two came apart; without B up to what lies here. */
const revisions = (repository: string, since: string) => {
  const [, one, dots, other] = since.startsWith(messageSearch)
    ? [since, since]
    : /^(.*?)(?:(\.{2,3})(.*))?$/s.exec(since)!;
  if (!one && !other) {
    throw new UsageError(
      since === '' ? "'--since' needs a revision." : `'--since ${since}' names no revision.`,
      'Give REV, REV..REV or REV...REV, for example --since main.',
    );
  }
  const head = other ? commitOf(repository, other) : undefined;
  const base =
    dots === '...' ? mergeBaseOf(repository, one || 'HEAD', other || 'HEAD') : commitOf(repository, one || 'HEAD');
  return { from: one || 'HEAD', to: other || workingTree, base, head };
};

const endings = ['.yaml', '.yml', '.json', '.template'];

/** The files of a tree that may be templates: they speak of types of AWS, or are in the compact language. */
const templatesIn = (tree: Tree): string[] => tree.grep(['AWS::', '^synth:'], endings);

/**
 * The files at two places, if one of them is a template: what was a template and cannot be read as one any more is broken,
 * not gone.
 */
const sidesIn = (...places: [TemplatePlace, TemplatePlace]): Pick<TemplatePair, 'before' | 'after'> => {
  const [before, after] = places.map((place) => inTree(...place));
  return [before, after].some((each) => each && isTemplate(each))
    ? { before, after }
    : { before: undefined, after: undefined };
};

/** A tree, a path in it, and how the file there is called. */
type TemplatePlace = Parameters<typeof inTree>;

const isTemplate = ({ bytes, name }: TemplateAt): boolean => {
  const { root } = parse(bytes, name);
  return isMap(get(root, 'Resources')) || get(root, 'synth') !== undefined;
};

/** The files that go by another path now: path before → path now. */
const renames = (repository: string, base: string, head: string | undefined): ReadonlyMap<string, string> => {
  const compare = head === undefined ? ['diff-index', base] : ['diff-tree', '-r', base, head];
  const options = ['--name-status', '-z', '-M', '--diff-filter=R', '--ignore-submodules'];
  const words = gitList(repository, [...compare, ...options]);
  const found = new Map<string, string>();
  for (let at = 0; at + 2 < words.length; at += 3) found.set(words[at + 1]!, words[at + 2]!);
  return found;
};

/** Adds the templates that were moved in the folder without git knowing of it. */
const addUnstaged = (
  renamed: Map<string, string>,
  [old, known]: readonly [Tree, readonly string[]],
  [now, present]: readonly [Tree, readonly string[]],
): void => {
  const taken = new Set(renamed.values());
  const gone = known.filter((path) => !now.files.has(path) && !renamed.has(path));
  const come = present.filter((path) => !old.files.has(path) && !taken.has(path));
  if (gone.length === 0 || come.length === 0) return;
  old.willRead(gone);
  const texts = (tree: Tree, paths: readonly string[]) =>
    new Map(paths.map((path) => [path, readText(tree.files.get(path)!.bytes()).text]));
  for (const [from, to] of movesBetween(texts(old, gone), texts(now, come))) renamed.set(from, to);
};
