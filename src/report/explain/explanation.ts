import type { Artifact } from '../../model/artifact.ts';
import type { Place } from '../../model/problem.ts';
import type { Listing, Reader } from '../../model/reader.ts';
import type { Json, JsonMap } from '../../model/tree.ts';

/** Where something comes from, in words and as a place. */
export interface Reason {
  readonly words: string;
  /** The property whose absence is the reason: the words say of what. */
  readonly lacks?: string;
  readonly place: Place;
  readonly related: readonly Place[];
}

/** A resource of the expanded template. */
export interface Made {
  readonly id: string;
  readonly type: string;
  /** Undefined where nothing is known: the template was given as an object. */
  readonly reason: Reason | undefined;
}

/** A resource of the source and what it became. */
export interface Written {
  readonly id: string;
  readonly type: string;
  readonly place: Place | undefined;
  /** Whether it is in the expanded template just as it was written. */
  readonly unchanged: boolean;
  readonly becomes: readonly Made[];
}

/** A value of the expanded template with the place it was written at. */
export interface Traced {
  readonly pointer: string;
  readonly reason: Reason;
}

/** What will be uploaded for a local path. */
export interface NamedFiles {
  readonly property: string;
  readonly path: string;
  readonly made: Artifact['made'];
  /** What counts of it, where it is known. */
  readonly listing: Listing | undefined;
}

export type Explanation =
  | {
      readonly kind: 'template';
      readonly written: readonly Written[];
      readonly shared: readonly Made[];
      readonly count: number;
    }
  | {
      readonly kind: 'resource';
      readonly written: Written | undefined;
      readonly made: Made | undefined;
      readonly values: readonly Traced[];
      /** The local files that it is made from. */
      readonly files: readonly NamedFiles[];
    }
  | {
      readonly kind: 'value';
      readonly pointer: string;
      readonly value: Json;
      readonly exact: boolean;
      readonly reason: Reason | undefined;
    }
  | {
      readonly kind: 'line';
      readonly words: string;
      readonly place: Place;
      readonly results: readonly string[];
      readonly around: readonly Made[];
    }
  | {
      readonly kind: 'entry';
      /** `the parameter 'Stage'` */
      readonly words: string;
      readonly place: Place | undefined;
      /** Where it is in the expanded template. */
      readonly pointer: string | undefined;
      /** Where the template uses it; undefined for an output, which nothing can use. */
      readonly uses: readonly Reason[] | undefined;
    }
  | {
      readonly kind: 'nothing';
      readonly target: string;
      readonly near: string | undefined;
      /** The stages of a compact spec that have it. */
      readonly stages: readonly string[];
    }
  | { readonly kind: 'no line'; readonly words: string };

/** What is explained: the template as written, as expanded, and which resource made which. */
export interface Explained {
  readonly source: JsonMap;
  /** The compact spec that it was lowered from. */
  readonly written: JsonMap | undefined;
  /** How the compact spec calls a property of an entry. */
  readonly word: ((property: string, id: string | undefined) => string | undefined) | undefined;
  readonly expanded: JsonMap;
  readonly made: ReadonlyMap<string, readonly string[]>;
  readonly path: string | undefined;
  readonly artifacts: readonly Artifact[];
  /** What an archive of a local path holds. */
  readonly list: Reader['list'];
}
