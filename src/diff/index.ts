import { missingSpecs, type SpecLoader, specsFrom } from '../lint/specs.ts';
import { isDynamicReference } from '../model/dynamic-reference.ts';
import { append } from '../model/lists.ts';
import { carriedOut, optionFaults } from '../model/options.ts';
import { refusalOf } from '../model/parameter-value.ts';
import type { Finding, Problem } from '../model/problem.ts';
import type { Specs } from '../model/spec.ts';
import { getIn, isBytes } from '../model/tree.ts';
import { type Document, parse } from '../parse/index.ts';
import { fromObject } from '../parse/object.ts';
import { toProblems } from '../report/problems.ts';
import { inWords, textInWords } from '../spec/words.ts';
import { type ExpandOptions, transform } from '../transform/index.ts';
import { withIncludes } from '../transform/read.ts';
import { type Compared, compare } from './compare/index.ts';
import type { Consequence } from './consequences/consequence.ts';
import { ChangeContext } from './consequences/context.ts';
import { consequencesOf } from './consequences/index.ts';
import { keptValues, type Values } from './kept-values.ts';
import { localCode } from './meaning/local-code.ts';
import type { PermissionChange } from './permissions/changes.ts';
import { emptySide, type Side, sideOf } from './side.ts';
import { unfinished } from './unfinished.ts';

/** A template to be compared, and how it is expanded. Parameters that are not given stay unknown. */
export interface DiffInput extends ExpandOptions {
  /** YAML or JSON, a text or its bytes, or a template already read. SAM or plain CloudFormation. */
  readonly template: string | Uint8Array | object;
}

export interface DiffOptions {
  /** How the extracted specifications are read; without it nothing is known of replacements. */
  readonly specs?: SpecLoader | undefined;
}

/** What a change does: what differs, and what that brings about. */
export interface Change {
  readonly before: Side;
  readonly after: Side;
  readonly compared: Compared;
  readonly consequences: readonly Consequence[];
  /** What changes in who may do what. */
  permissions(): readonly PermissionChange[];
}

/** Two templates compared; `change` is absent where one of them has errors. */
export interface DiffResult {
  readonly change?: Change;
  /** What was found in each of them. */
  readonly problems: { readonly before: readonly Problem[]; readonly after: readonly Problem[] };
}

/** Tells what the deployment of `after` changes in a stack that was made of `before`. Never throws on bad input. */
export const diff = (before: DiffInput, after: DiffInput, options: DiffOptions = {}): DiffResult => {
  const refused = (ofBefore: readonly Finding[], ofAfter: readonly Finding[]): DiffResult => ({
    problems: { before: toProblems(ofBefore, undefined), after: toProblems(ofAfter, undefined) },
  });
  return carriedOut(
    options,
    [],
    (usable, ofBoth) =>
      carriedOut(
        before,
        ofBoth,
        (old, ofOld) =>
          carriedOut(
            after,
            ofBoth,
            (now, ofNow) => compared(old, now, usable, refused(ofOld, ofNow).problems),
            (ofNow) => refused(ofOld, ofNow),
          ),
        (ofOld) => refused(ofOld, [...ofBoth, ...optionFaults(after)]),
      ),
    (ofBoth) => refused([...ofBoth, ...optionFaults(before)], [...ofBoth, ...optionFaults(after)]),
  );
};

const compared = (
  before: DiffInput,
  after: DiffInput,
  options: DiffOptions,
  faults: DiffResult['problems'],
): DiffResult => {
  const problems = { before: [...faults.before], after: [...faults.after] };
  try {
    const specs = options.specs && specsFrom(options.specs);
    const inputs = [before, after].map((input) => ({ document: read(input), options: input }));
    const [old, now] = loadSides(inputs[0], inputs[1], specs);
    append(problems.before, old.problems);
    append(problems.after, [...toProblems(missingSpecs(specs, []), undefined), ...now.problems]);
    if (!old.side || !now.side) return { problems };
    return { change: changeBetween(old.side, now.side, specs), problems };
  } catch (error) {
    append(problems.after, unfinished('compare', after.path, error));
    return { problems };
  }
};

/** Reads a template as it was given; the files that it includes come with `loadSide`. */
const read = ({ template, path }: DiffInput): Document =>
  typeof template === 'string' || isBytes(template) ? parse(template, path) : fromObject(template, path);

