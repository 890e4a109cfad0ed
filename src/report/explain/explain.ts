import { nearest } from '../../model/nearest.ts';
import { entryOf, type Source, type Span } from '../../model/origin.ts';
import type { Place } from '../../model/problem.ts';
import { get, getIn, isMap, isString, type Json, type JsonMap, type Step } from '../../model/tree.ts';
import { type Found, find, pointerStep, stepsOf, visitPlaces } from '../locate.ts';
import { lineText, offsetOf, toPlace, toPlaces } from '../position.ts';
import { describePath } from './describe.ts';
import type { Explained, Explanation, Made, NamedFiles, Reason, Traced, Written } from './explanation.ts';
import { SourceIndex } from './source-index.ts';
import { usesOf } from './uses.ts';

/**
 * Explains a template, or a part of it.
 * @param target the name of a resource, parameter, condition, mapping or output; a JSON pointer into the expanded
 *   template; a line of the template, or `file:line` and `file:line:column` as problems have them; nothing, or the empty pointer, for all of it
 */
export const explain = (subject: Explained, target?: string): Explanation => {
  const explainer = new Explainer(subject);
  if (target === undefined || target === '') return explainer.template();
  const [, file, line, column] = /^(?:(.*?):)??(\d+)(?::(\d+))?$/s.exec(target) ?? [];
  if (line !== undefined) return explainer.line(file || subject.path, line, column ? Number(column) : undefined);
  return target.startsWith('/') ? explainer.value(target) : explainer.named(target);
};

/** The sections whose entries can be asked for by name, resources first. */
const sections = ['Parameters', 'Conditions', 'Mappings', 'Outputs'] as const;

class Explainer {
  readonly #subject: Explained;
  readonly #index: SourceIndex;
  readonly #written: JsonMap;
  readonly #resources: JsonMap;
  /** Which resource of the source each one of the expanded template belongs to. */
  readonly #owners = new Map<string, string>();
  /** The resources that each one of the source made, in their order, itself among them where it is one. */
  readonly #made = new Map<string, string[]>();

