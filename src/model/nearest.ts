/** The candidate that a misspelt or shortened name most likely means, or undefined when none is near. */
export const nearest = (name: string, candidates: Iterable<string>): string | undefined => {
  const all = [...candidates];
  return misspelt(name, all) ?? shortened(name, all);
};

/** The only candidate that holds the name as a part: `Url` for `QueueUrl`. */
const shortened = (name: string, candidates: readonly string[]): string | undefined => {
  const part = name.toLowerCase();
  const holding = part.length < 3 ? [] : candidates.filter((candidate) => candidate.toLowerCase().includes(part));
  return holding.length === 1 ? holding[0] : undefined;
};

const misspelt = (name: string, candidates: readonly string[]): string | undefined => {
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const found = distance(name.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
};

/** Levenshtein distance, given up as soon as it reaches `limit`. */
const distance = (left: string, right: string, limit: number): number => {
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      current.push(Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + same));
    }
    if (Math.min(...current) >= limit) return limit;
    previous = current;
  }
  return previous[right.length]!;
};