/** A side, absent where its template has errors, and what was found in it. */
export interface LoadedSide {
  readonly side: Side | undefined;
  readonly problems: readonly Problem[];
}

/** How a side is expanded. */
export interface SideOptions extends ExpandOptions {
  /** Of a nested stack: the parameters that the stack around it gives values for. */
  readonly passed?: ReadonlySet<string> | undefined;
}

/** A template that was read, and how it is expanded. */
export interface SideInput {
  readonly document: Document;
  readonly options: SideOptions;
}

/** Expands both templates of a comparison; one of them may not be there. Both are expanded for one and the same stack. */
export const loadSides = (
  before: SideInput | undefined,
  after: SideInput | undefined,
  specs: Specs | undefined,
): readonly [LoadedSide, LoadedSide] => {
  const load = (input: SideInput | undefined, kept?: Values) =>
    input ? loadSide(input.document, input.options, specs, kept) : { side: emptySide(), problems: [] };
  const former = before && after ? withoutRefused(before) : before;
  const [old, now] = [load(former), load(after)];
  const kept = former && after && old.side && now.side ? keptValues(old.side, now.side) : {};
  if (Object.keys(kept).length === 0) return [old, now];
  return [load(former, kept), load(after, kept)];
};

/** The old template as it was deployed: values that only the new one allows are not those that its stack has. */
const withoutRefused = (input: SideInput): SideInput => {
  const { document, options } = input;
  const given = Object.entries(options.parameters ?? {});
  if (given.length === 0) return input;
  const { root } = withIncludes(document, options);
  const allowed = given.filter(([name, value]) => refusalOf(getIn(root, 'Parameters', name), value) === undefined);
  if (allowed.length === given.length) return input;
  return { document, options: { ...options, parameters: Object.fromEntries(allowed) } };
};

/**
 * Expands a template for a comparison: as it stands in a repository, before anything was built.
 * @param kept values that count for the expansion, but are not known
 */
export const loadSide = (
  document: Document,
  options: SideOptions,
  specs: Specs | undefined,
  kept: Values = {},
): LoadedSide => {
  const { path: file, parameters, region, passed } = options;
  const whole = withIncludes(document, options);
  const { template, attempt, findings, artifacts } = transform(whole, {
    ...options,
    ...givenTo(options, kept),
    artifacts: localCode,
    beforeBuild: true,
  });
  const localTemplates = new Map(
    artifacts
      .filter(({ made, template: within }) => made === 'template' && within === undefined)
      .map(({ logicalId, path }) => [logicalId, path]),
  );
  const given = { file, parameters, region, localTemplates, passed, compact: whole.compact };
  const side = template && attempt ? sideOf(attempt, given, specs) : undefined;
  return { side, problems: toProblems(inWords(findings.all, whole.compact), file) };
};

/**
 * What counts for the expansion. The stack around a nested one reads dynamic references before it passes them on, so the
 * template never sees their text.
 */
const givenTo = ({ parameters = {}, passed }: SideOptions, kept: Values): ExpandOptions => {
  if (passed === undefined) return { parameters: { ...kept, ...parameters } };
  const known = Object.entries(parameters).filter(([, value]) => !isDynamicReference(value));
  const given = { ...kept, ...Object.fromEntries(known) };
  return { parameters: given, unknownParameters: [...passed].filter((name) => !Object.hasOwn(given, name)) };
};

/** What lies between two templates that were made ready. */
export const changeBetween = (before: Side, after: Side, specs: Specs | undefined): Change => {
  const compared = compare(before, after, specs);
  const cx = new ChangeContext(before, after, compared, specs);
  const consequences = consequencesOf(cx).map((each) => asWritten(each, each.at ? after : before));
  return { before, after, compared, consequences, permissions: () => cx.permissions };
};

/** A consequence in the words of the file that it is about. */
const asWritten = (consequence: Consequence, { compact }: Side): Consequence => {
  if (!compact) return consequence;
  const { text, cure, resource } = consequence;
  const inWords = (said: string) => textInWords(said, compact, resource);
  return { ...consequence, text: inWords(text), cure: cure === undefined ? undefined : inWords(cure) };
};
