import { isString, type JsonMap } from '../../model/tree.ts';
import type { Phrase } from '../codecs/records.ts';
import { wrong } from '../codecs/wrong.ts';
import { hasOnly, opened } from './phrase.ts';

/** `lambda CheckToken`, `cognito Users`: an authorizer that says only whom it asks. */
export const authorizerPhrase = (words: readonly string[]): Phrase => {
  const says = `whom it asks, such as '${words[0]} CheckToken'`;
  const only = (map: JsonMap): string | undefined => words.find((word) => hasOnly(map, word));
  return {
    says,
    examples: words.map((word) => `${word} ${word === 'cognito' ? 'Users' : 'CheckToken'}`),
    schema: () => ({
      type: 'string',
      pattern: `^(${words.join('|')}) \\S+$`,
      patternErrorMessage: `Write ${says}.`,
    }),
    open: (spot, cx) => {
      const [word, name, ...more] = spot.text?.split(' ') ?? [];
      const isPhrase =
        word !== undefined && words.includes(word) && name !== undefined && name !== '' && more.length === 0;
      return isPhrase ? opened(spot, { [word]: name }) : wrong(spot, says, cx);
    },
    close: (map) => {
      const word = only(map);
      const name = word === undefined ? undefined : map[word];
      return isString(name) && /^\S+$/.test(name) ? `${word} ${name}` : undefined;
    },
  };
};
