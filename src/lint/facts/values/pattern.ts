const cache = new Map<string, RegExp | undefined>();

/**
 * Longer texts are not held against a pattern: some of the published ones take time that grows with the square of the
 * text, or with its third power where they repeat more than once.
 */
const longest = { plain: 1024, repeated: 256 };

/** Whether a text matches a pattern of the registry, anywhere unless the pattern says where. Taken for granted where it cannot be told. */
export const matches = (text: string, pattern: string): boolean => {
  const limit = (pattern.match(/[*+]|,\}/g)?.length ?? 0) > 1 ? longest.repeated : longest.plain;
  return text.length > limit || (compiled(pattern)?.test(text) ?? true);
};

const compiled = (pattern: string): RegExp | undefined => {
  if (!cache.has(pattern)) cache.set(pattern, compile(pattern, 'u') ?? compile(pattern, ''));
  return cache.get(pattern);
};

/** Patterns that are not Unicode regular expressions, such as `[\w-.]`, are read as the older kind. */
const compile = (pattern: string, flags: string): RegExp | undefined => {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
};
