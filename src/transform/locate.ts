import { evaluate } from '../language-extensions/evaluate.ts';
import { scopeOf } from '../language-extensions/scope.ts';
import { mentions } from '../language-extensions/substitute.ts';
import type { ImageBuild } from '../model/artifact.ts';
import { isDynamicReference } from '../model/dynamic-reference.ts';
import { isNoValue } from '../model/intrinsics.ts';
import { serverlessPrefix } from '../model/macros.ts';
import { type Cause, entryOf, originOf, shallowCopy, trace } from '../model/origin.ts';
import type { SourceResource } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import {
  get,
  getIn,
  isList,
  isMap,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  type Step,
} from '../model/tree.ts';
import { placeAs, withSubstitutions } from '../packaging/forms.ts';
import { localPath, type Packaged, replacePackaged } from '../packaging/places.ts';
import { nameOf, packagedOf } from '../packaging/properties.ts';
import { joined } from '../parse/local-path.ts';
import type { Artifacts, GivenValues } from './artifacts.ts';
import { OwnedContext } from './context.ts';
import type { Expansion } from './expansion.ts';
import { imageOf } from './image.ts';
import { isForEach } from './template.ts';

const LoopPath = message(
  'path-by-loop',
  'error',
  (path: string, name: string) =>
    `'${name}' is '${path}' in a loop whose collection is only known at the deployment, so it cannot be packaged. Give the parameters that the collection is made of a value or a default.`,
);

/** Something that has packaged properties: a resource, or an entry of the template's `Metadata`. */
interface Owner {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonMap;
  readonly metadata: Json | undefined;
  readonly cause: Cause | undefined;
}

/**
 * Puts the places in S3 where local files will be in the place of their paths, as `sam package` does before AWS sees the
 * template: in serverless resources before they are expanded, in all others once that is done.
 */
export class Locator {
  readonly #expansion: Expansion;
  readonly #artifacts: Artifacts;
  readonly #hasFiles: boolean;
  /** The texts of places in serverless resources that have to become `Fn::Sub`. */
  readonly #texts = new Set<string>();

  constructor(expansion: Expansion, artifacts: Artifacts) {
    this.#expansion = expansion;
    this.#artifacts = artifacts;
    this.#hasFiles = expansion.options.reader !== undefined;
  }

  /** A serverless resource with its paths replaced (any other as it is); texts for `Fn::Sub` stay texts, for they can become part of hashes. */
  source(source: SourceResource): SourceResource {
    if (!source.type.startsWith(serverlessPrefix)) return source;
    if (source.type === functionType && !takesCode(source)) return this.#withImage(source);
    const given = this.#withOwnFolder(source);
    const owner: Owner = { ...source, properties: given, metadata: source.body['Metadata'] };
    const properties = replacePackaged(source.type, given, (found) => {
      const path = this.#hasFiles || found.property.strict ? localPath(found.value) : undefined;
      if (path === undefined) return found.value;
      const placed = this.#place(path, found, owner);
      for (const text of isMap(placed) ? Object.values(placed) : [placed]) this.#texts.add(text as string);
      return placed;
    });
    return properties === source.properties ? source : { ...source, properties };
  }

