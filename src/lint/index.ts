import { type Cause, entryOf } from '../model/origin.ts';
import { type Finding, message } from '../model/problem.ts';
import type { Declarations } from '../model/property.ts';
import type { Rule, Sizes } from '../model/rule.ts';
import type { Specs } from '../model/spec.ts';
import type { Json, JsonMap } from '../model/tree.ts';
import { Collected } from './collected.ts';
import { type ActiveRule, activeRules, type LintConfig } from './config.ts';
import { indexOf, partsOf } from './expanded-view.ts';
import { hasOtherMacros } from './facts/templates/macros.ts';
import type { LocalFiles } from './local-files.ts';
import { neededRules } from './needed-rules.ts';
import { placeKey } from './place-key.ts';
import { faultyIn, type RunState, StageContext } from './rule-context.ts';
import { rules as ownRules } from './rules/index.ts';

export type { LintConfig } from './config.ts';

const TooMuchText = message(
  'too-much-text',
  'warning',
  () => 'The functions of this template make more text than the rules read, so some of them have not seen all of it.',
);

/** What a run needs to know of the template: the source, and what it becomes. */
export interface Subject {
  readonly file: string | undefined;
  /** As it was read, before `AWS::LanguageExtensions`. */
  readonly document: JsonMap;
  readonly source: JsonMap;
  /** The resources as written, with `Globals` merged in. */
  readonly resources: readonly {
    readonly id: string;
    readonly body: JsonMap;
    readonly properties: JsonMap;
    readonly cause: Cause | undefined;
  }[];
  /** What could be expanded, whole or in part. */
  readonly expanded: JsonMap;
  /** The logical ids that each resource of the source made. */
  readonly made: ReadonlyMap<string, readonly string[]>;
  readonly known: ReadonlyMap<string, Json>;
  readonly region: string;
  readonly partition: string;
  readonly declarations: Declarations;
  /** What the transform found. */
  readonly findings: readonly Finding[];
}

/** With which rules a run is made, and what they have at hand. */
export interface LintSettings {
  readonly config?: LintConfig | undefined;
  /** Rules beside the built-in ones. */
  readonly rules?: readonly Rule[] | undefined;
  /** Whether the built-in rules run too; true when not given. */
  readonly builtIn?: boolean | undefined;
  /** Only these rules. */
  readonly only?: readonly string[] | undefined;
  readonly today: string;
  readonly sizes?: Sizes | undefined;
  readonly specs?: Specs | undefined;
  readonly files?: LocalFiles | undefined;
}

/** Runs the rules over a template. */
export const runRules = (subject: Subject, settings: LintSettings): Finding[] => {
  const parts = partsOf(subject, settings.files);
  const state: RunState = {
    parts,
    subject,
    settings,
    faulty: faultyIn(subject.findings),
    reported: new Set(subject.findings.flatMap(({ span }) => (span ? [placeKey(span)] : []))),
    findings: new Collected(),
  };
  const expanded = indexOf(subject.expanded, parts);
  const inSource = new StageContext(state, subject.source, parts.written);
  const inExpanded = new StageContext(state, subject.expanded, expanded);
  const needed = neededRules(chosenRules(subject, settings), parts.written.all, expanded.all);
  for (const active of needed) (active.stage === 'source' ? inSource : inExpanded).run(active);
  if (parts.known.budget.left >= 0) return state.findings.all;
  return [...state.findings.all, { ...TooMuchText(), span: entryOf(subject.source, 'Resources')?.key }];
};

const chosenRules = ({ file, document }: Subject, settings: LintSettings): readonly ActiveRule[] => {
  const { builtIn = true, rules = [], only, config = {} } = settings;
  const all = builtIn ? allRules({ rules }) : rules;
  const active = activeRules(all, config, file, only);
  return hasOtherMacros(document) ? active.filter(({ macros }) => macros !== 'silent') : active;
};

/** All rules that a run with these settings knows. */
export const allRules = ({ rules = [] }: Pick<LintSettings, 'rules'>): readonly Rule[] =>
  rules.length === 0 ? ownRules : [...ownRules, ...rules];
