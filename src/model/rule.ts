import type { Budget } from './budget.ts';
import type { Change } from './change.ts';
import type { Example } from './example.ts';
import type { Cause, Source } from './origin.ts';
import type { Finding, Level, Safety } from './problem.ts';
import type { Declarations } from './property.ts';
import type { Specs } from './spec.ts';
import type { Json, JsonMap, Step } from './tree.ts';

/** A value a rule looks at, and the place it was written. */
export interface Found<T extends Json = Json> {
  readonly value: T;
  readonly at: Cause | undefined;
  /** Where it stands: the steps from the resource's properties. */
  readonly path: readonly Step[];
}

/** One resource, of the source or of the expansion. */
export interface ResourceNode {
  readonly id: string;
  readonly type: string;
  /** `Type`, `Properties`, `Condition` … */
  readonly body: JsonMap;
  readonly properties: JsonMap;
  /** The place of the resource itself. */
  readonly at: Cause | undefined;
  /** The raw value at a path below `Properties`. */
  get(...path: Step[]): Json | undefined;
  /** The place of a path below `Properties`, or of the nearest thing around it that has one. */
  place(...path: Step[]): Cause | undefined;
  /** The place of a key rather than of its value. */
  keyPlace(...path: Step[]): Cause | undefined;
  /**
   * Every value at a path: `'*'` takes all items of a list or values of a map, and `Fn::If` gives both of its branches.
   * Intrinsic functions that cannot be resolved are given as they stand.
   */
  all(...path: Step[]): Found[];
  /** Those of `all` that resolve to a scalar; references to parameters and pseudo parameters are resolved. */
  literals(...path: Step[]): Found<string | number | boolean>[];
  /** Those of `literals` that are numbers, or texts that hold one (CloudFormation takes both). */
  numbers(...path: Step[]): Found<number>[];
  /** Those of `literals` as texts. */
  strings(...path: Step[]): Found<string>[];
  /** True when the path certainly holds nothing: absent, null, or `AWS::NoValue` in every branch. */
  lacks(...path: Step[]): boolean;
}

/** What is to be changed in the data of the source so that a finding goes: all of it or nothing. */
export type Fix = readonly Change[];

export interface RuleReport {
  /** What is put into the message; of a place, its line. */
  readonly data?: Readonly<Record<string, string | number | Cause>>;
  /** Further places that belong to the finding: a queue's timeout and its consumer's. */
  readonly related?: readonly (Cause | undefined)[];
  readonly fix?: Fix | undefined;
  /** A level other than the rule's own. */
  readonly level?: Level | undefined;
  readonly logicalId?: string | undefined;
  readonly eventId?: string | undefined;
  /** What a misspelt name certainly means; findings on that name being missing from the same resource are left out. */
  readonly meant?: string | undefined;
  /** The property that is missing, where the transform says the same of the place (see `supersedes`). */
  readonly subject?: string;
}

/** How large things on disk are: folders and archives as they are after unpacking. Sizes in bytes. */
export interface Sizes {
  /** Unpacked size of a folder, file or zip archive; undefined when it does not exist. */
  unpacked(path: string): number | undefined;
  /** Size as it stands: of the archive itself. */
  packed(path: string): number | undefined;
}

/** A local file that the template names. */
export interface LocalFile {
  readonly source: Source;
  /** Its data, as YAML or JSON. */
  read(): FileContent;
}

export interface FileContent {
  /** As far as it could be read. */
  readonly root: Json;
  /** Where the data begin. */
  readonly at: Cause | undefined;
  /** Why it could not be read whole. */
  readonly faults: readonly Finding[];
}

/** A local file, or why it cannot be examined. */
export type FoundFile = LocalFile | 'missing' | 'folder' | 'outside';

/** A template that can be asked: its resources, and what values in them come to. */
export interface TemplateView {
  /** The tree that the view is on: the template as written, or as expanded. */
  readonly template: JsonMap;
  /** The template as the author wrote it, once `AWS::LanguageExtensions` was run. */
  readonly source: JsonMap;
  /** What was found out of the template, by what finds it (`oncePerTemplate`). */
  readonly facts: unknown[];
  readonly region: string;
  readonly partition: string;
  /**
   * A local file by its path from the template's folder; undefined where files cannot be looked at. What is found in it
   * has `site`, the place that names it, as a related place, and is reported once however many places name the file.
   */
  file(path: string, site: Cause | undefined): FoundFile | undefined;
  /** Resources of the given types, or all of them. */
  resources(...types: string[]): readonly ResourceNode[];
  resource(id: string): ResourceNode | undefined;
  /** The resources as the author wrote them, `Globals` merged in; in a view on the expansion too. */
  sources(...types: string[]): readonly ResourceNode[];
  /** The resource of that logical id as the author wrote it. */
  written(id: string): ResourceNode | undefined;
  /** The resource of the source, and its event, behind a place in a resource of the view. */
  owner(id: string, at: Cause | undefined): { readonly logicalId: string; readonly eventId: string | undefined };
  /**
   * The scalar, list or map a value comes to, or undefined when that is known only at deploy time. The default of a
   * parameter does not count where conditions keep it away. Who takes a value apart gives the value of the template that
   * a part of their own making stands in.
   */
  resolve(value: Json | undefined, within?: Json): Json | undefined;
  /** How many characters texts made of values may still have, for all who ask about the template together. */
  readonly budget: Budget;
  /** The resource of the view that a `Ref`, `Fn::GetAtt` or `Fn::Sub` of one reference points to. */
  target(value: Json | undefined): ResourceNode | undefined;
  /**
   * Whether some values of the parameters make all these conditions hold; those with a `!` before their name must not
   * hold. False where that is not known.
   */
  possible(way: readonly string[]): boolean;
  /** The same for the values that the parameters have: given ones, or their defaults. */
  happens(way: readonly string[]): boolean;
  /** The place of an entry of a map or list of the tree: of its value, or of its key. */
  placeOf(container: Json | undefined, step: Step): Cause | undefined;
  keyOf(container: Json | undefined, step: Step): Cause | undefined;
}