  /** A function whose image has yet to be built gets the name that it will have. */
  #withImage(source: SourceResource): SourceResource {
    const { properties, body, cause } = source;
    const built = this.#hasFiles ? imageOf(source) : undefined;
    if (built === undefined) return source;
    const at = entryOf(body['Metadata'], 'Dockerfile')?.value ?? cause;
    const owner: Owner = { ...source, metadata: body['Metadata'] };
    const name = this.#place(
      built.path,
      { property: imageProperty, value: built.path, at },
      owner,
      built.image,
    ) as string;
    this.#texts.add(name);
    const copy = shallowCopy(properties);
    copy['ImageUri'] = name;
    trace(copy, 'ImageUri', at);
    return { ...source, properties: copy };
  }

  /** A function that names no code is made of the folder of its template. */
  #withOwnFolder({ type, properties, cause }: SourceResource): JsonMap {
    const { CodeUri, ImageUri } = properties;
    if (type !== functionType || !isNothing(CodeUri) || isTruthy(ImageUri)) return properties;
    if (this.#expansion.options.reader?.kind('.') !== 'directory') return properties;
    const copy = shallowCopy(properties);
    copy['CodeUri'] = '.';
    trace(copy, 'CodeUri', cause);
    return copy;
  }

  /** The expanded template with the paths of all other resources replaced, and with `Fn::Sub` where it is needed. */
  template(template: JsonMap): JsonMap {
    if (!this.#hasFiles && this.#texts.size === 0) return template;
    const made = new Set([...this.#expansion.made.values()].flat());
    const located = changeEntry(template, 'Resources', (resources) =>
      changeEach(resources, (body, id, cause) =>
        made.has(id) ? this.#substituted(body) : this.#resource(id, body, cause, []),
      ),
    );
    return changeEntry(located, 'Metadata', (metadata) =>
      changeEach(metadata, (properties, type, cause) =>
        isMap(properties) ? this.#located({ id: '', type, properties, metadata: undefined, cause }, []) : properties,
      ),
    );
  }

  /** A resource that a serverless one became. */
  #substituted(body: Json): Json {
    const isOwn = (text: string): boolean => this.#texts.has(text);
    return changeEntry(body, 'Properties', (properties) =>
      isMap(properties)
        ? replacePackaged(typeOf(body), properties, ({ value, at }) => withSubstitutions(value, at, isOwn))
        : properties,
    );
  }

  /** @param identifiers those of the loops around it, which only the deployment can run */
  #resource(id: string, body: Json, cause: Cause | undefined, identifiers: readonly string[]): Json {
    if (!this.#hasFiles) return body;
    if (isForEach(id)) return this.#loop(body, identifiers);
    const type = typeOf(body);
    return changeEntry(body, 'Properties', (properties) =>
      isMap(properties)
        ? this.#located({ id, type, properties, metadata: get(body, 'Metadata'), cause }, identifiers)
        : properties,
    );
  }

  #loop(loop: Json, around: readonly string[]): Json {
    const written = getIn(loop, 0);
    const identifiers = [...around, ...(isList(written) ? written : [written]).filter(isString)];
    return changeEntry(loop, 2, (bodies) =>
      changeEach(bodies, (body, id, cause) => this.#resource(id, body, cause, identifiers)),
    );
  }

  #located(owner: Owner, identifiers: readonly string[]): JsonMap {
    return replacePackaged(owner.type, owner.properties, (found) => {
      const { property, value, at } = found;
      const path = localPath(get(value, 'Fn::Sub') ?? value);
      if (path !== undefined && mentions(path, identifiers)) {
        this.#reporter(owner)(LoopPath(path, nameOf(property)), at);
      } else if (path !== undefined && isString(value) && value !== '') {
        return withSubstitutions(this.#place(path, found, owner), at);
      }
      return value;
    });
  }

  #place(path: string, { property, value, at }: Packaged, owner: Owner, image?: ImageBuild): Json {
    const local = {
      logicalId: owner.id,
      owner,
      image,
      property,
      path: joined('', path) || '.',
      at,
      given: property.holds === 'template' ? this.#givenBy(owner) : undefined,
      report: this.#reporter(owner),
    };
    const place = this.#artifacts.place(local);
    return place === undefined ? value : placeAs(property.form, place, at);
  }

  #reporter({ id, cause }: Owner): OwnedContext['report'] {
    return new OwnedContext(this.#expansion, id, cause).report;
  }

  /** What a nested template is given; CloudFormation reads dynamic references before it makes the stack. */
  #givenBy({ id, cause, properties }: Owner): GivenValues {
    const given = get(properties, 'Parameters');
    const parameters: Record<string, Json> = {};
    const unknownParameters: string[] = [];
    if (!isMap(given)) return { parameters, unknownParameters };
    const resolved = new OwnedContext(this.#expansion, id, cause).resolve(given) as JsonMap;
    const scope = scopeOf(this.#expansion.root, this.#expansion.known, () => undefined);
    for (const name of Object.keys(resolved)) {
      const value = evaluate(resolved[name]!, scope);
      if (isNoValue(value)) continue;
      if (value === undefined || typeof value === 'object' || isDynamicReference(value)) unknownParameters.push(name);
      else parameters[name] = value;
    }
    return { parameters, unknownParameters };
  }
}

const functionType = 'AWS::Serverless::Function';
const imageProperty = packagedOf(functionType).find(({ holds }) => holds === 'image')!;

/** Whether a function is made of an archive: neither of code in the template nor of an image. */
const takesCode = ({ body, properties: { InlineCode, PackageType } }: SourceResource): boolean => {
  const written = get(body, 'Properties');
  if (written !== undefined && !isMap(written)) return false;
  return isNothing(InlineCode) && (!isTruthy(PackageType) || PackageType === 'Zip');
};

const typeOf = (body: Json): string => {
  const type = get(body, 'Type');
  return isString(type) ? type : '';
};

/** The container, or a copy of it where the value under a key changes. */
const changeEntry = <T extends Json>(container: T, step: Step, change: (value: Json) => Json): T => {
  const before = isMap(container) || isList(container) ? (container as JsonMap)[step as string] : undefined;
  const after = before === undefined ? undefined : change(before);
  if (after === undefined || after === before) return container;
  const copy = shallowCopy(container as JsonMap);
  copy[step as string] = after;
  return copy as T;
};

/** The map, or a copy of it where any value changes. */
const changeEach = (map: Json, change: (value: Json, key: string, cause: Cause | undefined) => Json): Json => {
  if (!isMap(map)) return map;
  let copy: JsonMap | undefined;
  for (const key of Object.keys(map)) {
    const after = change(map[key]!, key, entryOf(map, key)?.key ?? originOf(map[key]));
    if (after === map[key]) continue;
    copy ??= shallowCopy(map);
    copy[key] = after;
  }
  return copy ?? map;
};
