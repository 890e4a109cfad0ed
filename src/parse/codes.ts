import type { CodeDocs } from '../model/code-doc.ts';

const yaml = 'https://yaml.org/spec/1.1/';
const include = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html';
const limits = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html';

const topic = (properties: string): string => `Topic:\n  Type: AWS::SNS::Topic\n  Properties:\n${properties}`;

const aliases = Array.from({ length: 18 }, (_, at) => {
  const last = at === 17;
  return `  a${at + 1}: &a${at + 1} [*a${at}, ${last ? '‹*a17›' : `*a${at}`}]\n`;
}).join('');

/** Files that include one another, each the next. */
const chain = Object.fromEntries(
  Array.from({ length: 21 }, (_, at) => [
    `part${at + 1}.yaml`,
    `Fn::Transform: ${at === 19 ? '‹' : ''}{Name: AWS::Include, Parameters: {Location: part${at + 2}.yaml}}\n`,
  ]),
);

/** What is documented of the codes of this folder. */
export const parseCodes: CodeDocs = {
  'yaml-syntax': {
    title: 'The text is neither YAML nor JSON',
    why: 'CloudFormation cannot read a template with a syntax error, so nothing else in it can be checked either.',
    cure: 'Correct the text at the place. Frequent causes are tabs, a key that is indented unlike its neighbours, a missing space after `:`, and a quote or bracket that is never closed.',
    source: yaml,
    example: {
      fails: `
Resources:
  Topic:
    Type: AWS::SNS::Topic
   ‹Properties:
      DisplayName: Orders`,
      passes: `
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: Orders`,
    },
  },
  'directive-too-long': {
    title: 'YAML directive of more than 1,000 characters',
    why: 'What a directive `%TAG` says is put in front of every tag that uses it. A template needs no directive, and one so long only makes reading it slow.',
    cure: 'Remove the directive.',
    source: yaml,
    example: {
      fails: () => `‹%›TAG !a! tag:${'a'.repeat(1000)}\n---\nResources:\n  Topic: {Type: AWS::SNS::Topic}`,
      passes: 'Resources:\n  Topic: {Type: AWS::SNS::Topic}',
    },
  },
  'several-documents': {
    title: 'More than one YAML document in the file',
    why: 'A template is one document. A line of three hyphens begins another one, and CloudFormation refuses a file that has two.',
    cure: 'Remove the line `---`, or keep each template in a file of its own.',
    source: yaml,
    example: {
      fails: `
Resources:
  Topic: {Type: AWS::SNS::Topic}
‹---›
Resources:
  Queue: {Type: AWS::SQS::Queue}`,
      passes: `
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Queue: {Type: AWS::SQS::Queue}`,
    },
  },
  'unreadable-text': {
    title: 'The file is not a text in UTF-8',
    why: 'A template is a text in UTF-8. YAML allows neither control characters and NUL nor bytes that are not UTF-8.',
    cure: 'Save the file as UTF-8 without control characters.',
    source: yaml,
    example: {
      fails: () => 'Resources:\n  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: "Orders‹\u0007›"}}',
      passes: 'Resources:\n  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: Orders}}',
    },
  },
  'file-too-large': {
    title: 'Template too large to be read',
    why: 'synth reads templates of up to 16 MB; CloudFormation itself accepts 1 MB.',
    cure: 'Split the template into nested stacks.',
    source: limits,
    example: {
      fails: () => `‹#› ${'x'.repeat(16 * 1024 * 1024)}\nResources:\n  Topic: {Type: AWS::SNS::Topic}`,
      passes: 'Resources:\n  Topic: {Type: AWS::SNS::Topic}',
    },
  },
  'not-plain-data': {
    title: 'A template object that no template could hold',
    why: 'A template that is given to the library as an object must be plain data: maps, lists, strings, numbers, booleans and null. Class instances, functions and cycles cannot be written as YAML or JSON.',
    cure: 'Convert the value to plain data before you pass it.',
    source: 'https://www.json.org',
    example: { none: 'a template file can only hold plain data; the library finds this in objects' },
  },
  'nesting-too-deep': {
    title: 'Values nested too deeply',
    why: 'synth reads values up to 400 levels deep. No real template comes close, but a generated or hostile file may.',
    cure: 'Flatten the structure.',
    source: limits,
    example: {
      fails: () =>
        `Metadata: {Deep: ${'['.repeat(400)}‹[›${']'.repeat(401)}}\nResources:\n  Topic: {Type: AWS::SNS::Topic}`,
      passes: 'Metadata: {Deep: [[[[]]]]}\nResources:\n  Topic: {Type: AWS::SNS::Topic}',
    },
  },
  'duplicate-key': {
    title: 'Key given twice in one map',
    why: 'The last value wins and the others are lost silently, which is hardly ever intended.',
    cure: 'Remove one of the entries, or rename it.',
    source: `${yaml}#id861060`,
    example: {
      in: 'resources',
      fails: topic('    DisplayName: Orders\n    ‹DisplayName›: Invoices'),
      passes: topic('    DisplayName: Invoices'),
    },
  },
  'key-not-scalar': {
    title: 'Key that is a list, a map or a tagged value',
    why: 'The keys of a template are plain texts. `{Stage}` in YAML is a map, and a map cannot be a key.',
    cure: 'Put the key in quotes, or write a plain name.',
    source: yaml,
    example: {
      in: 'resources',
      fails: topic('    ‹[DisplayName]›: Orders'),
      passes: topic('    DisplayName: Orders'),
    },
  },
  'merge-not-map': {
    title: "'<<' with something that is not a map",
    why: 'The merge key `<<` copies the entries of a map, or of each map of a list, into the map around it.',
    cure: 'Give `<<` an alias of a map.',
    source: 'https://yaml.org/type/merge.html',
    example: {
      in: 'resources',
      fails: topic('    <<: ‹Orders›'),
      passes: topic('    <<: {DisplayName: Orders}'),
    },
  },
  'unknown-alias': {
    title: 'Alias without an anchor',
    why: 'An alias `*name` repeats the value that an anchor `&name` marks earlier in the file.',
    cure: 'Mark the value with `&name` before the alias. A text that begins with `*` needs quotes.',
    source: `${yaml}#id863390`,
    example: {
      in: 'resources',
      fails: topic('    DisplayName: ‹*name›'),
      passes: topic("    DisplayName: '*name'"),
    },
  },
  'recursive-alias': {
    title: 'Alias inside its own value',
    why: 'A value that contains itself has no end, and no template can hold it.',
    cure: 'Write the inner value out.',
    source: `${yaml}#id863390`,
    example: {
      in: 'resources',
      fails: topic('    Tags: &tags [{Key: all, Value: ‹*tags›}]'),
      passes: topic('    Tags: &tags [{Key: all, Value: none}]'),
    },
  },
  'alias-expansion': {
    title: 'Aliases that make the document explode',
    why: 'Aliases of aliases multiply: a few lines can stand for billions of values. synth stops where a document grows beyond its limit.',
    cure: 'Use fewer nested aliases.',
    source: `${yaml}#id863390`,
    example: {
      fails: () => `Metadata:\n  a0: &a0 [x, x]\n${aliases}Resources:\n  Topic: {Type: AWS::SNS::Topic}`,
      passes: 'Metadata:\n  a0: &a0 [x, x]\n  a1: [*a0, *a0]\nResources:\n  Topic: {Type: AWS::SNS::Topic}',
    },
  },
  'unsupported-tag': {
    title: 'YAML tag that templates do not have',
    why: 'A template has the tags of YAML (`!!str`, `!!int` …) and the short forms of intrinsic functions (`!Ref`). Other tags, such as those of a programming language, cannot be read.',
    cure: 'Remove the tag.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html',
    example: {
      in: 'resources',
      fails: topic('    DisplayName: ‹!!python/str› Orders'),
      passes: topic('    DisplayName: Orders'),
    },
  },
  'path-not-found': {
    title: 'Local file or folder that does not exist',
    why: 'Local code becomes an archive whose name follows from its contents, and an included file becomes part of the template: neither works without the file. It is a warning where a build step may still make the file.',
    cure: 'Correct the path. It counts from the folder of the template.',
    source: include,
    example: {
      in: 'resources',
      fails: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: ‹{Name: AWS::Include, Parameters: {Location: topics.yaml}}›`,
      passes: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: topic.yaml}}`,
      files: { 'topic.yaml': 'DisplayName: Orders\n' },
    },
  },
  'local-path-not-read': {
    title: 'Local file that was not looked at',
    why: 'Without access to files, as in a browser or with a template from standard input, the name of an archive follows from the path alone, and includes stay as they are.',
    cure: 'Give the library a `reader`, or expand the template as a file.',
    source: include,
    example: {
      in: 'resources',
      reader: false,
      fails: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: ‹{Name: AWS::Include, Parameters: {Location: topic.yaml}}›`,
      passes: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://shared/topic.yaml}}`,
    },
  },
  'include-no-location': {
    title: 'Include without a location',
    why: 'CloudFormation refuses `AWS::Include` when its `Parameters` do not say where the file is.',
    cure: 'Add `Location`, with a capital letter, to the `Parameters`.',
    source: include,
    example: {
      in: 'resources',
      fails: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: ‹{Name: AWS::Include, Parameters: {location: s3://shared/topic.yaml}}›`,
      passes: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://shared/topic.yaml}}`,
    },
  },
  'include-outside': {
    title: 'Local file outside the folder of the template',
    why: 'A template could otherwise read any file of the machine that expands it.',
    cure: 'Move the file into the folder of the template, or allow it to be read with `--include-outside` (`includeOutside` in the library).',
    source: include,
    example: {
      in: 'resources',
      fails: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: ‹{Name: AWS::Include, Parameters: {Location: ../topic.yaml}}›`,
      passes: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: topic.yaml}}`,
      files: { 'topic.yaml': 'DisplayName: Orders\n' },
    },
  },
  'include-empty': {
    title: 'Included file that is empty',
    why: 'An include puts the contents of a file into the template; an empty file has none.',
    cure: 'Fill the file, or remove the include.',
    source: include,
    example: {
      in: 'resources',
      fails: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: ‹{Name: AWS::Include, Parameters: {Location: empty.yaml}}›`,
      passes: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: topic.yaml}}`,
      files: { 'empty.yaml': '', 'topic.yaml': 'DisplayName: Orders\n' },
    },
  },
  'include-not-map': {
    title: 'Included list or text beside other keys',
    why: 'Where an include is beside other keys, the entries of the file are added to the map, so the file must hold a map.',
    cure: 'Write the file as a map, or give the include a place of its own.',
    source: include,
    example: {
      in: 'resources',
      fails: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    DisplayName: Orders
    Fn::Transform: ‹{Name: AWS::Include, Parameters: {Location: list.yaml}}›`,
      passes: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    DisplayName: Orders
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: topic.yaml}}`,
      files: { 'list.yaml': '- DisplayName\n', 'topic.yaml': 'FifoTopic: false\n' },
    },
  },
  'include-duplicate-key': {
    title: 'Included key that the template has too',
    why: 'The value in the template wins and that of the file is lost.',
    cure: 'Remove the key on one side.',
    source: include,
    example: {
      in: 'resources',
      fails: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    ‹DisplayName›: Invoices
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: topic.yaml}}`,
      passes: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    FifoTopic: false
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: topic.yaml}}`,
      files: { 'topic.yaml': 'DisplayName: Orders\n' },
    },
  },
  'include-cycle': {
    title: 'Files that include each other',
    why: 'The template would never end.',
    cure: 'Remove one of the includes.',
    source: include,
    example: {
      in: 'resources',
      fails: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: loop.yaml}}`,
      passes: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: topic.yaml}}`,
      files: {
        'loop.yaml': 'Fn::Transform: ‹{Name: AWS::Include, Parameters: {Location: loop.yaml}}›\n',
        'topic.yaml': 'DisplayName: Orders\n',
      },
    },
  },
  'include-chain-too-long': {
    title: 'Includes nested too deeply',
    why: 'An included file may include another one, and so on. synth follows such a chain up to a limit.',
    cure: 'Include the files from the template directly.',
    source: include,
    example: {
      in: 'resources',
      fails: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: part1.yaml}}`,
      passes: `Topic:
  Type: AWS::SNS::Topic
  Properties:
    Fn::Transform: {Name: AWS::Include, Parameters: {Location: topic.yaml}}`,
      files: { ...chain, 'topic.yaml': 'DisplayName: Orders\n' },
    },
  },
  'include-too-large': {
    title: 'Included files that make the template too large',
    why: 'A file that is included many times, or includes others, can make a template grow without bounds. synth stops at a limit.',
    cure: 'Include less, or split the template.',
    source: limits,
    example: { none: 'it takes files of several megabytes' },
  },
};
