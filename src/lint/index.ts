import { type Cause, entryOf, originOf } from '../model/origin.ts';
import type { Finding } from '../model/problem.ts';
import type { Declarations } from '../model/property.ts';
import type { ResourceNode, Rule, RuleContext, RuleReport, Sizes } from '../model/rule.ts';
import type { Specs } from '../model/spec.ts';
import { get, isMap, type Json, type JsonMap } from '../model/tree.ts';
import { type ActiveRule, activeRules, type LintConfig } from './config.ts';
import { Node } from './nodes.ts';
import { Owners } from './owners.ts';
import { type Known, resolveValue, targetId } from './resolve.ts';
import { rules as ownRules } from './rules/index.ts';

export type { LintConfig } from './config.ts';

/** What a run needs to know of the template: the source, and what it becomes. */
export interface Subject {
  readonly file: string | undefined;
  readonly sourceText: string | undefined;
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
}

/** Runs the rules over a template. */
export const runRules = (subject: Subject, settings: LintSettings): Finding[] => {
  const all = [...(settings.builtIn === false ? [] : ownRules), ...(settings.rules ?? [])];
  const chosen = settings.only ? all.filter(({ id }) => settings.only!.includes(id)) : all;
  const run = new Run(subject, settings);
  for (const active of activeRules(chosen, settings.config ?? {}, subject.file)) run.check(active);
  return run.findings;
};

/** The ids of all rules that a run with these settings knows. */
export const ruleIds = (settings: Pick<LintSettings, 'rules'>): Set<string> =>
  new Set([...ownRules, ...(settings.rules ?? [])].map(({ id }) => id));

class Index {
  readonly all: readonly ResourceNode[];
  readonly #byId = new Map<string, ResourceNode>();
  readonly #byType = new Map<string, ResourceNode[]>();

  constructor(nodes: readonly ResourceNode[]) {
    this.all = nodes;
    for (const node of nodes) {
      this.#byId.set(node.id, node);
      const list = this.#byType.get(node.type);
      if (list) list.push(node);
      else this.#byType.set(node.type, [node]);
    }
  }

  byId(id: string): ResourceNode | undefined {
    return this.#byId.get(id);
  }

  ofTypes(types: readonly string[]): readonly ResourceNode[] {
    if (types.length === 0) return this.all;
    if (types.length === 1) return this.#byType.get(types[0]!) ?? [];
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }
}

class Run {
  readonly findings: Finding[] = [];
  readonly #subject: Subject;
  readonly #settings: LintSettings;
  readonly #known: Known;
  readonly #source: Index;
  readonly #expanded: Index;
  readonly #reported: ReadonlySet<string>;
  readonly #owners: Owners;

  constructor(subject: Subject, settings: LintSettings) {
    this.#subject = subject;
    this.#settings = settings;
    this.#reported = new Set(subject.findings.flatMap(({ span }) => (span ? [placeKey(span)] : [])));
    const known = { values: subject.known, mappings: get(subject.source, 'Mappings') };
    this.#known = known;
    this.#source = new Index(
      [...subject.resources].map(({ id, body, properties, cause }) => new Node(id, body, properties, cause, known)),
    );
    this.#owners = new Owners(subject.made, (id) => this.#source.byId(id));
    this.#expanded = new Index(nodesOf(subject.expanded, this.#source, known));
  }

  check({ rule, level, options }: ActiveRule): void {
    const index = rule.stage === 'source' ? this.#source : this.#expanded;
    const nodes = rule.on === 'template' ? undefined : index.ofTypes(rule.on);
    if (nodes?.length === 0) return;
    const cx = this.#context(rule, level, options, index);
    if (nodes === undefined) rule.check(undefined as never, cx());
    else for (const node of nodes) rule.check(node, cx(node));
  }

  #context(rule: Rule, level: ActiveRule['level'], options: ActiveRule['options'], index: Index) {
    const { source, expanded, region, partition, sourceText, declarations } = this.#subject;
    const report = (
      owner: ResourceNode | undefined,
      messageId: string,
      at: Cause | undefined,
      more: RuleReport = {},
    ) => {
      const text = rule.messages[messageId];
      if (text === undefined) throw new Error(`the rule ${rule.id} has no message '${messageId}'`);
      const related = (more.related ?? []).filter((place) => place !== undefined);
      const id = more.logicalId ?? owner?.id;
      const span = at ?? owner?.at ?? index.byId(id ?? '')?.at;
      const { logicalId, eventId } = this.#owners.of(id, span);
      this.findings.push({
        code: rule.id,
        messageId,
        level: more.level ?? level,
        text: text.replace(/\{(\w+)\}/g, (whole, name: string) => String(more.data?.[name] ?? whole)),
        span,
        logicalId,
        eventId: more.eventId ?? eventId,
        related: related.length > 0 ? related : undefined,
        fix: more.fix,
      });
    };
    const common: Omit<RuleContext, 'report'> = {
      template: rule.stage === 'source' ? source : expanded,
      source,
      region,
      partition,
      today: this.#settings.today,
      sourceText,
      sizes: this.#settings.sizes,
      specs: this.#settings.specs,
      declarations,
      reported: (at) => at !== undefined && this.#reported.has(placeKey(at)),
      resources: (...types) => index.ofTypes(types),
      resource: (id) => index.byId(id),
      sources: (...types) => this.#source.ofTypes(types),
      written: (id) => this.#source.byId(id),
      resolve: (value) => resolveValue(value, this.#known),
      target: (value) => {
        const id = targetId(value);
        return id === undefined ? undefined : index.byId(id);
      },
      option: <T extends Json>(name: string) => options[name] as T,
      placeOf: (container, step) => entryOf(container, step)?.value ?? originOf(container),
      keyOf: (container, step) => entryOf(container, step)?.key ?? originOf(container),
    };
    return (owner?: ResourceNode): RuleContext => ({
      ...common,
      report: (messageId, at, more) => report(owner, messageId, at, more),
    });
  }
}

const placeKey = ({ source, start, end }: Cause): string => `${start} ${end} ${source.file ?? ''}`;

const nodesOf = (template: JsonMap, source: Index, known: Known): ResourceNode[] => {
  const resources = get(template, 'Resources');
  if (!isMap(resources)) return [];
  return Object.keys(resources).flatMap((id) => {
    const body = resources[id]!;
    if (!isMap(body)) return [];
    const written = source.byId(id);
    const at = written?.body === body ? written.at : originOf(body);
    return [new Node(id, body, get(body, 'Properties'), at, known)];
  });
};
