import { entryOf, valueOrigin } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isTruthy, kindOf } from '../../model/tree.ts';
import type { ApiContext } from './context.ts';
import type { Definition } from './definition.ts';
import { useOpenApi3 } from './openapi3.ts';

const NotMap = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `The model '${name}' is ${found}; it must be a JSON schema as a map.`,
);
const NoType = message('wrong-type', 'error', (name: string) => `The model '${name}' needs a 'type'.`);
const BadSection = message(
  'invalid-definition',
  'error',
  () => "'definitions' in the definition must be a map, so that models can be added.",
);

/** Adds the schemas of request bodies to the definition. Their names are made lower case. */
export const addModels = (cx: ApiContext, definition: Definition): void => {
  const models = cx.props.Models;
  if (!isTruthy(models ?? null)) return;
  const document = definition.editable('Models');
  for (const name of Object.keys(models!)) {
    const at = valueOrigin(models!, name);
    if (!isMap(models![name])) return cx.fail(NotMap(name, kindOf(models![name])), at);
    if (!isTruthy(get(models![name], 'type'))) return cx.fail(NoType(name), at);
  }
  document.edit(() => {
    const section = document.section('definitions');
    if (!section) return document.report(BadSection(), document.root.entry('definitions')?.value);
    for (const name of cx.keys(models!)) {
      const schema = document.history.written(models![name]!, models!, name);
      section.set(name.toLowerCase(), schema, { written: true, entry: entryOf(models!, name) });
    }
  });
  useOpenApi3(cx, document);
};
