import { message } from '../../model/problem.ts';
import { isNothing } from '../../model/tree.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import { Dict, plain } from '../../openapi/fingerprint/index.ts';
import { isBlank, kindOfNode, placeOfNode } from '../../openapi/node.ts';
import { isVersion3, versionText } from '../../openapi/version.ts';
import type { ApiContext } from './context.ts';

const NotMap = message(
  'invalid-definition',
  'error',
  (what: string, found: string) => `${what} of the definition is ${found}; it must be a map.`,
);

/**
 * Gives a document the form of OpenAPI 3 where it is one: security definitions and models stand under `components`,
 * OPTIONS methods have no media types, and headers have schemas. This is done each time after authorization and models
 * were built in and once at the end, and headers get one more schema each time.
 */
export const useOpenApi3 = (cx: ApiContext, document: OpenApiDocument): void => {
  const { root } = document;
  if (!isNothing(plain(root.get('swagger'))) || !isVersion3(versionOf(cx, document))) return;
  for (const [from, to] of [
    ['securityDefinitions', 'securitySchemes'],
    ['definitions', 'schemas'],
  ] as const) {
    if (isBlank(root.get(from))) continue;
    const components = isBlank(root.get('components')) ? document.history.dict() : root.dict('components');
    components?.set(to, root.get(from)!, { entry: root.entry(from) });
    if (components) root.set('components', components);
    root.delete(from);
  }
  if (isBlank(root.get('paths'))) return;
  const paths = root.dict('paths');
  if (!paths) return document.report(NotMap("'paths'", kindOfNode(root.get('paths'))), root.entry('paths')?.value);
  for (const path of paths.keys()) reshapePath(document, paths, path);
};

const versionOf = (cx: ApiContext, { root }: OpenApiDocument): string => {
  const own = plain(root.get('openapi'));
  if (isNothing(own) || !isNothing(cx.props.OpenApiVersion)) return versionText(cx.properties, 'OpenApiVersion');
  return root.origin ? versionText(root.origin, 'openapi') : String(own);
};

const reshapePath = (document: OpenApiDocument, paths: Dict, path: string): void => {
  const item = paths.dict(path);
  if (!item) return report(document, paths, path, `The path '${path}'`);
  if (isBlank(item.get('options'))) return;
  const options = item.dict('options');
  if (!options) return report(document, item, 'options', `The OPTIONS method of '${path}'`);
  for (const name of options.keys()) if (name === 'produces' || name === 'consumes') options.delete(name);
  const headers = headersOf(document, options, path);
  for (const name of headers?.keys() ?? []) {
    headers!.set(name, document.history.dictOf({ schema: headers!.get(name)! }));
  }
};

const headersOf = (document: OpenApiDocument, options: Dict, path: string): Dict | undefined => {
  let map: Dict = options;
  for (const name of ['responses', '200', 'headers']) {
    if (isNothing(plain(map.get(name)))) return undefined;
    const next = map.dict(name);
    if (!(next instanceof Dict)) {
      if (!isBlank(map.get(name))) report(document, map, name, `'${name}' of the OPTIONS method of '${path}'`);
      return undefined;
    }
    map = next;
  }
  return map;
};

const report = (document: OpenApiDocument, parent: Dict, key: string, what: string): void => {
  const node = parent.get(key);
  document.report(NotMap(what, kindOfNode(node)), placeOfNode(node) ?? parent.entry(key)?.value ?? parent.cause);
};
