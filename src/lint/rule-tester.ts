import { applyChanges } from '../edit/index.ts';
import type { Finding } from '../model/problem.ts';
import type { Reader } from '../model/reader.ts';
import type { Rule, Sizes } from '../model/rule.ts';
import type { Json } from '../model/tree.ts';
import { parse } from '../parse/index.ts';
import { positionOf } from '../report/position.ts';
import { declarations } from '../transform/registry.ts';
import { attemptOf } from './attempt.ts';
import { treeReader } from './edits.ts';
import { runRules } from './index.ts';
import { LocalFiles } from './local-files.ts';
import { type SpecLoader, specsFrom } from './specs.ts';

const templateName = 'template.yaml';

/** A template that a rule is tried on. */
export interface RuleCase {
  readonly template: string;
  readonly options?: Readonly<Record<string, Json>>;
  readonly parameters?: Readonly<Record<string, Json>>;
  readonly region?: string;
  /** `YYYY-MM-DD` */
  readonly today?: string;
  readonly sizes?: Sizes;
  /** Local files, by their paths from the template's folder. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What a rule must find: which message, and where (lines and columns from 1). */
export interface ExpectedProblem {
  readonly messageId: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly level?: string;
  /** The file that it stands in, where that is not the template. */
  readonly file?: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** A template in which the rule finds something. */
export interface InvalidRuleCase extends RuleCase {
  readonly problems: readonly ExpectedProblem[];
  /** The text after its fixes; must be given when there are any. */
  readonly output?: string;
}

/** The cases of one rule. */
export interface RuleCases {
  readonly valid: readonly (string | RuleCase)[];
  readonly invalid: readonly InvalidRuleCase[];
}

/** How a test framework groups and runs tests. */
export interface TestFramework {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => void): void;
}

/**
 * Tries a rule on templates. It refuses fewer than two cases of a kind, the same case twice, unknown message ids,
 * problems without a position, and rules that change the tree.
 */
export class RuleTester {
  readonly #framework: TestFramework;
  readonly #specs: SpecLoader | undefined;

  constructor(framework: TestFramework, specs?: SpecLoader) {
    this.#framework = framework;
    this.#specs = specs;
  }

  run(rule: Rule, { valid, invalid }: RuleCases): void {
    const { describe, it } = this.#framework;
    describe(rule.id, () => {
      it('has at least two valid and two invalid cases, none of them twice', () => {
        if (valid.length < 2 || invalid.length < 2) throw new Error('give at least two valid and two invalid cases');
        const texts = [...valid, ...invalid].map((each) => JSON.stringify(each));
        const twice = texts.find((text, at) => texts.indexOf(text) !== at);
        if (twice !== undefined) throw new Error(`the same case is here twice: ${twice}`);
      });
      valid.forEach((each, at) => {
        it(`finds nothing in valid case ${at + 1}`, () => {
          const findings = this.#findings(rule, typeof each === 'string' ? { template: each } : each);
          if (findings.length > 0) throw new Error(`found:\n${findings.map(show).join('\n')}`);
        });
      });
      invalid.forEach((each, at) => {
        it(`finds what is wrong in invalid case ${at + 1}`, () => this.#checkInvalid(rule, each));
      });
    });
  }

  #checkInvalid(rule: Rule, { problems, output, ...rest }: InvalidRuleCase): void {
    if (problems.length === 0) throw new Error('an invalid case expects at least one problem');
    const findings = this.#findings(rule, rest);
    const found = findings.map(show).sort();
    const expected = problems.map((problem) => {
      if (!Object.hasOwn(rule.messages, problem.messageId)) throw new Error(`no message '${problem.messageId}'`);
      return problem;
    });
    const missing = expected.filter((problem) => !findings.some((finding) => fits(rule, finding, problem)));
    if (missing.length > 0 || findings.length !== expected.length) {
      throw new Error(`expected ${JSON.stringify(expected, undefined, 1)}\nfound:\n${found.join('\n')}`);
    }
    const undeclared = findings.find(({ fix, messageId }) => fix && !rule.fixes?.[messageId!]);
    if (undeclared) throw new Error(`'${undeclared.messageId}' comes with a fix, so 'fixes' must say if it is safe`);
    const { text: fixed, outcomes } = applyChanges(
      rest.template,
      findings.flatMap(({ fix }) => (fix ? [fix.changes] : [])),
      treeReader({}),
    );
    if (outcomes.includes('wrong')) throw new Error('a fix changes other data than it says');
    if (!outcomes.includes('made')) {
      if (output !== undefined) throw new Error('the rule gave no fix');
      return;
    }
    if (fixed !== output) throw new Error(`the fixed text is\n${fixed}\nexpected\n${output ?? '(say it as output)'}`);
  }

  #findings(rule: Rule, { template, options, parameters, region, today, sizes, files }: RuleCase): readonly Finding[] {
    const document = parse(template, templateName);
    const reader = files && readerOf(files);
    const { findings, attempt } = attemptOf(document, { path: templateName, parameters, region, reader });
    if (!attempt) throw new Error(`the template cannot be read: ${findings.all.map(show).join('\n')}`);
    const before = JSON.stringify([attempt.document, attempt.source, attempt.expanded]);
    const subject = {
      ...attempt,
      resources: [...attempt.resources.values()],
      file: templateName,
      declarations,
      findings: findings.all,
    };
    const found = runRules(subject, {
      rules: [rule],
      builtIn: false,
      only: [rule.id],
      config: options && { rules: { [rule.id]: { options } } },
      today: today ?? '2026-01-01',
      sizes,
      specs: this.#specs && specsFrom(this.#specs),
      files: reader && new LocalFiles({ reader }),
    });
    if (JSON.stringify([attempt.document, attempt.source, attempt.expanded]) !== before)
      throw new Error('the rule changed the tree');
    const lost = found.find(({ span }) => !span);
    if (lost) throw new Error(`a problem has no position: ${lost.text}`);
    return found;
  }
}

const readerOf = (files: Readonly<Record<string, string>>): Reader => ({
  kind: (path) => {
    if (Object.hasOwn(files, path)) return 'file';
    return Object.keys(files).some((name) => name.startsWith(`${path}/`)) ? 'directory' : undefined;
  },
  text: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
  fingerprint: (path) => (Object.keys(files).some((name) => `${name}/`.startsWith(`${path}/`)) ? path : undefined),
});

const fits = (rule: Rule, finding: Finding, expected: ExpectedProblem): boolean => {
  const { line, column, endLine, endColumn } = positionOf(finding.span!);
  const text = Object.entries(expected.data ?? {}).every(([name, value]) => {
    const template = rule.messages[expected.messageId]!;
    return !template.includes(`{${name}}`) || finding.text.includes(String(value));
  });
  return (
    finding.messageId === expected.messageId &&
    text &&
    (finding.span!.source.file ?? templateName) === (expected.file ?? templateName) &&
    line === expected.line &&
    column === expected.column &&
    (expected.endLine === undefined || endLine === expected.endLine) &&
    (expected.endColumn === undefined || endColumn === expected.endColumn) &&
    (expected.level === undefined || finding.level === expected.level)
  );
};

const show = ({ span, level, messageId, text, code }: Finding): string => {
  const place = span ? positionOf(span) : undefined;
  const file = span?.source.file === templateName ? '' : `${span?.source.file} `;
  return `${file}${place?.line}:${place?.column}-${place?.endLine}:${place?.endColumn} ${level} ${messageId ?? code}: ${text}`;
};
