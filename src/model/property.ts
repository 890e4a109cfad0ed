import type { Json, JsonMap } from './tree.ts';

/** What a value may look like. */
export type Shape =
  | { readonly kind: 'any' | 'string' | 'integer' | 'number' | 'boolean' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list' | 'map'; readonly of: Shape }
  /** A map of known keys. Of a closed one the transform refuses other keys and checks those it has; the linter minds any other. */
  | { readonly kind: 'object'; readonly properties: Properties; readonly closed?: true }
  | { readonly kind: 'oneOf'; readonly shapes: readonly Shape[] };

/** One property of a resource type or an event, declared once for everything that needs to know it. */
export interface Property<S extends Shape = Shape> {
  readonly shape: S;
  /** One line for the reference tables. */
  readonly doc: string;
  /** The transform refuses the resource when it is missing. */
  readonly required?: boolean;
  /**
   * Whether the transform itself refuses a value of another shape. `strict`: yes, but an intrinsic function may stand
   * for the value. `literal`: yes, and an intrinsic function may not. `loose`: no, CloudFormation will judge.
   */
  readonly check: 'strict' | 'literal' | 'loose';
  /**
   * The transform decides by the value: where a function stands for it, `AWS::LanguageExtensions` has to put in what is
   * known before. A `literal` one is always so.
   */
  readonly early?: true;
  /** May it stand in `Globals`? */
  readonly globals?: boolean;
  /** The property of the main generated resource that takes the value unchanged. */
  readonly to?: string;
}

/** The declared properties of everything the transform expands. */
export interface Declarations {
  /** The types of resources that properties are declared for. */
  types(): Iterable<string>;
  resource(type: string): Properties | undefined;
  /** The properties of an event of a resource of that type. */
  event(hostType: string, type: string): Properties | undefined;
  /** The path of an AWS managed policy, with a slash at its end unless it is empty; undefined when AWS has none of that name. */
  managedPolicyPath(name: string): string | undefined;
  /** The names of all AWS managed policies. */
  managedPolicyNames(): readonly string[];
}

export type Properties = { readonly [name: string]: Property };

/** The TypeScript type of a value of a shape, as it stands after the check (intrinsic functions are maps). */
export type ValueOf<S extends Shape> = S extends { kind: 'any' }
  ? Json
  : S extends { kind: 'string' | 'enum' }
    ? string
    : S extends { kind: 'integer' | 'number' }
      ? number
      : S extends { kind: 'boolean' }
        ? boolean
        : S extends { kind: 'list' }
          ? Json[]
          : S extends { kind: 'oneOf'; shapes: readonly (infer Each extends Shape)[] }
            ? ValueOf<Each>
            : JsonMap;

type Checked<P extends Property> = P['check'] extends 'loose'
  ? Json
  : P['check'] extends 'literal'
    ? ValueOf<P['shape']>
    : ValueOf<P['shape']> | JsonMap;

/** The TypeScript type of a checked property map. A property given as null counts as not given. */
export type Values<P extends Properties> = string extends keyof P
  ? JsonMap
  : {
      readonly [Name in keyof P]: Checked<P[Name]> | (P[Name]['required'] extends true ? never : null | undefined);
    };
