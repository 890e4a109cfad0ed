// Which of the registry's patterns the linter may use. They are written for Java, and a template is hostile input: what
// JavaScript reads in another way, and what may take exponential time, stays out.

const javaOnly =
  /\\[AZzGhRQE]|\(\?[a-z]|\[\[:|&&\[|\\p\{(?:Is|In|Alpha|Digit|Alnum|Punct|Print|Graph|Space|ASCII)|[+*?}]\+|\(\?<[^=!]/;

/** Whether a pattern can be tested as it stands, in time that is bounded by a small power of the text's length. */
export const isUsable = (pattern) => {
  if (javaOnly.test(pattern) || isTrivial(pattern)) return false;
  return compiles(pattern) && !repeatsRepetition(pattern);
};

const isTrivial = (pattern) => /^\^?\(?\.[*+]\)?\$?$/.test(pattern) || pattern === '';

const compiles = (pattern) => {
  for (const flags of ['u', '']) {
    try {
      new RegExp(pattern, flags);
      return flags === 'u' || !/\\p\{|\\u\{/.test(pattern);
    } catch {}
  }
  return false;
};

/** `(-[a-z]+)`: a group whose repetitions are distinguished by their first character. */
const separated = /\((?:\?:)?([-.])\[((?:\\w|a-z|A-Z|0-9|_)+)\][*+]\)/g;

/** `(a+)*`: a group that is repeated without bound and holds a repetition without bound. */
const repeatsRepetition = (pattern) => {
  const bare = pattern
    .replace(separated, 'x')
    .replace(/\\./g, 'x')
    .replace(/\[\^?\]?[^\]]*\]/g, 'x');
  const open = [];
  for (let at = 0; at < bare.length; at++) {
    if (bare[at] === '(') open.push(at);
    if (bare[at] !== ')') continue;
    const from = open.pop();
    const inner = bare.slice(from + 1, at);
    if (/^(?:[*+]|\{\d+,\})/.test(bare.slice(at + 1)) && /[*+]|\{\d+,\}/.test(inner)) return true;
  }
  return false;
};
