/**
 * Whether a path matches a pattern. `*` stands for any part of a name, `?` for one character, `**` for any folders, none
 * too. Paths count from the folder that patterns count from. A pattern without a slash is that of a name in any folder, one
 * that ends with a slash means all that is below.
 */
export const matchesPath = (pattern: string, path: string): boolean => {
  const plain = slashed(pattern);
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

interface Steps {
  isStar(at: number): boolean;
  fits(at: number, step: number): boolean;
}

/** Matches what may hold stars, each of which stands for any number of steps. Never tries again before the last star. */
const matchesStars = (length: number, steps: number, { isStar, fits }: Steps): boolean => {
  let at = 0;
  let step = 0;
  let star = -1;
  let taken = 0;
  while (step < steps) {
    if (at < length && isStar(at)) {
      star = at++;
      taken = step;
    } else if (at < length && fits(at, step)) {
      at++;
      step++;
    } else if (star >= 0) {
      at = star + 1;
      step = ++taken;
    } else return false;
  }
  while (at < length && isStar(at)) at++;
  return at === length;
};
