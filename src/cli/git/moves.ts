/** With more pairs of files than that only those of the same content are found. */
const mostPairs = 2500;

/** From this part of the lines that two files share they count as one file that was moved, as git has it. */
const leastShared = 0.5;

/**
 * Files that went by one path and lie at another one now, with the same content or most of it: path before → path now.
 * @param gone the texts of the files that went, by their paths
 * @param come the texts of the files that came
 */
export const movesBetween = (
  gone: ReadonlyMap<string, string>,
  come: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> => {
  const comparesLines = gone.size * come.size <= mostPairs;
  const lines = new Map([...gone, ...come].map(([, text]) => [text, comparesLines ? text.split('\n') : []]));
  const found = [...gone].flatMap(([from, old]) =>
    [...come].flatMap(([to, now]) => {
      const share = old === now ? 1 : comparesLines ? sharedLines(lines.get(old)!, lines.get(now)!) : 0;
      return share >= leastShared ? [{ from, to, share }] : [];
    }),
  );
  const moves = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of found.sort((one, other) => other.share - one.share)) {
    if (moves.has(from) || taken.has(to)) continue;
    moves.set(from, to);
    taken.add(to);
  }
  return moves;
};

/** How much of the longer one of two texts is in the other, line by line. */
const sharedLines = (old: readonly string[], now: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const line of old) left.set(line, (left.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of now) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    left.set(line, count - 1);
    shared++;
  }
  return shared / Math.max(old.length, now.length);
};
