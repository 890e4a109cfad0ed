import { replaceEnclosed } from '../../../model/enclosed.ts';
import { placeholders } from '../../../model/placeholders.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';
import { symbolicText } from '../texts/symbolic-text.ts';
import type { Answer } from './answer.ts';
import { shapeOf } from './arn-shapes.ts';
import { matches, overlap, segment } from './glob.ts';

/** A pattern for ARNs: a `SourceArn`, the `Resource` of a policy. */
export interface ArnPattern {
  /** What is known only at deploy time stands in it as `${…}`. */
  readonly text: string;
  /** The names in it. */
  readonly names: ReadonlySet<string>;
}

/** Reads a pattern for ARNs. */
export const arnPattern = (value: Json, view: TemplateView): ArnPattern => {
  const text = symbolicText(value, view);
  const found = placeholders(text).map(({ content }) => /^[A-Za-z0-9]*/.exec(content)![0]);
  const names = new Set(found.filter((name) => name !== ''));
  return { text, names };
};

/**
 * Whether a pattern takes in a resource of the template. `rest` is what stands behind the resource in the ARN that
 * counts: stage, method and path of an API; it may be a pattern, too.
 */
export const takesIn = ({ text, names }: ArnPattern, node: ResourceNode, view: TemplateView, rest = ''): Answer => {
  if (/^\*+$/.test(text)) return 'yes';
  const shape = shapeOf(node.type);
  if (isOpaque(text) || !shape) return names.has(node.id) ? 'yes' : 'unknown';
  const { service, before = '', name: property, after = '' } = shape;
  const given = property === undefined ? undefined : node.get(property);
  const name = given === undefined ? undefined : symbolicText(given, view);
  if (names.has(node.id) || (name?.includes('${') && text.includes(name))) {
    if (rest === '') return 'yes';
    const [, tail] = globOf(text, node.id).split(itself);
    return tail === undefined || overlap(tail, rest) ? 'yes' : 'no';
  }
  if ([...names].some((id) => view.resource(id)?.type === node.type)) return 'no';
  if (!/^(arn:|[*?])/.test(text)) return names.size > 0 ? 'unknown' : 'no';
  const known = name === undefined || isOpaque(name) ? segment : globOf(name);
  const glob = globOf(text);
  const tail = `${before}${known}${rest === '' ? after : rest}`;
  if (!overlap(glob, `arn:${segment}:${service}:${segment}:${segment}:${tail}`)) return 'no';
  const exact = `arn:${view.partition}:${service}:${view.region}:${itself}:${tail}`;
  return matches(glob.replaceAll(segment, '*'), exact.replaceAll('*', itself).replaceAll(segment, itself))
    ? 'yes'
    : 'unknown';
};

/** Stands for what only the deployment knows of the ARN that is looked for: nothing but `*` matches it. */
const itself = '\u0001';

/** What an `Fn::If`, an import or another function gives that is only known at deploy time. */
const isOpaque = (text: string): boolean => text.startsWith('{');

/** A text with wildcards for what is known only at deploy time, and with `itself` for the resource. */
const globOf = (text: string, id?: string): string =>
  replaceEnclosed(
    replaceEnclosed(text, '{{resolve:', '}}', () => '*'),
    '${',
    '}',
    (content) => {
      const [name] = content.split('.', 1);
      return name === id ? itself : name!.startsWith('AWS::') ? segment : '*';
    },
  );
