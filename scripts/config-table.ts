import schema from '../schemas/synth.config.schema.json' with { type: 'json' };
import { markedTables } from './marked-tables.ts';

/** What of JSON Schema the schema of the configuration uses. */
interface Node {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
}

const definitions: Readonly<Record<string, Node>> = schema.definitions as Readonly<Record<string, Node>>;

/** A node with what it refers to. */
const resolved = (node: Node): Node => {
  const name = node.$ref?.replace('#/definitions/', '');
  return name === undefined ? node : { ...definitions[name]!, ...node };
};

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  boolean: 'true or false',
  array: 'list',
  object: 'map',
};

const takes = ({ enum: values, type = [], items }: Node): string => {
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(', ');
  const types = [type].flat();
  const of = items && types.length === 1 ? [resolved(items).type ?? []].flat().map((each) => `${kinds[each]}s`) : [];
  return types.map((each) => kinds[each]).join(', ') + (of.length === 0 ? '' : ` of ${of.join(', ')}`);
};

const rowsOf = (path: string, given: Node): string[] => {
  const node = resolved(given);
  const each = typeof node.additionalProperties === 'object' ? resolved(node.additionalProperties) : undefined;
  const told = [node.description, each?.properties === undefined ? each?.description : undefined].filter(Boolean);
  return [
    ...(path === '' ? [] : [`| \`${path}\` | ${takes(node)} | ${told.join(' ')} |`]),
    ...childrenOf(path === '' ? '' : `${path}.`, node),
    ...(each === undefined ? [] : childrenOf(`${path}.NAME.`, each)),
    ...(node.items === undefined ? [] : childrenOf(`${path}[].`, resolved(node.items))),
  ];
};

const childrenOf = (prefix: string, { properties = {} }: Node): string[] =>
  Object.entries(properties)
    .filter(([name]) => name !== '$schema')
    .flatMap(([name, node]) => rowsOf(`${prefix}${name}`, node));

/** A page with the table of all settings. */
export const withSettings = (page: string): string =>
  markedTables(page, {
    settings: () => ['| setting | takes | what it says |', '|---|---|---|', ...rowsOf('', schema as Node)],
  });
