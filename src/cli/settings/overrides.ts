/** A character of a text in which quotation marks and `\` take the meaning from what they stand before or around. */
interface Character {
  /** As it is written, with its `\`. */
  readonly raw: string;
  /** What it stands for: nothing, where it begins or ends a quotation. */
  readonly value: string;
  /** Whether it separates words. */
  readonly isSpace: boolean;
}

const charactersOf = function* (text: string): Generator<Character> {
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const raw = text[at]!;
    const isMark = quote === undefined ? raw === '"' || raw === "'" : raw === quote;
    if (raw === '\\' && quote !== "'" && at + 1 < text.length) {
      at += 1;
      yield { raw: raw + text[at], value: text[at]!, isSpace: false };
    } else if (isMark) {
      quote = quote === undefined ? raw : undefined;
      yield { raw, value: '', isSpace: false };
    } else yield { raw, value: raw, isSpace: quote === undefined && /\s/.test(raw) };
  }
};

/** A text without its quotation marks. */
const bare = (text: string): string => [...charactersOf(text)].map(({ value }) => value).join('');

/** The words of a text, as they are written. */
const wordsOf = (text: string): string[] => {
  const words = [''];
  for (const { raw, isSpace } of charactersOf(text)) {
    if (isSpace) words.push('');
    else words[words.length - 1] += raw;
  }
  return words.filter((word) => word !== '');
};

/** One value as AWS's tools write it: `ParameterKey=Stage,ParameterValue=prod`; undefined for any other text. */
export const awsParameter = (text: string): [name: string, value: string] | undefined => {
  const [, name, value] = /^ParameterKey=([^,]+),\s*ParameterValue=(.*)$/s.exec(text) ?? [];
  return name === undefined || value === undefined ? undefined : [bare(name), bare(value)];
};

/**
 * The values in a text as `sam deploy --parameter-overrides` takes it: `Stage=prod Name="a b"`, or AWS's longer spelling.
 * @param pairPattern what a name and its value look like
 * @returns what cannot be read as a value instead, where there is something like that
 */
export const overridesIn = (
  text: string,
  pairPattern = /^(\w+)=(.*)$/s,
): [name: string, value: string][] | { readonly wrong: string } => {
  const found: [string, string][] = [];
  for (const word of wordsOf(text)) {
    // The quotation marks may be around all of it, too: "Name=a b".
    const [, name, value] = pairPattern.exec(bare(word)) ?? [];
    const pair = awsParameter(word) ?? (name === undefined ? undefined : [name, value!]);
    if (pair === undefined) return { wrong: word };
    found.push(pair as [string, string]);
  }
  return found;
};
