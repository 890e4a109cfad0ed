import { CLOUDFORMATION_SCHEMA } from 'cloudformation-js-yaml-schema';
import { load } from 'js-yaml';
import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument } from 'yaml';

/** What the schema makes of a tagged value. */
interface Tagged {
  readonly class: string;
  readonly data: unknown;
}

const isTagged = (value: object): value is Tagged => 'class' in value && 'data' in value && 'name' in value;

/** js-yaml's result with tags in their long form. */
const longForm = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(longForm);
  if (typeof value !== 'object' || value === null) return value;
  if (!isTagged(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, longForm(each)]));
  const key = value.class === 'Ref' || value.class === 'Condition' ? value.class : `Fn::${value.class}`;
  const data = longForm(value.data);
  return { [key]: value.class === 'GetAtt' && typeof data === 'string' ? splitOnce(data) : data };
};

const splitOnce = (text: string): string[] => {
  const [first, ...rest] = text.split('.');
  return rest.length === 0 ? [text] : [first!, rest.join('.')];
};

/** A template as js-yaml reads it, with tags in their long form. */
export const readByJsYaml = (text: string): unknown =>
  longForm(load(text, { schema: CLOUDFORMATION_SCHEMA, json: true }));

/** A template as the yaml package reads it under a version of YAML, with tags in their long form. */
export const readUnder = (version: '1.1' | '1.2', text: string): unknown => {
  const document = parseDocument(text, { version, logLevel: 'silent', uniqueKeys: false });
  if (document.errors.length > 0) throw document.errors[0];
  const plain = (node: unknown): unknown => {
    if (isAlias(node)) return plain(node.resolve(document));
    const value = untagged(node as ParsedNode | null);
    const name = /^!([A-Z]\w*)$/.exec((node as Node & { tag?: string })?.tag ?? '')?.[1];
    if (name === undefined) return value;
    const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
    return { [key]: name === 'GetAtt' && typeof value === 'string' ? splitOnce(value) : value };
  };
  const untagged = (node: ParsedNode | null): unknown => {
    if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(plain(key)), plain(value)]));
    if (isSeq(node)) return node.items.map(plain);
    return isScalar(node) ? node.value : null;
  };
  return plain(document.contents);
};
