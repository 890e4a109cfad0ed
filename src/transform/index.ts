import { extendLanguage } from '../language-extensions/index.ts';
import type { Artifact } from '../model/artifact.ts';
import { isServerlessMacro, macroName, withoutMacros } from '../model/macros.ts';
import { carry, carryEvenNull, entryOf, originOf, place, stamp } from '../model/origin.ts';
import type { Context, FinishContext, PrepareContext, Preparer, SourceResource } from '../model/plugin.ts';
import { get, isList, isMap, type Json, type JsonMap, newMap } from '../model/tree.ts';
import type { Document } from '../parse/index.ts';
import { finishers, preparers } from '../resources/index.ts';
import { type Report, withMeantNames } from '../schema/check.ts';
import { Artifacts } from './artifacts.ts';
import { OwnedContext } from './context.ts';
import { earlyValues } from './early-values.ts';
import { Expansion } from './expansion.ts';
import { Findings } from './findings.ts';
import { globalsOf, readGlobals, withGlobals } from './globals.ts';
import { Locator } from './locate.ts';
import { type NestedTemplate, Nesting } from './nested.ts';
import type { ExpandOptions } from './options.ts';
import { checkGiven, type KnownValues, knownForCertain, knownValues } from './parameters.ts';
import { withIncludes } from './read.ts';
import { rewriteReferences } from './references.ts';
import { declaredProperties, resourcePlugin } from './registry.ts';
import { expandResources, guarded, ownerName } from './resources.ts';
import { isForEach, readResources, sourceResource } from './template.ts';

export type { ArtifactLocation, ExpandOptions } from './options.ts';

/** A transformed document: the CloudFormation template, absent where anything was wrong, and what was found. */
export interface Transformed {
  readonly template: JsonMap | undefined;
  readonly findings: Findings;
  /** The files in S3 that the template names, and those that its nested templates name. */
  readonly artifacts: readonly Artifact[];
  /** Parameters and pseudo parameters whose values became part of the template or decided on it, in order. */
  readonly madeFor: readonly string[];
  /** What the linter works on; absent where the document is not a map at all. */
  readonly attempt?: Attempt;
}

/** The source and what could be made of it, wholly or in part. */
export interface Attempt {
  /** The template as it was read, with the loops and functions of `AWS::LanguageExtensions` in it. */
  readonly document: JsonMap;
  /** The template once those were run. */
  readonly source: JsonMap;
  /** The resources as written, with `Globals` merged in and what preparers added. */
  readonly resources: ReadonlyMap<string, SourceResource>;
  readonly expanded: JsonMap;
  /** The logical ids that each resource of the source became. */
  readonly made: ReadonlyMap<string, readonly string[]>;
  /** Values of parameters and pseudo parameters that the deployment will have, too. */
  readonly known: ReadonlyMap<string, Json>;
  readonly region: string;
  readonly partition: string;
}

/** A transformed document with the local templates that it nests. */
export interface Transformation extends Transformed {
  readonly nested: readonly NestedTemplate[];
}

/** SAM in, CloudFormation out. */
export const transform = (document: Document, options: ExpandOptions): Transformation => {
  const nesting = new Nesting(transformWithin, options);
  return { ...transformWithin(document, options, nesting), nested: nesting.all };
};

const transformWithin = (document: Document, options: ExpandOptions, nesting: Nesting): Transformed => {
  const findings = new Findings(document.start);
  for (const finding of document.findings) findings.add(finding);
  if (findings.hasErrors) return { template: undefined, findings, artifacts: [], madeFor: [] };

  const before = isMap(document.root) ? knownValues(document.root, options) : undefined;
  const root = before === undefined ? document.root : extend(document, before, options, findings);
  const sources = readResources(root, findings.blame);
  if (!isMap(document.root) || !isMap(root)) return { template: undefined, findings, artifacts: [], madeFor: [] };
  checkGiven(root, options.parameters ?? {}, findings.blame);

  const expansion = new Expansion(root, sources, options, findings);
  prepare(expansion, 'beforeGlobals');
  mergeGlobals(expansion);
  prepare(expansion, 'afterGlobals');
  const artifacts = new Artifacts(options, (local) => nesting.expand(local, options, findings));
  const locator = new Locator(expansion, artifacts);
  expandResources(expansion, (source) => locator.source(source));
  finish(expansion);
  const expanded = locator.template(rewriteReferences(assemble(expansion), expansion.references));
  const { known, region, partition, made } = expansion;
  const attempt = {
    document: document.root,
    source: root,
    resources: sources,
    expanded,
    made,
    known: knownForCertain(known),
    region,
    partition,
  };
  const madeFor = [...new Set([...(before?.asked ?? []), ...known.asked])].sort();
  return { template: findings.hasErrors ? undefined : expanded, findings, artifacts: artifacts.all, madeFor, attempt };
};

