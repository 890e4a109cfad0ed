import type { Random } from './random.ts';

type Tree = unknown[] | Record<string, unknown>;

/** Values that a template can hold anywhere, but rarely should. */
const odd: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  '',
  ' ',
  '*',
  'a\u0000b',
  '${',
  '${A.B.C}',
  '{{resolve:ssm:x}}',
  's3://',
  [],
  [null],
  [[]],
  {},
  { Ref: 'AWS::NoValue' },
  { Ref: [] },
  { 'Fn::If': ['C', 1] },
  { 'Fn::If': ['C', { Ref: 'AWS::NoValue' }, 'x'] },
  { 'Fn::Sub': '${X}' },
  { 'Fn::Sub': ['${X}', null] },
  { 'Fn::GetAtt': 'A.Arn' },
  { 'Fn::GetAtt': [1, 2] },
  { 'Fn::FindInMap': ['A'] },
  { 'Fn::Transform': { Name: 'AWS::Include' } },
  JSON.parse('{"__proto__": {"a": 1}}'),
  { constructor: 1, toString: {} },
];

/** All containers of a tree that have something in them. */
const containersOf = (tree: unknown, found: Tree[] = []): Tree[] => {
  if (typeof tree !== 'object' || tree === null) return found;
  if (Object.keys(tree).length > 0) found.push(tree as Tree);
  for (const value of Object.values(tree)) containersOf(value, found);
  return found;
};

/** Changes one node of a tree: deletes it, gives it another type, duplicates it, moves it, or renames its key. */
export const mutateTree = (tree: unknown, random: Random): unknown => {
  const copy = structuredClone(tree);
  const containers = containersOf(copy);
  if (containers.length === 0) return random.pick(odd);
  const container = random.pick(containers);
  const key = random.pick(Object.keys(container));
  const entries = container as Record<string, unknown>;
  switch (random.below(6)) {
    case 0:
      if (Array.isArray(container)) container.splice(Number(key), 1);
      else delete entries[key];
      break;
    case 1:
      if (Array.isArray(container)) container.push(structuredClone(container[Number(key)]));
      else entries[`${key}${random.pick(['2', ' ', '.x', '-y', ''])}`] = structuredClone(entries[key]);
      break;
    case 2: {
      const other = random.pick(containers);
      entries[key] = structuredClone(Object.values(other)[random.below(Object.keys(other).length)]);
      break;
    }
    case 3:
      if (!Array.isArray(container)) {
        entries[
          random.pick(['__proto__', 'constructor', 'Type', 'Properties', 'Ref', 'Fn::If', '', '0', key.toLowerCase()])
        ] = entries[key];
        delete entries[key];
      }
      break;
    case 4:
      entries[key] = Array.isArray(entries[key]) ? Object.fromEntries(Object.entries(entries[key])) : [entries[key]];
      break;
    default:
      entries[key] = structuredClone(random.pick(odd));
  }
  return copy;
};

/** Damages a text: lines and characters are deleted, doubled, moved or replaced. */
export const mutateText = (text: string, random: Random): string => {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  switch (random.below(6)) {
    case 0:
      lines.splice(at, 1 + random.below(3));
      break;
    case 1:
      lines.splice(at, 0, lines[random.below(lines.length)]!);
      break;
    case 2:
      lines[at] = `${' '.repeat(random.below(6))}${lines[at]!.trimStart()}`;
      break;
    case 3:
      lines[at] = lines[at]!.replace(
        /:.*/,
        `: ${random.pick(['', '*x', '&x', '!Ref', '!Sub', '[', '{', '|', '>-', '"', '!!binary x', '<<', '- -', '012', '1:2:3'])}`,
      );
      break;
    case 4: {
      const place = random.below(text.length + 1);
      return (
        text.slice(0, place) +
        random.pick(['\u0000', '\t', '\r', '\ufeff', '\ud800', '%', '@', '`', '#', ':', '---\n', '...\n']) +
        text.slice(place)
      );
    }
    default:
      return text.slice(0, random.below(text.length + 1));
  }
  return lines.join('\n');
};
