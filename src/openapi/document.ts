import { anyMethod, integrationKey } from '../model/api-extensions.ts';
import type { Cause } from '../model/origin.ts';
import type { Json, JsonMap } from '../model/tree.ts';
import type { Report } from '../schema/check.ts';
import { Dict, History, type Node, toJson, toText } from './fingerprint/index.ts';
import { isBlank, kindOfNode, outcomes, placeOfNode } from './node.ts';
import { IfNotList, MethodNotMap, PathNotMap } from './problems.ts';

/** The method as a definition spells it: lower case, and API Gateway's own name for `ANY`. */
export const methodName = (method: string): string => {
  const lower = method.toLowerCase();
  return lower === 'any' ? anyMethod : lower;
};

/** One method of a path; under a condition there can be two of a name. */
export interface Operation {
  readonly method: string;
  readonly definition: Dict;
}

/**
 * An OpenAPI or Swagger document that is being edited. What is wrong with it is reported where it is met, because what
 * the transform does not need is not checked.
 */
export class OpenApiDocument {
  readonly root: Dict;
  readonly history: History;
  readonly #report: Report;
  readonly #sections = new Map<string, Dict>();

  constructor(root: Dict, report: Report) {
    this.root = root;
    this.history = root.history;
    this.#report = report;
  }

  /** A document that the template has. */
  static of(body: JsonMap, report: Report, history = new History()): OpenApiDocument {
    return new OpenApiDocument(history.open(body), report);
  }

  /** The map of paths; empty where the document has none. */
  get paths(): Dict {
    const paths = this.root.dict('paths');
    if (paths) return paths;
    const fresh = this.history.dict();
    if (!this.root.has('paths')) this.root.set('paths', fresh);
    return fresh;
  }

  /**
   * Does one piece of work on the document. Each piece of work happened on a copy of its own, which the fingerprint
   * remembers; sections that were begun become part of the document at its end.
   */
  edit<T>(work: () => T): T {
    this.history.copies++;
    this.#sections.clear();
    const result = work();
    for (const [name, section] of this.#sections) if (section.size > 0) this.root.set(name, section);
    this.history.copies++;
    return result;
  }

  /**
   * A map on the top level: the one that is there or a new one, which appears with the end of the current work unless
   * it stays empty. Undefined when something else than a map is there.
   */
  section(name: string): Dict | undefined {
    if (!isBlank(this.root.get(name))) return this.root.dict(name);
    let section = this.#sections.get(name);
    if (section === undefined) {
      section = this.history.dict();
      this.#sections.set(name, section);
    }
    return section;
  }

  report(...found: Parameters<Report>): void {
    this.#report(...found);
  }

  /** The maps that a path may stand for. */
  pathItems(path: string): Dict[] {
    return this.#maps(this.paths, path, (found) => PathNotMap(path, kindOfNode(found)));
  }

  /** The methods of a path, under the names the document has for them, that are maps; others are reported. */
  operations(path: string, skipped: ReadonlySet<string>): Operation[] {
    const operations: Operation[] = [];
    for (const item of this.pathItems(path)) {
      for (const method of item.keys()) {
        if (skipped.has(method)) continue;
        for (const definition of this.#definitions(item, path, method)) {
          operations.push({ method: methodName(method), definition });
        }
      }
    }
    return operations;
  }

  /** The definitions of one method of a path, less those without an integration. */
  definitions(path: string, method: string): Dict[] {
    const name = methodName(method);
    return this.pathItems(path)
      .flatMap((item) => this.#definitions(item, path, name))
      .filter(hasIntegration);
  }

  /** Whether a method has an integration. */
  isIntegrated(definition: Dict): boolean {
    return hasIntegration(definition);
  }

  /** Whether a path has a method, under every condition. */
  hasMethod(path: string, method: string): boolean {
    if (!this.paths.has(path)) return false;
    return this.#outcomes(this.paths, path).every((item) => item instanceof Dict && item.has(methodName(method)));
  }

  /** Whether a method has an integration, under every condition of its path. */
  hasIntegration(path: string, method: string): boolean {
    if (!this.hasMethod(path, method)) return false;
    const name = methodName(method);
    return this.pathItems(path).every(
      (item) => item.dict(name) !== undefined && this.#definitions(item, path, name).some(hasIntegration),
    );
  }

  /**
   * Adds a method to a path where it is not there yet, under every condition, and gives the path's maps.
   * @param written path and method are strings of the template; the method that stands for `ANY` is not
   */
  addMethod(path: string, method: string, cause: Cause | undefined, written = true): Dict[] {
    const entry = cause && { key: cause, value: cause };
    const name = methodName(method);
    if (!this.paths.has(path)) this.paths.set(path, this.history.dict(cause), { written, entry });
    const items = this.pathItems(path);
    const mark = { written: written && method.toLowerCase() !== 'any', entry };
    for (const item of items) if (!item.has(name)) item.set(name, this.history.dict(cause), mark);
    return items;
  }

  /** Makes a whole path depend on a condition. */
  makePathConditional(path: string, condition: Node): void {
    this.paths.set(path, this.conditional(condition, this.paths.get(path)!));
  }

  /** `{Fn::If: [condition, value, AWS::NoValue]}` */
  conditional(condition: Node, value: Node): Dict {
    const cause = placeOfNode(value);
    return this.history.ordered({ 'Fn::If': [condition, value, { Ref: 'AWS::NoValue' }] }, cause);
  }

  /** The document as plain data. */
  toJson(): Json {
    return toJson(this.root);
  }

  /** The text that the deployment's fingerprint is taken of. */
  toText(): string {
    return toText(this.root, this.history);
  }

  #definitions(item: Dict, path: string, method: string): Dict[] {
    return this.#maps(item, method, (found) => MethodNotMap(path, method, kindOfNode(found)));
  }

  #maps(parent: Dict, key: string, problem: (found: Node) => Parameters<Report>[0]): Dict[] {
    const maps: Dict[] = [];
    for (const found of this.#outcomes(parent, key)) {
      if (found instanceof Dict) maps.push(found);
      else this.report(problem(found), placeOfNode(found) ?? parent.entry(key)?.value ?? parent.cause);
    }
    return maps;
  }

  #outcomes(parent: Dict, key: string): Node[] {
    return outcomes(parent, key, (operands) => {
      this.report(IfNotList(kindOfNode(operands)), placeOfNode(operands) ?? parent.entry(key)?.value);
    });
  }
}

const hasIntegration = (definition: Dict): boolean => !isBlank(definition.get(integrationKey));
