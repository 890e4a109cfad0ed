import type { Example } from './example.ts';
import type { Safety } from './problem.ts';

/** What the documentation says of a code that is declared with `message`. */
export interface CodeDoc {
  /** One line: what is wrong. */
  readonly title: string;
  /** Why it is refused, or what goes wrong otherwise. Markdown. */
  readonly why: string;
  /** What to do about it. Markdown. */
  readonly cure: string;
  /** Where that is documented. */
  readonly source: string;
  /** An example, or why there can be none. */
  readonly example: Example | { readonly none: string };
  /** Set where findings come with a fix: whether it may be applied without a look at it. */
  readonly fix?: Safety;
}

/** The documentation of codes, by code. */
export type CodeDocs = Readonly<Record<string, CodeDoc>>;
