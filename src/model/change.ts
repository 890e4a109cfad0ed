import type { Span } from './origin.ts';
import type { Json } from './tree.ts';

/** On which side of something written a new thing comes to stand. */
export type Side = 'before' | 'after';

/**
 * A change of the data that a text holds: of a value or a key, addressed by the place where the text shows it. How the
 * text comes to say it is the business of `src/edit`.
 */
export type Change =
  /** The value at a place becomes another; of a key, its name. */
  | {
      readonly kind: 'set';
      readonly at: Span;
      /** What must stand there, or the change does not apply: a reference may stand for the value that was looked at. */
      readonly from: Json;
      readonly to: Json;
      /** How the text says it, where that is known better than `src/edit` can. */
      readonly edit?: { readonly at: Span; readonly text: string };
    }
  /** The entry with the key at a place goes. */
  | { readonly kind: 'remove'; readonly key: Span }
  /** A new entry, beside the one with the key at a place. */
  | {
      readonly kind: 'add';
      readonly key: string;
      readonly value: Json;
      readonly beside: Span;
      readonly side: Side;
    }
  /** A new item of a list, beside the one at a place. */
  | { readonly kind: 'add-item'; readonly value: Json; readonly beside: Span; readonly side: Side };
