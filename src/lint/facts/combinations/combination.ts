/** Which properties of a map need, exclude or require one of each other. */
export type Combination =
  /** Exactly one of these must be there. */
  | { readonly one: readonly string[] }
  /** At least one of these must be there. */
  | { readonly some: readonly string[] }
  /** At most one of these may be there. */
  | { readonly most: readonly string[] }
  /** Where this is there, each of those must be too; in `values`, only where it has one of these values, or has `otherwise` by being absent. */
  | {
      readonly given: string;
      readonly values?: readonly string[];
      readonly otherwise?: string;
      readonly needs: readonly string[];
    }
  /** Where this is there, none of those may be; `values` and `otherwise` as before. */
  | {
      readonly given: string;
      readonly values?: readonly string[];
      readonly otherwise?: string;
      readonly excludes: readonly string[];
    }
  /** Where this is there, at least one of those must be. */
  | {
      readonly given: string;
      readonly values?: readonly string[];
      readonly otherwise?: string;
      readonly needsOne: readonly string[];
    }
  /** Where this and `name` are both there, `name` has one of the values in `takes`. */
  | {
      readonly given: string;
      readonly values?: readonly string[];
      readonly otherwise?: string;
      readonly name: string;
      readonly takes: readonly string[];
    }
  /** Where this and `name` are both there, `name` is a number in this range. */
  | {
      readonly given: string;
      readonly values?: readonly string[];
      readonly otherwise?: string;
      readonly name: string;
      readonly from: number;
      readonly to?: number;
    };

/** Combinations by type and path, without positions in lists: `AWS::S3::Bucket NotificationConfiguration`. */
export type Combinations = Readonly<Record<string, readonly Combination[]>>;