  constructor(subject: Explained) {
    this.#subject = subject;
    this.#index = new SourceIndex(subject.written ?? subject.source);
    this.#written = sectionOf(subject.source);
    this.#resources = sectionOf(subject.expanded);
    for (const [owner, ids] of subject.made)
      for (const id of ids) if (this.#isEntry(owner)) this.#owners.set(id, owner);
    for (const id of Object.keys(this.#resources)) {
      if (!this.#owners.has(id)) this.#findOwner(id);
      const owner = this.#owners.get(id);
      if (owner === undefined) continue;
      const made = this.#made.get(owner);
      if (made) made.push(id);
      else this.#made.set(owner, [id]);
    }
  }

  template(): Explanation {
    const entries = Object.keys(this.#written).filter((id) => this.#isEntry(id));
    const written = entries.map((id) => this.#describeWritten(id));
    const owned = new Set(written.flatMap(({ becomes }) => becomes.map(({ id }) => id)));
    const all = Object.keys(this.#resources);
    const shared = all.filter((id) => !owned.has(id)).map((id) => this.#describeMade(id));
    return { kind: 'template', written, shared, count: all.length };
  }

  /** Whether the author wrote a resource. What an entry of a compact spec needs beside itself has no place of its own. */
  #isEntry(id: string): boolean {
    return entryOf(this.#written, id) !== undefined;
  }

  /** What has a name: a resource before anything else. */
  named(name: string): Explanation {
    const { source } = this.#subject;
    if (Object.hasOwn(this.#written, name) || Object.hasOwn(this.#resources, name)) return this.#resource(name);
    const section = sections.find((each) => get(get(source, each), name) !== undefined);
    if (section !== undefined) return this.#entry(section, name);
    const entries = sections.flatMap((each) => Object.keys(get(source, each) ?? {}));
    const known = [...Object.keys(this.#written), ...Object.keys(this.#resources), ...entries];
    return { kind: 'nothing', target: name, near: nearest(name, known), stages: this.#stagesWith(name) };
  }

  #entry(section: (typeof sections)[number], name: string): Explanation {
    const { source, expanded, path } = this.#subject;
    const key = entryOf(get(source, section), name)?.key;
    const pointer = `/${section}${pointerStep(name)}`;
    const uses = usesOf(source, section, name).flatMap(({ path: steps, at }) => {
      const place = at ? toPlace(at, path) : { line: 1, column: 1, endLine: 1, endColumn: 1 };
      return place ? [{ words: describePath(steps), place, related: [] }] : [];
    });
    return {
      kind: 'entry',
      words: describePath([section, name]),
      place: key && toPlace(key, path),
      pointer: getIn(expanded, section, name) === undefined ? undefined : pointer,
      uses: section === 'Outputs' ? undefined : uses,
    };
  }

  #stagesWith(name: string): string[] {
    const stages = get(this.#subject.written, 'stages');
    const has = (stage: Json): boolean =>
      isMap(stage) && Object.values(stage).some((section) => get(section, name) !== undefined);
    return isMap(stages) ? Object.keys(stages).filter((stage) => has(stages[stage]!)) : [];
  }

  #resource(id: string): Explanation {
    const isWritten = this.#isEntry(id);
    const isMade = Object.hasOwn(this.#resources, id);
    const written = isWritten ? this.#describeWritten(id) : undefined;
    const made = isMade ? this.#describeMade(id) : undefined;
    const values = isMade && !written?.unchanged ? this.#traced(id) : [];
    return { kind: 'resource', written, made, values, files: this.#filesOf(id) };
  }

  #filesOf(id: string): NamedFiles[] {
    const { artifacts, list } = this.#subject;
    const own = artifacts.filter(({ template, logicalId }) => template === undefined && logicalId === id);
    return own.map(({ property, path, made }) => {
      return { property, path, made, listing: made === 'archive' ? list?.(path) : undefined };
    });
  }

  value(pointer: string): Explanation {
    const { expanded } = this.#subject;
    const steps = stepsOf(pointer) ?? [];
    const value = valueAt(expanded, steps);
    if (value === undefined) return { kind: 'nothing', target: pointer, near: undefined, stages: [] };
    const found = find(expanded, pointer);
    return { kind: 'value', pointer, value, exact: found?.exact ?? false, reason: this.#reason(found) };
  }

  line(file: string | undefined, written: string, column: number | undefined): Explanation {
    const line = Number(written);
    const { expanded, path } = this.#subject;
    const source = this.#index.sourceOf(file);
    if (source === undefined || source.hidden)
      return { kind: 'no line', words: `Nothing of the template is in '${file}'.` };
    const last = lastLine(source);
    // A number may be longer than those that can be told apart.
    if (line < 1 || line > last)
      return { kind: 'no line', words: `There is no line ${written}: the last one is ${last}.` };
    const span = spanAt(source, line, column);
    if (typeof span === 'string') return { kind: 'no line', words: span };
    const results: string[] = [];
    let place: Place | undefined;
    visitPlaces(expanded, (pointer, found) => {
      if (!found?.exact || pointer === '') return;
      const at = toPlace(found.span, path);
      if (at?.line !== line || found.span.source !== source) return;
      place ??= at;
      // What stands below something that is listed already says nothing new.
      if (!results.some((other) => pointer.startsWith(`${other}/`))) results.push(pointer);
    });
    const steps = this.#index.pathAt(span);
    const owner = ownerIn(steps);
    const around = owner === undefined ? [] : this.#madeFrom(owner);
    return { kind: 'line', words: describePath(steps), place: place ?? toPlace(span, path)!, results, around };
  }

  #describeWritten(id: string): Written {
    const body = this.#written[id]!;
    const key = entryOf(this.#written, id)?.key;
    return {
      id,
      type: typeOf(body),
      place: key && toPlace(key, this.#subject.path),
      unchanged: this.#resources[id] === body,
      becomes: this.#madeFrom(id),
    };
  }

  /** What a resource made, the one that takes its place first. */
  #madeFrom(owner: string): Made[] {
    const ids = this.#made.get(owner) ?? [];
    const itself = this.#owners.get(owner) === owner ? [owner] : [];
    return [...itself, ...ids.filter((id) => id !== owner)].map((id) => this.#describeMade(id));
  }

  #describeMade(id: string): Made {
    const reason = this.#reason(find(this.#subject.expanded, `/Resources${pointerStep(id)}`));
    return { id, type: typeOf(this.#resources[id]!), reason };
  }

  #reason(found: Found | undefined): Reason | undefined {
    if (found === undefined) return undefined;
    const { path } = this.#subject;
    const { span, related: others } = found;
    const { lacks } = span;
    const at = lacks ? lacks.of : span;
    const place = toPlace(at, path);
    if (!place) return undefined;
    const related = toPlaces([...(at === span ? [] : [span]), ...others], path);
    const reason = {
      words: describePath(this.#index.pathAt(at)),
      place,
      related: related.filter((each) => !isSame(each, place)),
    };
    if (!lacks) return reason;
    const owner = ownerIn(this.#index.pathAt(at));
    return { ...reason, lacks: this.#subject.word?.(lacks.property, owner) ?? lacks.property };
  }

  /** The values of a resource that were written somewhere, those at the top of what was written only. */
  #traced(id: string): Traced[] {
    const traced: Traced[] = [];
    const prefix = `/Resources${pointerStep(id)}`;
    visitPlaces(this.#subject.expanded, (pointer, found) => {
      if (!pointer.startsWith(`${prefix}/`) || !found?.exact) return;
      const above = traced.find((each) => pointer.startsWith(`${each.pointer}/`));
      const reason = above === undefined ? this.#reason(found) : undefined;
      if (reason) traced.push({ pointer, reason });
    });
    return traced;
  }

  #findOwner(id: string): void {
    const found = find(this.#subject.expanded, `/Resources${pointerStep(id)}`);
    const steps = found ? this.#index.pathAt(found.span) : [];
    const owner = ownerIn(steps) ?? id;
    if (this.#isEntry(owner)) this.#owners.set(id, owner);
  }
}

/** The entry that a path leads into. */
const ownerIn = (steps: readonly Step[]): string | undefined => {
  const [section, id] = steps[0] === 'stages' ? steps.slice(2) : steps;
  const isEntry = section === 'Resources' || /^[a-z]/.test(String(section));
  return isEntry && id !== undefined ? String(id) : undefined;
};

const lastLine = (source: Source): number => source.text.replace(/\n$/, '').split('\n').length;

/** What is written on a line, from a column or from what stands first on it; or a sentence that says why nothing is there. */
const spanAt = (source: Source, line: number, column: number | undefined): Span | string => {
  const text = lineText(source, line);
  if (text.trim() === '') return `Line ${line} is empty.`;
  if (text.trim().startsWith('#')) return `Line ${line} is a comment.`;
  const start = offsetOf(source, line, column ?? 1 + text.search(/[^\s-]|-\S|-$/));
  return { source, start, end: start };
};

const isSame = (left: Place, right: Place): boolean =>
  left.file === right.file && left.line === right.line && left.column === right.column;

const sectionOf = (template: JsonMap): JsonMap => {
  const resources = get(template, 'Resources');
  return isMap(resources) ? resources : {};
};

const typeOf = (body: Json): string => {
  const type = get(body, 'Type');
  return isString(type) ? type : 'no type';
};

const valueAt = (root: Json, steps: readonly string[]): Json | undefined => {
  let value: Json | undefined = root;
  for (const step of steps) value = getIn(value, Array.isArray(value) ? Number(step) : step);
  return value;
};
