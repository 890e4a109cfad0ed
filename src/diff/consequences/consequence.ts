import type { Cause } from '../../model/origin.ts';
import type { Level } from '../../model/problem.ts';
import type { ChangeContext } from './context.ts';

/** The kinds of consequences, by which `--fail-on` can ask for them. */
export const kinds = ['replaced', 'removed', 'lost', 'refused', 'widened', 'public', 'unmoved', 'broken'] as const;

export type Kind = (typeof kinds)[number];

/** One consequence of a change, at the line that causes it. */
export interface Consequence {
  readonly id: string;
  readonly level: Level;
  /** What will happen, in a sentence or two. */
  readonly text: string;
  /** What to do to avoid it; absent where that is obvious or nothing helps. */
  readonly cure?: string | undefined;
  /** The logical id it is about. */
  readonly resource: string;
  /** Where it is caused in the new template. */
  readonly at: Cause | undefined;
  /** Where it stood in the old one; all there is of what was removed. */
  readonly wasAt?: Cause | undefined;
  readonly kinds: readonly Kind[];
}

/** What a kind of consequence reports of one change. */
export type Found = Omit<Consequence, 'id' | 'level' | 'kinds'> & Partial<Pick<Consequence, 'level' | 'kinds'>>;

/** A kind of consequence: its file is called by its id. */
export interface ConsequenceRule {
  readonly id: string;
  readonly level: Level;
  readonly kinds?: readonly Kind[];
  /** One line: what happens. */
  readonly title: string;
  /** When it is reported and why it matters. Markdown. */
  readonly description: string;
  find(cx: ChangeContext): Iterable<Found>;
}

export const defineConsequence = (rule: ConsequenceRule): ConsequenceRule => rule;
