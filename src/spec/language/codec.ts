import type { Cause } from '../../model/origin.ts';
import type { Message, Safety } from '../../model/problem.ts';
import type { Json, JsonMap } from '../../model/tree.ts';
import type { Target } from './draft.ts';
import type { Key } from './key.ts';
import type { Names } from './names.ts';
import type { JsonSchema } from './schema.ts';
import type { Spot } from './spot.ts';

/** What may stand in the place of a text. */
export interface Rewrite {
  readonly safety: Safety;
  readonly text: string;
}

/** What a codec may ask and tell on the way from the compact spec to SAM. */
export interface Reading {
  readonly names: Names;
  /** @param rewrite a text that says what was certainly (safe) or perhaps (unsafe) meant, in the place of the one there */
  report(found: Message, at: Cause | undefined, rewrite?: Rewrite): void;
  /** The logical id of the entry that is read; the empty text outside of entries. */
  readonly entry: string;
  /** Adds a resource beside that of the entry, caused by the value of a spot. */
  add(id: string, body: JsonMap, spot: Spot): void;
  /** Sets a property of another entry, once all have been read: a route that a function's event gives to its API. */
  contribute(id: string, to: Target, value: Json, spot: Spot): void;
  /** A local path as it counts from the folder of the main file, where it stands in an included one. */
  rebase(path: string, spot: Spot): string;
}

/** What it may ask on the way back. */
export interface Writing {
  readonly names: Names;
}

/** A value in two forms: as the compact spec has it, and as SAM has it. */
export interface Codec {
  /** What would do, for messages: "a duration, such as 10s". */
  readonly says: string;
  /** The SAM form of a compact value; undefined after a report. What it makes has origins. */
  read(spot: Spot, cx: Reading): Json | undefined;
  /** The compact form of a SAM value; undefined where it has no compact form. `read` of it gives the same data. */
  write(value: Json, cx: Writing): Json | undefined;
  /** The compact form for editors. */
  readonly schema: () => JsonSchema;
  /** The long form that a phrase is short for; undefined for what is not a phrase, and after a report. */
  readonly open?: ((spot: Spot, cx: Reading) => JsonMap | undefined) | undefined;
  /** The keys of the map that it is, or holds, where those are of the language. */
  readonly keys?: readonly Key[] | undefined;
  /** The codec of an entry, where the compact form is a map. */
  readonly inner?: ((key: string) => Codec | undefined) | undefined;
}
