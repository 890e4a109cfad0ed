import { inTable } from '../model/in-table.ts';
import { type Cause, entryOf } from '../model/origin.ts';
import { excerpt, type Finding, message, type Safety } from '../model/problem.ts';
import type { Declarations } from '../model/property.ts';
import type { ResourceNode, Rule, RuleContext, RuleReport, Sizes } from '../model/rule.ts';
import type { Specs } from '../model/spec.ts';
import { thrownText } from '../model/thrown.ts';
import type { Json, JsonMap } from '../model/tree.ts';
import { positionOf } from '../report/position.ts';
import type { Collected } from './collected.ts';
import type { ActiveRule } from './config.ts';
import type { LintSettings, Subject } from './index.ts';
import { messageParts } from './message-parts.ts';
import { placeKey } from './place-key.ts';
import { checkedReport, isPart } from './report-faults.ts';
import type { TemplateIndex } from './template-index.ts';
import { View, type ViewParts } from './view.ts';

/** What a rule does not declare safe is not. */
const safetyOf = ({ fixes = {} }: Rule, messageId: string): Safety => inTable(fixes, messageId) ?? 'unsafe';

const Failed = message(
  'internal-error',
  'error',
  (rule: string, detail: string) => `The rule '${rule}' failed here (${detail}). Please report it with the template.`,
);

const OwnFailed = message(
  'own-rule-failed',
  'error',
  (rule: string, plugin: string | undefined, detail: string) =>
    `The rule '${rule}'${plugin === undefined ? '' : ` of '${plugin}'`}, which is not one of synth's, failed here: ${detail}.`,
);

/** The resources of which some findings are errors, and their events. */
export const faultyIn = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    findings.flatMap(({ level, logicalId = '', eventId }) => {
      if (level !== 'error') return [];
      return eventId === undefined ? [logicalId] : [logicalId, eventKey(logicalId, eventId)];
    }),
  );

const eventKey = (logicalId: string, eventId: string): string => `${logicalId} ${eventId}`;

/** What all rules of a run share. */
export interface RunState {
  readonly parts: ViewParts;
  readonly subject: Subject;
  readonly settings: LintSettings;
  /** The places that the transform has found something at. */
  readonly reported: ReadonlySet<string>;
  /** The resources that the transform has found an error in, and their events (`eventKey`). */
  readonly faulty: ReadonlySet<string>;
  readonly findings: Collected;
}

/**
 * The context of the rule that runs just now, on the resource that it looks at just now. Rules run one after the other,
 * so one for each stage of a run is enough.
 */
export class StageContext extends View implements RuleContext {
  readonly document: JsonMap;
  readonly today: string;
  readonly sizes: Sizes | undefined;
  readonly specs: Specs | undefined;
  readonly declarations: Declarations;
  readonly #state: RunState;
  readonly #index: TemplateIndex;
  #active: ActiveRule | undefined;
  #owner: ResourceNode | undefined;

  constructor(state: RunState, template: JsonMap, index: TemplateIndex) {
    super(state.parts, template, index);
    const { subject, settings } = state;
    this.document = subject.document;
    this.today = settings.today;
    this.sizes = settings.sizes;
    this.specs = settings.specs;
    this.declarations = subject.declarations;
    this.#state = state;
    this.#index = index;
  }

  /** Runs a rule over what it looks at. One that fails, perhaps one of the project's own, does not stop the others. */
  run(active: ActiveRule): void {
    const { rule, on } = active;
    this.#active = active;
    this.#owner = undefined;
    try {
      if (on === 'template') this.#check(active, undefined as never);
      else {
        for (const node of this.#index.ofTypes(on)) {
          this.#owner = node;
          this.#check(active, node);
        }
      }
    } catch (error) {
      const span = this.#owner?.at ?? entryOf(this.source, 'Resources')?.key;
      const failed = this.#isOwn(rule)
        ? OwnFailed(rule.id, rule.plugin, thrownText(error))
        : Failed(rule.id, thrownText(error));
      this.#state.findings.add({ ...failed, span, logicalId: this.#owner?.id, unfinished: rule.id }, undefined);
    }
  }

  #isOwn(rule: Rule): boolean {
    return this.#state.settings.rules?.includes(rule) === true;
  }

  isFaulty(logicalId: string, eventId?: string): boolean {
    return this.#state.faulty.has(eventId === undefined ? logicalId : eventKey(logicalId, eventId));
  }

  #check({ rule, check, checkTemplate }: ActiveRule, node: ResourceNode): void {
    const result: unknown = checkTemplate ? checkTemplate.call(rule, this) : check.call(rule, node, this);
    if (result === undefined || !(result instanceof Promise)) return;
    // What it reports later comes too late; that it fails later must not end the process.
    result.catch(() => undefined);
    throw new Error("'check' must not be asynchronous");
  }

  reported(at: Cause | undefined): boolean {
    const { reported } = this.#state;
    return at !== undefined && reported.size > 0 && reported.has(placeKey(at));
  }

  option<T extends Json>(name: string): T {
    return this.#active!.options[name] as T;
  }

  /** A message with its data; one of the project's own that lacks some stops its rule. */
  #filled(messageId: string, text: string, data: RuleReport['data'] = {}): string {
    const parts = messageParts(text);
    let filled = parts[0]!;
    for (let at = 1; at < parts.length; at += 2) {
      filled += this.#part(messageId, parts[at]!, data, parts[at - 1]!) + parts[at + 1]!;
    }
    return filled;
  }

  #part(messageId: string, name: string, data: NonNullable<RuleReport['data']>, before: string): string {
    const part = inTable(data, name);
    if (part !== undefined && part !== null) {
      if (!isPart(part)) throw new Error(`'${name}' of the data of '${messageId}' must be a text, a number or a place`);
      return shown(part);
    }
    if (this.#isOwn(this.#active!.rule) && !before.endsWith('$'))
      throw new Error(`the message '${messageId}' names '{${name}}', which its data do not hold`);
    return `{${name}}`;
  }

  report(messageId: string, at: Cause | undefined, given: RuleReport = {}): void {
    const { rule, strict } = this.#active!;
    const text = inTable(rule.messages, messageId);
    if (text === undefined) throw new Error(`the rule ${rule.id} has no message '${messageId}'`);
    const more = this.#isOwn(rule) ? checkedReport(at, given) : given;
    if (!strict && rule.strict?.includes(messageId)) return;
    const id = more.logicalId ?? this.#owner?.id;
    const span = at ?? this.#owner?.at ?? this.#index.byId(id ?? '')?.at;
    const { logicalId, eventId } = this.#state.parts.owners.of(id, span);
    const sites = (span && this.#state.parts.files?.sitesOf(span.source)) ?? [];
    const related = [...(more.related ?? []), ...sites].filter((place) => place !== undefined);
    const finding = {
      code: rule.id,
      messageId,
      level: more.level ?? rule.level,
      text: this.#filled(messageId, text, more.data),
      span,
      logicalId,
      eventId: more.eventId ?? eventId,
      related: related.length > 0 ? related : undefined,
      fix: more.fix && { safety: safetyOf(rule, messageId), changes: more.fix },
      subject: more.subject,
      meant: more.meant,
    };
    this.#state.findings.add(finding, id);
  }
}

/** A part of a message: a text, a number, or the line of a place. */
const shown = (part: string | number | Cause): string =>
  typeof part === 'object' ? String(positionOf(part).line) : excerpt(String(part));
