/** Names are shorter, and lists of names too: a template has at most 500 resources and 200 parameters. */
const longestName = 100;
const mostCandidates = 1000;

/**
 * The candidate that a misspelt or shortened name most likely means, or undefined when none is near. Far too long names
 * and lists are not looked at: that would take longer than everything else.
 */
export const nearest = (name: string, candidates: Iterable<string>): string | undefined => {
  if (name.length > longestName) return undefined;
  const all: string[] = [];
  for (const candidate of candidates) {
    if (all.length === mostCandidates) return undefined;
    if (candidate.length <= longestName) all.push(candidate);
  }
  return misspelt(name, all) ?? shortened(name, all);
};

/** What a message says of a near name, after a blank; nothing where none is near. */
export const didYouMean = (near: string | undefined): string => (near === undefined ? '' : ` Did you mean '${near}'?`);

/** The only candidate that holds the name as a part: `Url` for `QueueUrl`. */
const shortened = (name: string, candidates: readonly string[]): string | undefined => {
  const part = name.toLowerCase();
  const holding = part.length < 3 ? [] : candidates.filter((candidate) => candidate.toLowerCase().includes(part));
  return holding.length === 1 ? holding[0] : undefined;
};

/** The candidate that a name certainly means: all but one or two letters are the same. */
export const certainlyMeant = (name: string, candidates: Iterable<string>): string | undefined =>
  misspelt(name, [...candidates], Math.min(2, Math.floor(name.length / 3)));

const misspelt = (
  name: string,
  candidates: readonly string[],
  most = Math.max(1, Math.floor(name.length / 3)),
): string | undefined => {
  const distanceTo = distancesFrom(name.toLowerCase());
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const found = distanceTo(candidate.toLowerCase(), bestDistance);
    const isAlike = found < Math.max(name.length, candidate.length);
    if (found < bestDistance && isAlike) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
};

/**
 * Distances from a text, as far as they are below a limit, counted in letters that are added, left out, changed or swapped
 * with the next. Further than the limit from the diagonal nothing can be part of one. All share their rows.
 */
const distancesFrom = (left: string): ((right: string, limit: number) => number) => {
  let twoAbove: number[] = [];
  let above: number[] = [];
  let current: number[] = [];
  return (right, limit) => {
    const width = right.length;
    for (let column = 0; column <= width; column++) above[column] = column;
    for (let row = 1; row <= left.length; row++) {
      const first = Math.max(1, row - limit);
      const last = Math.min(width, row + limit);
      let least = first === 1 ? row : limit;
      current[first - 1] = least;
      for (let column = first; column <= last; column++) {
        const same = left[row - 1] === right[column - 1] ? 0 : 1;
        let cell = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + same);
        const isSwapped = same === 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
        if (isSwapped) cell = Math.min(cell, twoAbove[column - 2]! + 1);
        current[column] = cell;
        if (cell < least) least = cell;
      }
      if (least >= limit) return limit;
      if (last < width) current[last + 1] = limit;
      [twoAbove, above, current] = [above, current, twoAbove];
    }
    return above[width]!;
  };
};

/** The same for names with a common beginning, which says nothing about how alike they are. */
export const nearestBehind = (prefix: string, name: string, known: Iterable<string>): string | undefined => {
  const rests = [...known].map((each) => each.slice(prefix.length));
  const near = nearest(name.slice(prefix.length), rests);
  return near === undefined ? undefined : prefix + near;
};
