import type { CodeDocs } from '../model/code-doc.ts';

const packaging = 'https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html';
const nesting = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html';
const loops =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html';

const topic = 'Resources: {Topic: {Type: AWS::SNS::Topic}}\n';
const stack = (file: string, id = 'Network'): string =>
  `${id}: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${file}}}`;
const template = (resource: string): string => `Resources:\n  ${resource}\n`;

const deep = Object.fromEntries(
  Array.from({ length: 22 }, (_, at) => {
    const next = stack(at === 19 ? `‹t${at + 2}.yaml›` : `t${at + 2}.yaml`);
    return [`t${at + 1}.yaml`, template(next)];
  }),
);

/** A template with stacks that give one nested template different parameters. */
const stacks = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => {
    const at = from + index;
    const file = at < 499 ? 'topic.yaml' : '‹topic.yaml›';
    return `  S${at}: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${file}, Parameters: {Name: n${at}}}}\n`;
  }).reduce((text, line) => text + line, 'Resources:\n');

const loop = (path: string): string => `Transform: AWS::LanguageExtensions
Parameters: {Names: {Type: CommaDelimitedList}}
Resources:
  Fn::ForEach::Functions:
    - Name
    - !Ref Names
    - \${Name}:
        Type: AWS::Lambda::Function
        Properties:
          Code: ${path}
          Handler: index.handler
          Runtime: nodejs22.x
          Role: arn:aws:iam::123456789012:role/orders
`;

/** What is documented of the codes of local files and nested templates. */
export const packagingCodes: CodeDocs = {
  'path-not-file': {
    title: 'Folder where a file is needed',
    why: 'Only code can be a folder, which becomes an archive. A definition, a schema, a script or a template is one file.',
    cure: 'Name the file in the folder.',
    source: packaging,
    example: {
      in: 'resources',
      fails: stack('‹network›'),
      passes: stack('network/template.yaml'),
      files: { 'network/template.yaml': topic },
    },
  },
  'path-not-readable': {
    title: 'Local file that cannot be read',
    why: 'The file, or one below the folder, is there, but it is a pipe or a device, its permissions forbid reading it, or a symbolic link leads nowhere. It can neither be packaged nor included.',
    cure: 'Mend the file that the message names, or leave it out of the code with a `.synthignore`.',
    source: packaging,
    example: { none: 'It takes a pipe, a device or a file without permissions.' },
  },
  'path-by-loop': {
    title: 'Local path that a loop makes at the deployment',
    why: 'The collection of the loop depends on values that are only known at the deployment, so the files that its rounds name cannot be found, and CloudFormation refuses a local path.',
    cure: 'Give the parameters that the collection is made of a default or a value (`--parameter`), or name the same path in every round.',
    source: loops,
    example: {
      fails: loop("‹'./${Name}'›"),
      passes: loop('orders'),
      files: { 'orders/index.js': '' },
    },
  },
  'nested-cycle': {
    title: 'Templates that nest each other',
    why: 'Each nested stack would need another one, so the deployment could never end.',
    cure: 'Remove one of the nested stacks. The message lists the files in order.',
    source: nesting,
    example: {
      in: 'resources',
      fails: stack('a.yaml'),
      passes: stack('c.yaml'),
      files: { 'a.yaml': template(stack('b.yaml')), 'b.yaml': template(stack('‹a.yaml›')), 'c.yaml': topic },
    },
  },
  'nested-too-deep': {
    title: 'Templates nested too deep',
    why: 'Nesting this deep is a mistake in practice, and each level takes a nested stack at the deployment.',
    cure: 'Nest the stacks beside each other instead of inside each other.',
    source: nesting,
    example: {
      in: 'resources',
      fails: stack('t1.yaml'),
      passes: stack('t22.yaml'),
      files: { ...deep, 't22.yaml': topic },
    },
  },
  'nested-too-many': {
    title: 'Too many nested templates',
    why: 'Each is expanded for the parameters that it is given. A template that nests another one twice doubles their number at each level, so there is a limit.',
    cure: 'Divide the template into stacks that are deployed one after the other.',
    source: nesting,
    example: {
      in: 'resources',
      fails: [stack('a.yaml', 'A'), stack('b.yaml', 'B')].join('\n'),
      passes: stack('a.yaml', 'A'),
      files: {
        'a.yaml': stacks(0, 400),
        'b.yaml': stacks(400, 500),
        'topic.yaml': `Parameters: {Name: {Type: String}}\n${topic.replace('Topic}', 'Topic, Properties: {DisplayName: !Ref Name}}')}`,
      },
    },
  },
  'archive-empty': {
    title: 'Archive without files',
    why: 'The folder is empty, or a `.synthignore` leaves out all that it holds. Lambda refuses an archive without files; elsewhere the deployment works and has nothing to run.',
    cure: 'Name the folder that holds the code. `synth build --dry-run` lists what each archive gets and what is left out.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html',
    example: { none: 'It takes a folder or a ready archive.' },
  },
  'archive-path-outside': {
    title: 'Entry of an archive that leads out of its folder',
    why: 'A name that begins with `/` or has `..` in it points outside the folder that the archive is unpacked into. Tools refuse or drop such an entry, so the code lacks that file.',
    cure: 'Make the archive again, with names relative to the folder of the code.',
    source: 'https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT',
    example: { none: 'It takes a ready archive.' },
  },
};
