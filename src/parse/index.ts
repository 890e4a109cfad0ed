import type { Cause, Source } from '../model/origin.ts';
import { type Finding, message } from '../model/problem.ts';
import type { Json, JsonMap } from '../model/tree.ts';
import type { ReportAt } from './entries.ts';
import { parseJson } from './json.ts';
import { maximumLength, TooLarge } from './limits.ts';
import { compactScalar, plainScalar, type ReadScalar } from './scalars.ts';
import { readText } from './text.ts';
import { parseYaml } from './yaml.ts';

/** A template read: its data, null where nothing could be read, and everything that was wrong with its text. */
export interface Document {
  readonly root: Json;
  readonly source: Source | undefined;
  /** Where the document begins: the place of what has no better one. */
  readonly start: Cause | undefined;
  readonly findings: readonly Finding[];
  /** What a template that was lowered from a compact spec has kept of it. */
  readonly compact?: CompactOrigin | undefined;
}

/** What has to be known of the compact spec that a template comes from. */
export interface CompactOrigin {
  /** The compact file, with what it includes. */
  readonly written: JsonMap;
  readonly stages: readonly string[];
  /** The key of the language for a property of SAM in a text. */
  word(property: string, about: About): string | undefined;
  /** The same with a value: `report-failures: true`. */
  setting(property: string, value: string, about: About): string | undefined;
}

/** A text of a finding, and what the finding is about. */
export interface About {
  readonly text: string;
  readonly logicalId: string | undefined;
  readonly eventId: string | undefined;
}

const Unreadable = message('unreadable-text', 'error', (what: string) => `The file is not text: ${what}.`);
/** What YAML 1.1 does not let stand in a text, NUL and other control characters above all. */
const unprintable = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Reads YAML or JSON, a text or its bytes in UTF-8, into data with origins. Never throws.
 * @param language `compact` for a part of a compact spec, which does not begin with `synth:` as a whole one does
 */
export const parse = (input: string | Uint8Array, file?: string, language?: 'compact'): Document => {
  const { text, fault } = readText(input);
  const source: Source = { file, text };
  const findings: Finding[] = [];
  const report: ReportAt = (found, start, end) => findings.push({ ...found, span: { source, start, end } });
  let found = { root: null as Json, at: 0 };
  const control = unprintable.exec(text);
  if (text.length > maximumLength) report(TooLarge(text.length), 0, 1);
  else if (control && control.index < (fault?.at ?? text.length)) {
    report(Unreadable(`it holds ${codePoint(control[0])}`), control.index, control.index + 1);
  } else if (fault) report(Unreadable(fault.what), fault.at, fault.at + 1);
  else
    found =
      parseJson(source, report) ?? parseYaml(source, report, language === 'compact' ? compactScalar : scalarsOf(text));
  const { root, at } = found;
  return { root, source, start: { source, start: at, end: at + 1 }, findings };
};

/** A compact spec begins with `synth:` at the left edge; its scalars are read so that YAML 1.1 and 1.2 agree. */
const scalarsOf = (text: string): ReadScalar =>
  /^(?:\{[ \t]*)?["']?synth["']?[ \t]*:/m.test(text) ? compactScalar : plainScalar;

const codePoint = (character: string): string => {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return code === 'U+0000' ? 'a NUL character (U+0000)' : `the control character ${code}`;
};
