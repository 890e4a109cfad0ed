import { implicitApiIds } from '../../model/implicit-apis.ts';
import { nearest } from '../../model/nearest.ts';
import type { Cause } from '../../model/origin.ts';
import { type Attribute, type Form, formOf, type Referred, refForm } from './forms.ts';

/** Something that a file declares, and that references can name. */
export interface Named extends Referred {
  /** `parameters`, a section of entries, or `resources`. */
  readonly section: string;
  /** The value of `kind:` in sections that have kinds. */
  readonly kind?: string | undefined;
  readonly at?: Cause | undefined;
}

export interface NamesOptions {
  /** Names may exist that are not seen: loops and includes from elsewhere make some. */
  readonly open?: boolean;
  /** The names of all conditions; undefined where some may not be seen. */
  readonly conditions?: readonly string[] | undefined;
  /** The stage that was chosen; undefined for the base. */
  readonly stage?: string | undefined;
  /** Names that only other stages have, and which. */
  readonly elsewhere?: ReadonlyMap<string, readonly string[]> | undefined;
  /** Names that the chosen stage takes away, and where it says so. */
  readonly removed?: ReadonlyMap<string, Cause | undefined> | undefined;
}

/** What references of a file can name: parameters, entries and resources share one namespace. */
export class Names {
  readonly #all = new Map<string, Named>();
  /** Names may exist that are not seen here: loops and includes from elsewhere make some. */
  readonly open: boolean;
  /** The stage that was chosen; undefined for the base. */
  readonly stage: string | undefined;

  /** The names of all conditions; undefined where some may not be seen. */
  readonly conditions: readonly string[] | undefined;
  readonly #elsewhere: ReadonlyMap<string, readonly string[]>;
  readonly #removed: ReadonlyMap<string, Cause | undefined>;

  constructor(named: Iterable<Named>, options: NamesOptions = {}) {
    for (const each of named) this.#all.set(each.id, each);
    this.open = options.open ?? false;
    this.stage = options.stage;
    this.conditions = options.conditions;
    this.#elsewhere = options.elsewhere ?? new Map();
    this.#removed = options.removed ?? new Map();
  }

  /** The chosen stage and the place where it takes a name away; undefined for other names. */
  removedBy(id: string): { readonly stage: string; readonly at: Cause | undefined } | undefined {
    const isGone = this.stage !== undefined && this.#removed.has(id) && !this.#all.has(id);
    return isGone ? { stage: this.stage, at: this.#removed.get(id) } : undefined;
  }

  /** The stages that a name is kept to, where it is not in this one. */
  elsewhere(id: string): readonly string[] | undefined {
    return this.#all.has(id) ? undefined : this.#elsewhere.get(id);
  }

  get(id: string): Named | undefined {
    return this.#all.get(id) ?? implicitApis.get(id);
  }

  /** Everything declared, in the order of the file. */
  all(): Iterable<Named> {
    return this.#all.values();
  }

  /** The name that a misspelt one most likely means, of those that fit. */
  nearest(id: string, fits: (named: Named) => boolean = () => true): string | undefined {
    return nearest(
      id,
      [...this.#all.values()].filter(fits).map((each) => each.id),
    );
  }

  /** A reference to what is declared; undefined where it has no such attribute. A parameter holds what is asked for. */
  form(named: Named, attribute: Attribute): Form | undefined {
    return isParameter(named) ? refForm(named.id) : formOf(named, attribute);
  }
}

/** Pseudo parameters and what they are; a reference to another `AWS::` name is an error. */
export const pseudoParameters: readonly string[] = [
  'AWS::AccountId',
  'AWS::NotificationARNs',
  'AWS::NoValue',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
];

/** APIs that exist because an event names none. */
const implicitApis: ReadonlyMap<string, Named> = new Map([
  [
    implicitApiIds.http,
    { id: implicitApiIds.http, section: 'apis', kind: 'http', type: 'AWS::Serverless::HttpApi', stage: '$default' },
  ],
  [
    implicitApiIds.rest,
    { id: implicitApiIds.rest, section: 'apis', kind: 'rest', type: 'AWS::Serverless::Api', stage: 'Prod' },
  ],
]);

/** The section of parameters: the one whose names hold what is asked of them. */
export const isParameter = ({ section }: Named): boolean => section === 'parameters';
