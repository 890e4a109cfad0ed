import { type Cause, originOf } from '../model/origin.ts';
import type { Finding } from '../model/problem.ts';
import type { Declarations } from '../model/property.ts';
import type { Rule, Sizes, TemplateView } from '../model/rule.ts';
import type { Specs } from '../model/spec.ts';
import { get, isMap, type Json, type JsonMap } from '../model/tree.ts';
import { Collected } from './collected.ts';
import { type ActiveRule, activeRules, type LintConfig } from './config.ts';
import { knownToRules } from './known.ts';
import type { LocalFiles } from './local-files.ts';
import { Node } from './nodes.ts';
import { Owners } from './owners.ts';
import { placeKey } from './place-key.ts';
import { Reach } from './reach.ts';
import type { Known } from './resolve.ts';
import { type RunState, StageContext } from './rule-context.ts';
import { rules as ownRules } from './rules/index.ts';
import { TemplateIndex } from './template-index.ts';
import { View, type ViewParts } from './view.ts';

export type { LintConfig } from './config.ts';

/** What a run needs to know of the template: the source, and what it becomes. */
export interface Subject {
  readonly file: string | undefined;
  /** As it was read, before `AWS::LanguageExtensions`. */
  readonly document: JsonMap;
  readonly source: JsonMap;
  /** The resources as written, with `Globals` merged in. */
  readonly resources: Iterable<{
    readonly id: string;
    readonly body: JsonMap;
    readonly properties: JsonMap;
    readonly cause: Cause | undefined;
  }>;
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

/** What of it a view needs. */
type Seen = Omit<Subject, 'declarations' | 'findings'>;

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

/** The resources as the author wrote them, `Globals` merged in. */
export const writtenResources = (
  { resources, source, known: values }: Pick<Subject, 'resources' | 'source' | 'known'>,
  known = knownToRules(values, source),
): TemplateIndex =>
  new TemplateIndex(
    [...resources].map(({ id, body, properties, cause }) => new Node(id, body, properties, cause, known)),
  );

/** Runs the rules over a template. */
export const runRules = (given: Subject, settings: LintSettings): Finding[] => {
  const subject = { ...given, resources: [...given.resources] };
  const parts = partsOf(subject, settings.files);
  const state: RunState = {
    ...parts,
    subject,
    settings,
    reported: new Set(subject.findings.flatMap(({ span }) => (span ? [placeKey(span)] : []))),
    findings: new Collected(),
  };
  const stages = {
    source: new StageContext(state, subject.source, parts.written),
    expanded: new StageContext(state, subject.expanded, indexOf(subject.expanded, parts)),
  };
  for (const active of chosenRules(subject, settings)) stages[active.rule.stage].run(active);
  return state.findings.all;
};

/** The expansion as those see it who ask about it without being a rule; local files can be looked at where they are given. */
export const expandedView = (given: Seen, files?: LocalFiles): TemplateView => {
  const parts = partsOf({ ...given, resources: [...given.resources] }, files);
  return new View(parts, given.expanded, indexOf(given.expanded, parts));
};

const partsOf = (subject: Seen, files: LocalFiles | undefined): ViewParts => {
  const { source, region, partition, made } = subject;
  const known = knownIn(subject);
  const written = writtenResources(subject, known);
  const owners = new Owners(made, (id) => written.byId(id));
  return { source, region, partition, known, written, owners, files };
};

/** What rules may take for known, and where. */
const knownIn = ({ known: values, source, expanded, resources }: Seen): Known => {
  const known = knownToRules(values, source);
  const made = get(expanded, 'Resources');
  const bodies = [
    ...(isMap(made) ? Object.values(made) : []),
    ...[...resources].map(({ body, properties }) => ({ ...body, Properties: properties })),
  ];
  const reach = new Reach(expanded, known.values, bodies.filter(isMap));
  return { ...known, excludes: (value, within) => reach.excludes(value, within) };
};

const chosenRules = ({ file }: Subject, settings: LintSettings): readonly ActiveRule[] => {
  const { builtIn = true, rules = [], only, config = {} } = settings;
  const all = builtIn ? allRules({ rules }) : rules;
  return activeRules(all, config, file, only);
};

/** All rules that a run with these settings knows. */
export const allRules = ({ rules = [] }: Pick<LintSettings, 'rules'>): readonly Rule[] =>
  rules.length === 0 ? ownRules : [...ownRules, ...rules];

const indexOf = (template: JsonMap, { written, known }: ViewParts): TemplateIndex => {
  const resources = get(template, 'Resources');
  if (!isMap(resources)) return new TemplateIndex([]);
  const nodes = Object.keys(resources).flatMap((id) => {
    const body = resources[id]!;
    if (!isMap(body)) return [];
    const source = written.byId(id);
    const at = source?.body === body ? source.at : originOf(body);
    return [new Node(id, body, get(body, 'Properties'), at, known)];
  });
  return new TemplateIndex(nodes);
};
