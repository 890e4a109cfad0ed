import type { Cause } from '../../model/origin.ts';
import type { Json, JsonMap } from '../../model/tree.ts';
import type { Phrase } from '../codecs/records.ts';
import type { Reading } from './codec.ts';
import type { Draft, Target } from './draft.ts';
import type { Referred } from './forms.ts';
import { ignoreDefaults } from './ignore-defaults.ts';
import type { Key, Raising } from './key.ts';
import { KeyTable, type Synonyms } from './keys.ts';

/** One kind of entry: what it becomes and what it can say. */
export interface Kind {
  /** The value of `kind:`; undefined in sections with one kind. */
  readonly kind: string | undefined;
  /** The word before a name that says this kind as well: `rest` in `rest Public:`. */
  readonly heading: string | undefined;
  /** The resource type that an entry becomes. */
  readonly type: string;
  /** How an entry is called in messages: "a queue". */
  readonly title: string;
  readonly table: KeyTable;
  /** A text that is short for a whole entry. */
  readonly phrase: Phrase | undefined;
  /** The section of `Globals` for what `defaults` says. */
  readonly globals: string | undefined;
  /** Properties that an entry has when it does not say otherwise: without them the resource cannot exist. */
  readonly implied: Readonly<Record<string, Json>>;
  /** Keys of which a whole entry has one. */
  readonly required: readonly string[];
  /** What references to an entry need to know of it. */
  readonly facts: ((entry: JsonMap | undefined, defaults: Json | undefined) => Facts) | undefined;
  /** Works on what all keys have said: what one key alone cannot know. */
  readonly finish: ((draft: Draft, entry: JsonMap, cx: Reading, at: Cause | undefined) => void) | undefined;
  /** Lowers keys that mean something only together: the other way of `joint`. */
  readonly combine: ((draft: Draft, entry: JsonMap, cx: Reading) => void) | undefined;
  /** Keys that are raised together, before the others. */
  readonly joint: ((draft: Draft, cx: Raising) => Joint | undefined) | undefined;
  /** Undoes `finish` before the keys look at a resource; false when it cannot. */
  readonly unfinish: ((draft: Draft, cx: Raising) => boolean) | undefined;
}

/** Several keys that come back together, because they share a property. */
export interface Joint {
  readonly map: JsonMap;
  /** What of the draft they say. */
  readonly says: readonly Target[];
}

/** The alias that a function publishes to and whether it has a URL, the stage of an API. */
export type Facts = Pick<Referred, 'alias' | 'stage' | 'lacksUrl'>;

/** A section of entries. */
export interface Section {
  readonly name: string;
  /** The word before the name of one entry: `table` in `table Orders:`. */
  readonly heading: string;
  /** One paragraph for the reference, in Markdown. */
  readonly doc: string;
  readonly kinds: readonly Kind[];
  /** A short whole entry for the reference, in YAML. */
  readonly example: string;
}

interface KindOptions {
  readonly kind?: string;
  readonly heading?: string;
  readonly type: string;
  readonly title: string;
  readonly keys: readonly Key[];
  readonly synonyms?: Synonyms;
  readonly phrase?: Phrase;
  readonly globals?: string;
  readonly implied?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly facts?: Kind['facts'];
  readonly finish?: Kind['finish'];
  readonly combine?: Kind['combine'];
  readonly joint?: Kind['joint'];
  readonly unfinish?: Kind['unfinish'];
}

/** `kind:` itself: it has been read when the keys are. */
const kindKey: Key = {
  key: 'kind',
  to: [],
  doc: 'Which of the kinds of this section it is.',
  examples: [],
  schema: () => ({ type: 'string' }),
  lower: () => {},
  raise: () => undefined,
};

/** `only:` has been read when the keys are: what is not in the stage is not there any more. */
export const onlyKey: Key = {
  key: 'only',
  to: [],
  doc: 'Keeps it to these stages; it is not in the base.',
  examples: ['prod', '[dev, test]'],
  schema: () => ({ anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] }),
  lower: () => {},
  raise: () => undefined,
};

export const kind = (options: KindOptions): Kind => {
  const { keys, synonyms, globals } = options;
  const named = options.kind === undefined ? [...keys, onlyKey] : [kindKey, ...keys, onlyKey];
  return {
    kind: options.kind,
    heading: options.heading,
    type: options.type,
    title: options.title,
    table: new KeyTable([...named, ignoreDefaults(keys, globals !== undefined)], synonyms),
    phrase: options.phrase,
    globals,
    implied: options.implied ?? {},
    required: options.required ?? [],
    facts: options.facts,
    finish: options.finish,
    combine: options.combine,
    joint: options.joint,
    unfinish: options.unfinish,
  };
};
