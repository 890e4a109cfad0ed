import { alternativesOf } from '../model/alternatives.ts';
import { matchesStars } from '../model/stars.ts';

/**
 * Whether a path matches a pattern. `*` stands for any part of a name, `?` for one character, `**` for any folders, none
 * too, `{a,b}` for either. Paths count from the folder that patterns count from. A pattern without a slash is that of a name in any folder, one
 * that ends with a slash means all that is below.
 */
export const matchesPath = (pattern: string, path: string): boolean =>
  alternativesOf(slashed(pattern))?.some((each) => matchesOne(each, path)) ?? false;

const matchesOne = (plain: string, path: string): boolean => {
  const bare = plain.replace(/^(?:\.?\/)+/, '');
  const parts = bare.split('/');
  if (bare.endsWith('/')) parts.splice(-1, 1, '**');
  const anywhere = bare === plain && !bare.includes('/');
  return matchesAll(
    anywhere ? ['**', ...parts] : parts,
    slashed(path)
      .replace(/^(?:\.\/)+/, '')
      .split('/'),
  );
};

const slashed = (path: string): string => path.replace(/\\/g, '/');

/** Folder by folder: where they do not match, the last `**` takes one more. */
const matchesAll = (pattern: readonly string[], path: readonly string[]): boolean =>
  matchesStars(pattern.length, path.length, {
    isStar: (at) => pattern[at] === '**',
    fits: (at, step) => matchesName(pattern[at]!, path[step]!),
  });

const matchesName = (pattern: string, name: string): boolean =>
  matchesStars(pattern.length, name.length, {
    isStar: (at) => pattern[at] === '*',
    fits: (at, step) => pattern[at] === '?' || pattern[at] === name[step],
  });
