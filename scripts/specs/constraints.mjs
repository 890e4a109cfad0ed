// What the schemas of the CloudFormation registry say of values, as @awboost/cfn-resource-types writes it into the
// comments of its declarations: patterns, lengths, ranges, sizes of lists. The newest of the sources in npm.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.resolve('@awboost/cfn-resource-types/AWS-SQS-Queue')));

// A comment may not hold `*/`, so the declarations write it the other way round.
const patternIn = (text) =>
  text
    .replaceAll('/\u200d*', '*/')
    .replace(/\\Z$/, '$')
    .replace(/^\\A\^?/, '^');

const tags = { pattern: patternIn, minLength: Number, maxLength: Number, min: Number, max: Number };
const literals = /^\(?("[^"]*"(?: \| "[^"]*")*)\)?(\[\])?$/;

/**
 * The constraints of a type: the name of a definition ('' for the type itself) → property → `{pattern, minLength,
 * maxLength, min, max, values}`. Lengths are sizes where the property is a list or a map; `values` are those of a text, or
 * of the items of a list.
 */
export const constraintsOf = (type) => {
  const path = join(folder, `${type.replaceAll('::', '-')}.d.ts`);
  if (!existsSync(path)) return new Map();
  const text = readFileSync(path, 'utf8');
  const [, , service = '', ...rest] = /^(\w+)::(\w+)::(.+)$/.exec(type) ?? [];
  const root = `${service}${rest.join('')}Properties`.replaceAll('::', '');
  const aliases = new Map(
    [...text.matchAll(/^export type (\w+) = ((?:"[^"]*"(?: \| )?)+);$/gm)].map(([, ...all]) => all),
  );
  const found = new Map();
  for (const [, name, body] of text.matchAll(/^export type (\w+) = \{\n([\s\S]*?)^\};$/gm)) {
    found.set(name === root ? '' : name, propertiesIn(body, aliases));
  }
  return found;
};

/** Only what stands directly in the definition; what is nested in it has no name to be found by. */
const propertiesIn = (body, aliases) => {
  const found = new Map();
  let facts = {};
  for (const line of body.split('\n')) {
    const [, tag, value] = /^ {4,7}\* @(\w+) `(.*)`$/.exec(line) ?? [];
    if (tag && Object.hasOwn(tags, tag)) facts[tag] = tags[tag](value);
    const [, name, declared] = /^ {4}(\w+)\??: (.*?);?$/.exec(line) ?? [];
    if (name) {
      const list = literals.exec(resolved(declared, aliases))?.[1];
      if (list) facts.values = list.split(' | ').map((each) => JSON.parse(each));
      if (Object.keys(facts).length > 0) found.set(name, facts);
    }
    if (name || line === '    /**') facts = {};
  }
  return found;
};

const resolved = (declared, aliases) => {
  const item = declared.endsWith('[]') ? declared.slice(0, -2) : declared;
  return aliases.has(item) ? aliases.get(item) : declared;
};