const extend = (document: Document, known: KnownValues, options: ExpandOptions, findings: Findings): Json => {
  const { root } = document;
  const { reader } = options;
  if (!isMap(root)) return root;
  const extended = extendLanguage(root, known, earlyValues, findings.blame);
  if (extended === root || reader === undefined) return extended;
  // Only the rounds of a loop say which files they include.
  const whole = withIncludes({ ...document, root: extended, findings: [], compact: undefined }, options);
  for (const finding of whole.findings) findings.add(finding);
  return whole.root;
};

const blameGlobals =
  ({ blame }: Findings): Report =>
  (found, at) =>
    blame(found, at, 'Globals');

const mergeGlobals = (expansion: Expansion): void => {
  const { findings, sources, root } = expansion;
  const globals = readGlobals(root, declaredProperties, blameGlobals(findings));
  for (const source of sources.values()) {
    if (!declaredProperties.has(source.type)) continue;
    const { report } = new OwnedContext(expansion, source.id, source.cause);
    const properties = withGlobals(source.body, globals.get(source.type), report);
    if (!isMap(properties)) continue;
    sources.set(source.id, { ...source, properties: spelt(source, properties, report) });
  }
};

/** A resource's properties with misspelt names set right, as far as the type refuses those that it does not have. */
const spelt = ({ id, type, cause }: SourceResource, properties: JsonMap, report: Report): JsonMap => {
  const plugin = resourcePlugin(type);
  if (!plugin || plugin.others === 'ignored') return properties;
  return withMeantNames(properties, plugin.properties, ownerName(id, type), cause, report);
};

const prepare = (expansion: Expansion, when: Preparer['when']): void => {
  const cx: PrepareContext = Object.assign(new OwnedContext(expansion, '', undefined), {
    addSource: (id, body, cause) => expansion.addSource(sourceResource(id, body, cause)),
    removeSource: (id) => expansion.removeSource(id),
    blame: (id, eventId, found, at) => expansion.findings.blame(found, at, id, eventId),
    globals: (type) => globalsOf(expansion.root, type),
  } satisfies Omit<PrepareContext, keyof Context>);
  for (const preparer of preparers) if (preparer.when === when) guarded(cx, () => preparer.prepare(cx));
};

const finish = (expansion: Expansion): void => {
  const cx: FinishContext = Object.assign(new OwnedContext(expansion, '', undefined), {
    expanded: (id) => expansion.expanded(id),
    resources: () => expandedResources(expansion),
    replace: (id, body) => void expansion.outputs.set(id, body),
    blame: expansion.blame,
  } satisfies Omit<FinishContext, keyof Context>);
  for (const finisher of finishers) {
    const contributions = expansion.contributions(finisher.channel);
    if (contributions.length > 0) guarded(cx, () => finisher.finish(cx, contributions as never));
  }
};

const assemble = (expansion: Expansion): JsonMap => {
  const template = stamp(newMap(), originOf(expansion.root));
  for (const name of Object.keys(expansion.root)) {
    if (name === 'Resources') {
      template[name] = assembleResources(expansion);
      place(template, name, entryOf(expansion.root, name));
    } else if (name === 'Transform') assembleTransforms(expansion.root, template);
    else if (name !== 'Globals') carryEvenNull(expansion.root, name, template);
  }
  const added = Object.keys(expansion.conditions);
  if (added.length > 0) {
    const conditions = newMap();
    const own = template['Conditions'];
    if (isMap(own)) for (const name of Object.keys(own)) carryEvenNull(own, name, conditions);
    for (const name of added) carry(expansion.conditions, name, conditions);
    template['Conditions'] = conditions;
    place(template, 'Conditions', entryOf(expansion.root, 'Conditions'));
  }
  return template;
};

/** The transforms that are still to be run by CloudFormation. */
const assembleTransforms = (root: JsonMap, template: JsonMap): void => {
  const rest = withoutMacros(root['Transform'], (entry) => isServerlessMacro(macroName(entry)));
  if (rest === undefined) return;
  template['Transform'] = rest;
  place(template, 'Transform', entryOf(root, 'Transform'));
};

const assembleResources = (expansion: Expansion): JsonMap => {
  const resources = newMap();
  const written = get(expansion.root, 'Resources');
  for (const [id, body] of expandedResources(expansion)) {
    resources[id] = body;
    const source = expansion.sources.get(id);
    if (source && !declaredProperties.has(source.type)) place(resources, id, entryOf(written, id));
  }
  // Loops that only the deployment can run.
  if (isMap(written)) {
    for (const id of Object.keys(written)) if (isForEach(id) && isList(written[id])) carry(written, id, resources);
  }
  return resources;
};

/** Each source resource in its place, or what became of it; what belongs to none stands at the end. */
function* expandedResources({ sources, outputs, made }: Expansion): Iterable<readonly [string, JsonMap]> {
  for (const [id, source] of sources) {
    const ids = made.get(id);
    if (ids) for (const each of ids) yield [each, outputs.get(each)!];
    else if (!declaredProperties.has(source.type)) yield [id, outputs.get(id) ?? source.body];
  }
  for (const id of made.get('') ?? []) yield [id, outputs.get(id)!];
}
