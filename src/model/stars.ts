/** What a pattern's elements match, by their numbers. */
interface Steps {
  isStar(at: number): boolean;
  fits(at: number, step: number): boolean;
}

/** Matches what may hold stars, each of which stands for any number of steps. Never tries again before the last star. */
export const matchesStars = (length: number, steps: number, { isStar, fits }: Steps): boolean => {
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
