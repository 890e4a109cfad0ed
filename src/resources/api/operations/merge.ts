import type { RestOperation } from '../../../model/channel.ts';
import { message } from '../../../model/problem.ts';
import { isMap } from '../../../model/tree.ts';
import { methodName, OpenApiDocument } from '../../../openapi/document.ts';
import { Dict, History, moved, plain } from '../../../openapi/fingerprint/index.ts';
import { isBlank, kindOfNode, placeOfNode } from '../../../openapi/node.ts';
import type { ApiContext } from '../context.ts';
import { Fault } from './fault.ts';

const NotMap = message(
  'invalid-definition',
  'error',
  (what: string, found: string) => `${what} of 'DefinitionBody' is ${found}; it must be a map to merge events into it.`,
);

/**
 * Builds a method aside and lays it over what the author's definition says about it.
 * @param build builds the method into an empty definition
 */
export const mergeInto = (
  cx: ApiContext,
  document: OpenApiDocument,
  { path, method }: RestOperation,
  build: (scratch: OpenApiDocument) => void,
): void => {
  const history = new History();
  const root = history.dictOf({ swagger: '2.0', paths: history.dict() });
  const scratch = new OpenApiDocument(root, cx.report);
  scratch.edit(() => build(scratch));
  const name = methodName(method);
  const generated = scratch.pathItems(path)[0]?.get(name);
  if (generated === undefined) return;

  document.root.copyKeys();
  // Without paths of its own the definition takes nothing in.
  if (isBlank(document.root.get('paths'))) return;
  const paths = mapUnder(document.root, 'paths', "'paths'");
  const lower = method.toLowerCase();
  const cause = scratch.paths.dict(path)?.cause;
  const mark = { written: true, entry: cause && { key: cause, value: cause } };
  const item = isBlank(paths.get(path)) && !paths.has(path) ? undefined : mapUnder(paths, path, `The path '${path}'`);
  const merged = document.history.ordered({}, cause);
  if (item && !isBlank(item.get(lower))) merged.merge(mapUnder(item, lower, `The method '${lower}' of '${path}'`));
  const result = moved(generated, history, document.history);
  if (result instanceof Dict) merged.merge(result);
  if (item) item.set(lower, merged, mark);
  else {
    const fresh = document.history.ordered({}, cause);
    fresh.set(lower, merged, mark);
    paths.set(path, fresh, mark);
  }
};

const mapUnder = (parent: Dict, key: string, what: string): Dict => {
  const map = parent.dict(key);
  if (map) return map;
  const node = parent.get(key);
  const at = placeOfNode(node) ?? parent.entry(key)?.value ?? parent.cause;
  throw new Fault(NotMap(what, kindOfNode(isMap(plain(node)) ? undefined : node)), at);
};
