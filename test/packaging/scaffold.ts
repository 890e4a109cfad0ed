import type { Reader } from '../../src/index.ts';
import type { PackagedProperty } from '../../src/packaging/properties.ts';

/** Properties that a type needs beside the packaged one, as flow-style YAML entries. */
const needed: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'Handler: a.b, Runtime: nodejs22.x',
  'AWS::Serverless::Api': 'StageName: s',
  'AWS::Serverless::GraphQLApi': 'Auth: {Type: AWS_IAM}',
};

const runtime = 'Runtime: {Name: APPSYNC_JS, Version: 1.0.0}';
/** What stands beside the code of a GraphQL API's function or resolver. */
const besideCode: Readonly<Record<string, string>> = {
  Functions: `, DataSource: none, ${runtime}`,
  Resolvers: `, Pipeline: [F], ${runtime}`,
};

/** The properties of a resource of the property's type, with a value there. */
export const propertiesWith = ({ type, path }: PackagedProperty, value: string): string => {
  const nested = path.reduceRight((inner, step, at) => {
    const key = step === '*' ? `K${at}` : step;
    const around = at > 0 && step === 'CodeUri' ? besideCode[path[0]!] : '';
    return `{${key}: ${inner}${around}}`;
  }, value);
  const more = [
    needed[type],
    type.endsWith('GraphQLApi') && path[0] !== 'SchemaUri' ? 'SchemaInline: s' : undefined,
    path[0] === 'Resolvers' ? `Functions: {F: {InlineCode: c${besideCode['Functions']}}}` : undefined,
  ];
  return `{${[nested.slice(1, -1), ...more.filter(Boolean)].join(', ')}}`;
};

/** A template with one resource that has a value at a packaged property. */
export const templateWith = (
  property: PackagedProperty,
  value: string,
  transform = '[AWS::LanguageExtensions, AWS::Serverless-2016-10-31]',
): string => {
  const { type } = property;
  const head = `Transform: ${transform}\nConditions: {Is: !Equals [a, a]}\n`;
  if (type === 'AWS::ServerlessRepo::Application') {
    return `${head}Metadata:\n  ${type}: ${propertiesWith(property, value)}\nResources: {T: {Type: AWS::SNS::Topic}}\n`;
  }
  return `${head}Resources:\n  R: {Type: '${type}', Properties: ${propertiesWith(property, value)}}\n`;
};

/** A reader of some files, by their paths from the template's folder; a folder is there where a file is below it. */
export const memory = (files: Readonly<Record<string, string>>): Reader => {
  const plain = (path: string): string => path.replace(/^\.\//, '');
  const below = (path: string): string[] =>
    Object.keys(files).filter((file) => path === '.' || file.startsWith(`${plain(path)}/`));
  return {
    kind: (path) => (Object.hasOwn(files, plain(path)) ? 'file' : below(path).length > 0 ? 'directory' : undefined),
    text: (path) => files[plain(path)],
    fingerprint: (path, as) =>
      `${as}-${
        (
          files[plain(path)] ??
          below(path)
            .map((file) => files[file])
            .join()
        ).length
      }`,
  };
};
