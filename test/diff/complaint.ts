import { bundledSpecs } from '../../src/cli/specs.ts';
import { judged } from '../../src/diff/accept.ts';
import { type DiffInput, diff } from '../../src/diff/index.ts';
import { toJson } from '../../src/diff/report/json.ts';
import { toMarkdown } from '../../src/diff/report/markdown.ts';
import { toText } from '../../src/diff/report/text.ts';
import { changePicture } from '../../src/review/diff-picture.ts';
import { graphOf } from '../../src/review/graph.ts';
import { review } from '../../src/review/index.ts';
import { toMermaid } from '../../src/review/mermaid.ts';
import { toJson as reviewJson } from '../../src/review/report/json.ts';
import { toMarkdown as reviewMarkdown } from '../../src/review/report/markdown.ts';
import { toText as reviewText } from '../../src/review/report/text.ts';

const side = (template: string): DiffInput => ({
  template,
  path: 'mutant.yaml',
  resolveApplication: () => 'https://example.com/t.yaml',
});

const watched = (run: () => string | undefined): string | undefined => {
  try {
    return run();
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : error}`;
  }
};

const saysUndefined = (texts: readonly string[], templates: readonly string[]): string | undefined => {
  if (templates.some((template) => template.includes('undefined'))) return undefined;
  const found = texts.find((text) => text.includes('undefined'));
  return found && `says undefined: ${found.slice(0, 300)}`;
};

/** A text of a template that begins a line of a report, or controls the terminal. */
const forged = (texts: readonly string[]): string | undefined => {
  const found = texts.find((text) => /[\0-\x08\v-\x1f\x7f-\x9f\u202a-\u202e]|^forged line/m.test(text));
  return found && `lets through what forges a report: ${JSON.stringify(found.slice(0, 2000))}`;
};

/** What is wrong with how two templates are compared; undefined where all is well. */
export const comparisonComplaint = (before: string, after: string): string | undefined =>
  watched(() => {
    const { change, problems } = diff(side(before), side(after), { specs: bundledSpecs });
    if (!change) {
      const isSaid = [...problems.before, ...problems.after].some(({ level }) => level === 'error');
      return isSaid ? undefined : 'is not compared, and nothing says why';
    }
    const internal = change.consequences.find(({ id }) => id === 'internal-error');
    if (internal) return internal.text;
    const told = { name: 'mutant.yaml', from: 'a', to: 'b', change, consequences: judged(change, []) };
    const texts = [toText(told, true), toMarkdown([told]), toJson([told]), changePicture(change)];
    return forged([toText(told, false), ...texts.slice(1)]) ?? saysUndefined(texts, [before, after]);
  });

/** What is wrong with how a template is reviewed; undefined where all is well. */
export const reviewComplaint = (template: string): string | undefined =>
  watched(() => {
    const { review: found } = review(template, { ...side(template), specs: bundledSpecs });
    if (!found) return undefined;
    const named = [{ name: 'mutant.yaml', review: found }];
    const texts = [
      reviewText(found, 'mutant.yaml', false),
      reviewMarkdown(found, 'mutant.yaml'),
      reviewJson(named),
      toMermaid(graphOf(found.side)),
    ];
    return forged(texts) ?? saysUndefined(texts, [template]);
  });
