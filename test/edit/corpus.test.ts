import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/edit/index.ts';
import { treeReader } from '../../src/lint/edits.ts';
import type { Change } from '../../src/model/change.ts';
import { entryOf } from '../../src/model/origin.ts';
import { isList, isMap, type Json, type JsonMap } from '../../src/model/tree.ts';
import { templatesOf } from '../lint/fixes.ts';

const readTree = treeReader({});

const value: Json = { Type: 'X', List: ['a', { Ref: 'B' }, { C: 'yes', D: [] }], Text: "it's # no comment" };

/** Every way to change one entry. */
function* changesOf(root: Json): Generator<Change> {
  const open: Json[] = [root];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (!isMap(at) && !isList(at)) continue;
    for (const step of isList(at) ? at.keys() : Object.keys(at)) {
      const entry = entryOf(at, step);
      const held = (at as JsonMap)[step as string]!;
      // A short form splits the text behind it at the dot.
      if (entry && step !== 'Fn::GetAtt') {
        yield { kind: 'set', at: entry.value, from: held, to: `new: ${step} # text` };
        yield { kind: 'set', at: entry.value, from: held, to: ['a', 12, { Ref: 'B' }] };
        for (const side of ['before', 'after'] as const) {
          if (isList(at)) yield { kind: 'add-item', value, beside: entry.value, side };
          else yield { kind: 'add', key: 'New::Key', value, beside: entry.key, side };
        }
        yield { kind: 'remove', key: entry.key };
        if (isMap(at)) yield { kind: 'set', at: entry.key, from: String(step), to: `${step}2` };
      }
      if (typeof held === 'object' && held !== null) open.push(held);
    }
  }
}

/** Every n-th of some, so that a text is not read too often. */
const some = <T>(all: readonly T[], count: number): T[] => {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, at) => at % step === 0);
};

describe('a change of any entry of any template', () => {
  const count = Number(process.env['SYNTH_EDITS'] ?? 40);
  it('is made exactly, or not at all', () => {
    const wrong: string[] = [];
    let made = 0;
    let unfit = 0;
    for (const file of some(templatesOf(), Number(process.env['SYNTH_FILES'] ?? 60))) {
      const text = readFileSync(file, 'utf8');
      const tree = readTree(text);
      // What is behind an alias cannot go, nor what a `<<` brings.
      if (!tree || /[:-] +&\w/.test(text)) continue;
      for (const change of some([...changesOf(tree.root)], count)) {
        const [outcome] = applyChanges(text, [[change]], readTree).outcomes;
        if (outcome === 'made') made++;
        else if (outcome === 'unfit') unfit++;
        else {
          const at = change.kind === 'set' ? change.at : change.kind === 'remove' ? change.key : change.beside;
          wrong.push(`${file}: ${change.kind} ${JSON.stringify(text.slice(at.start - 30, at.end + 30))}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(unfit).toBeLessThan(made / 20);
  }, 600_000);
});
