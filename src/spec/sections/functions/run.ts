import { isString, type JsonMap } from '../../../model/tree.ts';
import { location } from '../../codecs/location.ts';
import { text } from '../../codecs/scalars.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Codec, Reading } from '../../language/codec.ts';
import { valueAt } from '../../language/draft.ts';
import { type Key, set } from '../../language/key.ts';
import { GivenTwice } from '../../language/messages.ts';
import { Spot } from '../../language/spot.ts';
import { opened } from '../../phrases/phrase.ts';
import { type Program, parseProgram, printProgram, programSays } from '../../phrases/program.ts';

const parts: Readonly<Record<keyof Program, { readonly to: string; readonly codec: Codec }>> = {
  handler: { to: 'Handler', codec: text },
  code: { to: 'CodeUri', codec: location },
  runtime: { to: 'Runtime', codec: text },
};
const names = Object.keys(parts) as (keyof Program)[];

const open = (spot: Spot, cx: Reading): JsonMap | undefined => {
  const program = parseProgram(spot.text ?? '');
  return program === undefined ? wrong(spot, programSays, cx) : opened(spot, { ...program });
};

/** `index.handler in src/report on nodejs22.x`: `handler`, `code` and `runtime` on one line. */
export const run: Key = {
  key: 'run',
  to: names.map((name) => parts[name].to),
  doc: 'Short for `handler`, `code` and `runtime`, or for `handler` and one of the two.',
  examples: ['index.handler in src/report on nodejs22.x', 'index.handler in src/report', 'index.handler on nodejs22.x'],
  schema: () => ({
    type: 'string',
    pattern: '^\\S+ (in \\S+|on \\S+|in \\S+ on \\S+)$',
    patternErrorMessage: `Write ${programSays}.`,
  }),
  shortFor: { keys: names, open },
  lower: (spot, draft, cx) => {
    const map = open(spot, cx);
    for (const name of names) {
      if (map === undefined || !Object.hasOwn(map, name)) continue;
      const { to, codec } = parts[name];
      const other = [name, to].find((each) => Object.hasOwn(spot.holder, each));
      const value = codec.read(new Spot(map, name), cx);
      if (other !== undefined) cx.report(GivenTwice('run', other), spot.keyAt);
      else if (value !== undefined) set(draft, to, value, spot, cx);
    }
  },
  raise: (draft, cx) => {
    const found = names.flatMap((name) => {
      const value = valueAt(draft, parts[name].to);
      const written = value === undefined ? undefined : parts[name].codec.write(value, cx);
      return isString(written) ? [[name, written] as const] : [];
    });
    const program: Partial<Program> = Object.fromEntries(found);
    const value = program.handler === undefined ? undefined : printProgram(program as Program);
    return value === undefined ? undefined : { value, says: found.map(([name]) => parts[name].to) };
  },
};
