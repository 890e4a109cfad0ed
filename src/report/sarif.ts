import type { Level, Place, Problem, TextFix } from '../model/problem.ts';
import { jsonText } from './json-text.ts';
import { wellFormed } from './printable.ts';

/** What a report says of the rules behind the problems. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly source: string;
}

const levels: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Problems as SARIF 2.1.0, the format that code scanning services read. */
export const toSarif = (problems: readonly Problem[], rules: readonly RuleInfo[], version: string): string => {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const index = new Map(codes.map((code, at) => [code, at]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'synth', version, rules: codes.map((code) => descriptor(code, rules)) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => result(problem, index.get(problem.code)!)),
      },
    ],
  };
  return jsonText(log);
};

const descriptor = (id: string, rules: readonly RuleInfo[]) => {
  const rule = rules.find((each) => each.id === id);
  if (!rule) return { id };
  const help = /^https:\/\/\S+$/.test(rule.source) ? { helpUri: rule.source } : {};
  return { id, shortDescription: { text: rule.title }, fullDescription: { text: rule.description }, ...help };
};

const result = (problem: Problem, ruleIndex: number) => {
  const { code, level, message, related, fix } = problem;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[level],
    message: { text: message },
    ...(problem.file === undefined ? {} : { locations: [location(problem)] }),
    ...(related && related.length > 0
      ? { relatedLocations: related.map((place) => location({ file: problem.file, ...place })) }
      : {}),
    ...(fix ? { fixes: sarifFixes(fix, problem.file) } : {}),
  };
};

type MaybePlace = Partial<Omit<Place, 'file'>> & { readonly file?: string | undefined };

/** A path as the reference that a URI has for it; of a text that is not well-formed Unicode, what is left. */
const uri = (file = ''): string => {
  const path = wellFormed(file).replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/');
  return path.replace(/^([A-Za-z])%3A\//, 'file:///$1:/');
};

const region = ({ line, column, endLine, endColumn }: MaybePlace) =>
  line === undefined ? undefined : { startLine: line, startColumn: column, endLine, endColumn };

const location = (place: MaybePlace) => ({
  physicalLocation: { artifactLocation: { uri: uri(place.file) }, region: region(place) },
});

/** All edits of a fix are in one file. */
const sarifFixes = ({ safety, edits }: TextFix, file: string | undefined) => [
  {
    description: { text: safety === 'safe' ? 'Safe fix' : 'Unsafe fix: look at what it decides' },
    artifactChanges: [
      {
        artifactLocation: { uri: uri(edits[0]?.file ?? file) },
        replacements: edits.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
      },
    ],
    properties: { safety },
  },
];
