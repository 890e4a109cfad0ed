/** More alternatives than a person writes. */
export const mostAlternatives = 1000;

/** The patterns that `{a,b}` and `@(a|b)` stand for, one after the other; undefined where there are too many. */
export const alternativesOf = (text: string): string[] | undefined => {
  const done: string[] = [];
  const waiting = [text];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const group = groupIn(each);
    if (group === undefined) done.push(each);
    else for (const choice of group.choices) waiting.push(group.before + choice + group.after);
    if (done.length + waiting.length > mostAlternatives) return undefined;
  }
  return done;
};

interface Group {
  readonly before: string;
  readonly choices: readonly string[];
  readonly after: string;
}

/** The first group of alternatives; braces without a comma are not a group. */
const groupIn = (text: string): Group | undefined => {
  const open: { readonly at: number; readonly close: string; readonly commas: number[] }[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const inner = open.at(-1);
    if (character === '\\') at++;
    else if (character === '{') open.push({ at, close: '}', commas: [] });
    else if (character === '(' && text[at - 1] === '@') open.push({ at, close: ')', commas: [] });
    else if (character === (inner?.close === '}' ? ',' : '|')) inner?.commas.push(at);
    else if (inner && character === inner.close) {
      open.pop();
      if (inner.commas.length === 0 && inner.close === '}') continue;
      const ends = [inner.at, ...inner.commas, at];
      return {
        before: text.slice(0, inner.close === ')' ? inner.at - 1 : inner.at),
        choices: ends.slice(1).map((end, index) => text.slice(ends[index]! + 1, end)),
        after: text.slice(at + 1),
      };
    }
  }
  return undefined;
};
