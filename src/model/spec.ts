/** The least and the greatest of a value, a length or a size; null for no bound. */
export type Bounds = readonly [number | null, number | null];

/**
 * The extracted specification of CloudFormation's types, in short: `s` string, `n` number, `i` integer, `b` boolean,
 * `t` time, `j` anything; `{t}` one of these within bounds `n` (of the number, or of the text's length) and of the pattern
 * with the index `p`; `{e}` one of these texts, `{l}` a list of a size within `n`, with `q` of different items, with `s` a set, `{m}` a map,
 * `{r}` a definition, `{u}` one of these.
 */
export type ShapeSpec = ScalarSpec | CollectionSpec | { readonly r: string } | { readonly u: readonly ShapeSpec[] };

export type ScalarSpec = 's' | 'n' | 'i' | 'b' | 't' | 'j' | BoundedSpec | { readonly e: readonly string[] };

export interface BoundedSpec {
  readonly t: 's' | 'n' | 'i';
  readonly n?: Bounds;
  readonly p?: number;
}

export type CollectionSpec = ListSpec | { readonly m: ShapeSpec; readonly n?: Bounds };

export interface ListSpec {
  readonly l: ShapeSpec;
  readonly n?: Bounds;
  readonly q?: 1;
  readonly s?: 1;
}

/** Name → its shape; then a 1 where the property is required, and the `Type.Attribute` that it can be a reference to. */
export type PropertySpecs = Readonly<Record<string, PropertySpec>>;

export type PropertySpec = readonly [shape: ShapeSpec, required?: 0 | 1, references?: readonly string[]];

export interface ResourceSpec {
  readonly properties: PropertySpecs;
  /** What `Fn::GetAtt` may ask for. */
  readonly attributes: readonly string[];
  /** Whether an attribute is a list or has a structure; undefined for the others, which are scalars. */
  attributeKind(name: string): 'list' | 'structure' | undefined;
  definition(name: string): PropertySpecs | undefined;
  /** A pattern by the index that shapes have. */
  pattern(index: number): string | undefined;
  readonly change: ChangeFacts;
}

/** What a change of a resource does. Paths are those of properties, `Parts.*.Kind`; `*` is any item or key. */
export interface ChangeFacts {
  /** A change of these replaces the resource. */
  readonly replaces: readonly string[];
  /** A change of these replaces it in some cases. */
  readonly mayReplace: readonly string[];
  /** The properties that together are its name, where they can be set. */
  readonly name: readonly string[];
  /** Whether it holds data that are lost with it. */
  readonly holdsData: boolean;
}

/** What AWS publishes of its resource types and IAM actions. */
export interface Specs {
  resource(type: string): ResourceSpec | undefined;
  /** The names of all resource types; undefined where that list was not given. Read when first asked for. */
  types(): ReadonlySet<string> | undefined;
  /** The day on which AWS had published these types, as `YYYY-MM-DD`; undefined where it is not known. */
  day(): string | undefined;
  /** The actions of a service by its IAM prefix: in lower case → as written; undefined for an unknown service. */
  actions(service: string): ReadonlyMap<string, string> | undefined;
}