/** What a rule may look at and do; the view is on the tree of its stage. */
export interface RuleContext extends TemplateView {
  /** The template as the author wrote it, with the loops and functions of `AWS::LanguageExtensions` in it. */
  readonly document: JsonMap;
  /** The day the check is made for, as `YYYY-MM-DD`. */
  readonly today: string;
  readonly sizes: Sizes | undefined;
  /** What AWS publishes of its types; undefined where it was not given. */
  readonly specs: Specs | undefined;
  /** The properties that the transform knows. */
  readonly declarations: Declarations;
  /** Whether the transform already found something wrong at exactly that place. */
  reported(at: Cause | undefined): boolean;
  /**
   * Whether the transform found an error in a resource, of the source or of its own making, or in one event of it: it may
   * lack something.
   */
  isFaulty(logicalId: string, eventId?: string): boolean;
  /** An option of this rule, from the configuration or its default. */
  option<T extends Json>(name: string): T;
  report(messageId: string, at: Cause | undefined, report?: RuleReport): void;
}

export type Category = 'limits' | 'correctness' | 'reliability' | 'security' | 'cost' | 'style';

/** A lint rule. `check` sees each resource of the types in `on`, or (with `template`) the whole once. */
export interface Rule {
  /** Stable, in kebab case; also the name of its file, its test and its page. */
  readonly id: string;
  readonly level: Level;
  readonly category: Category;
  /** `source`: the template as written; `expanded`: the CloudFormation it becomes. */
  readonly stage: 'source' | 'expanded';
  /** One line: what is wrong when the rule speaks. */
  readonly title: string;
  /** What exactly is checked, why AWS refuses it or what goes wrong, and the cure. Markdown. */
  readonly description: string;
  /** Where the rule or its number is documented. */
  readonly source: string;
  /** The messages that can come with a fix, and whether it may be applied without a look at it. */
  readonly fixes?: Readonly<Record<string, Safety>>;
  /** The messages that are reported only with the preset `strict`, or where the configuration names the rule. */
  readonly strict?: readonly string[];
  /** Codes of the transform's problems that this rule tells better: its finding takes the place of one there or at a related place. */
  readonly supersedes?: readonly string[];
  /**
   * Whether the rule says nothing of templates with macros of their own: what it looks at is what such a macro is made
   * to change, as the keys, functions, names and types of a template.
   */
  readonly macros?: 'silent';
  /** Set where the rule knows a value by its schema alone: it stays silent where another error, or another warning beside a warning of its own, is at the same place. */
  readonly general?: true;
  /** Names, defaults and meanings of what can be configured. */
  readonly options?: Readonly<Record<string, { readonly default: Json; readonly doc: string }>>;
  /** Texts by id, with `{name}` for data. */
  readonly messages: Readonly<Record<string, string>>;
  /** What the rule's page shows; a test runs it. Required of the built-in rules. */
  readonly example?: Example;
  readonly on: readonly string[] | 'template';
  /**
   * Of a rule on the template as a whole: the types of resources of which one must be there, as written or as expanded,
   * so that it can find anything. It is not run without them.
   */
  readonly needs?: readonly string[];
  /**
   * Of a rule on resources: the properties of which a resource must have one so that the rule can find anything. It is
   * not run where no resource of its types has any.
   */
  readonly reads?: readonly string[];
  /** The module that brought it; undefined of the built-in rules. Set by the command. */
  readonly plugin?: string;
  check(node: ResourceNode, cx: RuleContext): void;
}

/** What kinds of fix a rule has: `safe`, `unsafe`, or `safe and unsafe`; undefined where it has no fixes. */
export const fixKinds = ({ fixes = {} }: Pick<Rule, 'fixes'>): string | undefined => {
  const kinds = (['safe', 'unsafe'] as const).filter((kind) => Object.values(fixes).includes(kind));
  return kinds.length === 0 ? undefined : kinds.join(' and ');
};

/** Declares a rule on resources. */
export const defineRule = (
  rule: Omit<Rule, 'on' | 'needs' | 'check'> & {
    readonly on: readonly string[];
    check(resource: ResourceNode, cx: RuleContext): void;
  },
): Rule => rule;

/** Declares a rule on the template as a whole. */
export const defineTemplateRule = (
  rule: Omit<Rule, 'on' | 'reads' | 'check'> & { check(cx: RuleContext): void },
): Rule => {
  const { check } = rule;
  const made: Rule = { ...rule, on: 'template', check: (_node, cx) => check.call(rule, cx) };
  templateChecks.set(made.check, check);
  return made;
};

const templateChecks = new WeakMap<Rule['check'], (cx: RuleContext) => void>();

/** What a rule on the template as a whole was declared with, to be called without a step in between. */
export const templateCheckOf = ({ check }: Pick<Rule, 'check'>): ((cx: RuleContext) => void) | undefined =>
  templateChecks.get(check);
