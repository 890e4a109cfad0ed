import type { CodeDocs } from '../model/code-doc.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const forEach = `${reference}/intrinsic-function-reference-foreach.html`;
const findInMap = `${reference}/intrinsic-function-reference-findinmap-enhancements.html`;
const transform = `${reference}/transform-aws-languageextensions.html`;

/** A template with a loop: what stands before `Resources`, its lines, and what follows it. */
const loop = (lines: readonly string[], before = '', after = '', name = 'Topics'): string => `
Transform: AWS::LanguageExtensions
${before}Resources:
  Fn::ForEach::${name}:
${lines.map((line) => `    - ${line}\n`).join('')}${after}`;

const names = '[Orders, Invoices]';
const topic = '${Name}: {Type: AWS::SNS::Topic}';

/** Outputs that a loop makes. */
const outputs = (key: string): string =>
  `Outputs:\n  ${key}:\n    - Name\n    - [Orders, Invoices]\n    - Topic\${Name}: {Value: !Ref '\${Name}'}\n`;

/** A template in which a function gives the value of a property. */
const valued = (value: string, before = ''): string => `
Transform: AWS::LanguageExtensions
${before}Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: ${value}}}`;

/** What is documented of the codes of `AWS::LanguageExtensions`. */
export const languageExtensionCodes: CodeDocs = {
  'text-too-long': {
    title: 'Functions that make more text than a template can have',
    why: 'CloudFormation takes templates of at most 1,048,576 bytes. A few nested functions or loops can make texts that no memory holds, so synth stops before that.',
    cure: 'Put in less, or less often: each level of a function that has the same text twice doubles it.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
    example: { none: 'The template would be too long for a page.' },
  },
  'invalid-for-each': {
    title: 'Loop of the wrong form',
    why: 'A loop is called `Fn::ForEach::Name` and is a list of three items: an identifier, a collection, and a map in which the identifier is replaced.',
    cure: 'Write the three items.',
    source: forEach,
    example: {
      fails: loop([names, topic]).replace('    - [Orders', '    ‹- [Orders'),
      passes: loop(['Name', names, topic]),
    },
  },
  'invalid-for-each-collection': {
    title: 'Collection that a loop cannot run over',
    why: 'A loop runs once for each item of a list of strings, which can be written out, or given by a parameter or function. With several identifiers the items are lists of as many strings; with two, a map gives its keys and values.',
    cure: 'Use a list of strings, or a parameter of the type `CommaDelimitedList`; for a map, write two identifiers.',
    source: forEach,
    example: {
      fails: loop(['Name', 'Orders', topic]).replace('Fn::ForEach', '‹Fn::ForEach'),
      passes: loop(['Name', '[Orders]', topic]),
    },
  },
  'hidden-for-each-collection': {
    title: 'Loop over a parameter with NoEcho',
    why: 'The values would become visible as names of resources, so CloudFormation refuses it.',
    cure: 'Remove `NoEcho`, or write the collection out.',
    source: forEach,
    example: {
      fails: loop(
        ['Name', '‹!Ref Names›', topic],
        "Parameters: {Names: {Type: CommaDelimitedList, Default: 'Orders', NoEcho: true}}\n",
      ),
      passes: loop(
        ['Name', '!Ref Names', topic],
        "Parameters: {Names: {Type: CommaDelimitedList, Default: 'Orders'}}\n",
      ),
    },
  },
  'for-each-key-without-identifier': {
    title: 'Loop whose key is the same every time',
    why: 'Each iteration adds an entry, and the keys must differ.',
    cure: 'Put the identifier into the key: `${Name}`.',
    source: forEach,
    example: {
      fails: loop(['Name', names, '‹Topic›: {Type: AWS::SNS::Topic}']),
      passes: loop(['Name', names, topic]),
    },
  },
  'for-each-duplicate-key': {
    title: 'Loop that produces a key twice',
    why: 'An entry of that name exists already, from another loop or in the template.',
    cure: 'Rename one of them, or remove the repeated item of the collection.',
    source: forEach,
    example: {
      fails: loop(['Name', names, '‹${Name}›: {Type: AWS::SNS::Topic}'], '', '  Orders: {Type: AWS::SQS::Queue}\n'),
      passes: loop(['Name', names, topic], '', '  OrdersQueue: {Type: AWS::SQS::Queue}\n'),
    },
  },
  'for-each-invalid-key': {
    title: 'Loop that produces an invalid name',
    why: 'Logical IDs and names of outputs and conditions may only have letters and digits, but an item of the collection has others.',
    cure: 'Use `&{Name}`, which inserts the value without them.',
    source: forEach,
    example: {
      fails: loop(
        ['Name', '[eu-west-1]', '‹Topic${Name}›: {Type: AWS::SNS::Topic}'],
        '',
        '  Other: {Type: AWS::SNS::Topic}\n',
      ),
      passes: loop(
        ['Name', '[eu-west-1]', 'Topic&{Name}: {Type: AWS::SNS::Topic}'],
        '',
        '  Other: {Type: AWS::SNS::Topic}\n',
      ),
    },
  },
  'for-each-identifier-taken': {
    title: 'Identifier of a loop that is already a name',
    why: 'The identifier would hide a parameter, a resource or the identifier of an outer loop.',
    cure: 'Rename the identifier.',
    source: forEach,
    example: {
      fails: loop(['‹Name›', names, topic], 'Parameters: {Name: {Type: String, Default: a}}\n').replace(
        'SNS::Topic}',
        'SNS::Topic}',
      ),
      passes: loop(['Each', names, '${Each}: {Type: AWS::SNS::Topic}']),
    },
  },
  'for-each-name-taken': {
    title: 'Name of a loop that is already a name',
    why: 'The names of loops share one space with the logical IDs of the section.',
    cure: 'Rename the loop.',
    source: forEach,
    example: {
      fails: loop(['Name', names, topic], '', '  Topics: {Type: AWS::SQS::Queue}\n').replace(
        'Fn::ForEach::Topics',
        '‹Fn::ForEach::Topics›',
      ),
      passes: loop(['Name', names, topic], '', '  Queue: {Type: AWS::SQS::Queue}\n'),
    },
  },
  'for-each-name-twice': {
    title: 'Two loops with one name',
    why: 'The names of loops must be unique within a template, in all of its sections.',
    cure: 'Rename one of them.',
    source: forEach,
    example: {
      fails: loop(['Name', names, topic], '', outputs('‹Fn::ForEach::Topics›')),
      passes: loop(['Name', names, topic], '', outputs('Fn::ForEach::TopicNames')),
    },
  },
  'for-each-not-here': {
    title: 'Loop in a section that takes none',
    why: 'Loops run in `Conditions`, `Resources`, `Outputs` and inside properties.',
    cure: 'Write the entries out.',
    source: forEach,
    example: {
      fails: `
Transform: AWS::LanguageExtensions
Mappings:
  ‹Fn::ForEach::Sizes›:
    - Name
    - [small, large]
    - \${Name}: {a: {b: c}}
Resources:
  Topic: {Type: AWS::SNS::Topic}`,
      passes: `
Transform: AWS::LanguageExtensions
Mappings:
  small: {a: {b: c}}
  large: {a: {b: c}}
Resources:
  Topic: {Type: AWS::SNS::Topic}`,
    },
  },
  'for-each-of-serverless-unknown': {
    title: 'Loop of serverless resources over an unknown collection',
    why: 'CloudFormation knows the values of all parameters when it expands a template; synth knows those that have a default or that you give. Without them the serverless resources of the loop cannot be expanded.',
    cure: 'Give the parameter a default, or a value with `--parameter`.',
    source: forEach,
    example: {
      fails: `
Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Parameters: {Names: {Type: CommaDelimitedList}}
Resources:
  ‹Fn::ForEach::Tables›:
    - Name
    - !Ref Names
    - \${Name}: {Type: AWS::Serverless::SimpleTable}`,
      passes: `
Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Parameters: {Names: {Type: CommaDelimitedList, Default: 'Orders,Invoices'}}
Resources:
  Fn::ForEach::Tables:
    - Name
    - !Ref Names
    - \${Name}: {Type: AWS::Serverless::SimpleTable}`,
    },
  },
  'for-each-too-deep': {
    title: 'Loops nested too deeply',
    why: 'CloudFormation allows five loops inside one another.',
    cure: 'Join the inner loops into one, over a longer collection.',
    source: forEach,
    example: { fails: () => nested(6), passes: () => nested(2) },
  },
  'for-each-too-large': {
    title: 'Loops that make the template too large',
    why: 'Nested loops multiply. synth stops where they produce more values than any template can have.',
    cure: 'Use smaller collections.',
    source: forEach,
    example: {
      fails: () => many(400, '‹'),
      passes: () => many(3, ''),
    },
  },
  'invalid-find-in-map': {
    title: 'Fn::FindInMap of the wrong form',
    why: 'It takes the name of a mapping and two keys and, with `AWS::LanguageExtensions`, a default value.',
    cure: 'Write the arguments as the message says.',
    source: findInMap,
    example: {
      fails: valued('!FindInMap ‹[Names, prod]›', 'Mappings: {Names: {prod: {topic: Orders}}}\n'),
      passes: valued('!FindInMap [Names, prod, topic]', 'Mappings: {Names: {prod: {topic: Orders}}}\n'),
    },
  },
  'not-in-mappings': {
    title: 'Key that a mapping does not have',
    why: '`Fn::FindInMap` fails where there is no such key, and with it the deployment.',
    cure: 'Add the key, or give a default: `!FindInMap [Map, first, second, {DefaultValue: x}]`.',
    source: findInMap,
    example: {
      fails: valued('‹!FindInMap [Names, test, topic]›', 'Mappings: {Names: {prod: {topic: Orders}}}\n'),
      passes: valued('!FindInMap [Names, prod, topic]', 'Mappings: {Names: {prod: {topic: Orders}}}\n'),
    },
  },
  'invalid-length': {
    title: 'Fn::Length of something that is not a list',
    why: '`Fn::Length` counts the items of a list.',
    cure: 'Give it a list, or a function that returns one.',
    source: `${reference}/intrinsic-function-reference-length.html`,
    example: {
      fails: valued("!Sub ['${N} topics', {N: {'Fn::Length': ‹Orders›}}]"),
      passes: valued("!Sub ['${N} topics', {N: {'Fn::Length': [Orders]}}]"),
    },
  },
  'invalid-reference': {
    title: 'Argument that must be a string',
    why: 'With `AWS::LanguageExtensions` the arguments of `Ref` and `Fn::GetAtt` may be functions, but they must return a string.',
    cure: 'Use a function that returns one name.',
    source: transform,
    example: {
      fails: valued("{Ref: ‹!Split [',', 'AWS::StackName,b']›}"),
      passes: valued('!Ref AWS::StackName'),
    },
  },
  'invalid-to-json-string': {
    title: 'Fn::ToJsonString of something that is not a map or list',
    why: '`Fn::ToJsonString` writes a map or list as JSON.',
    cure: 'Give it a map or list; a string needs no function.',
    source: `${reference}/intrinsic-function-reference-ToJsonString.html`,
    example: {
      fails: valued("{'Fn::ToJsonString': ‹Orders›}"),
      passes: valued("{'Fn::ToJsonString': {name: Orders}}"),
    },
  },
  'unsupported-in-to-json-string': {
    title: 'Function that Fn::ToJsonString cannot hold',
    why: 'Condition functions and `AWS::NotificationARNs` have no value inside of `Fn::ToJsonString`.',
    cure: 'Use the function outside, or another one.',
    source: `${reference}/intrinsic-function-reference-ToJsonString.html`,
    example: {
      fails: valued("{'Fn::ToJsonString': {names: ‹!Ref AWS::NotificationARNs›}}"),
      passes: valued("{'Fn::ToJsonString': {name: !Ref AWS::StackName}}"),
    },
  },
  'language-extensions-after-others': {
    title: 'AWS::LanguageExtensions behind the SAM transform',
    why: 'Transforms run in the order of the list, so the SAM transform would see the loops and functions unresolved.',
    cure: 'Put `AWS::LanguageExtensions` first.',
    source: transform,
    example: {
      fails: `
Transform: [AWS::Serverless-2016-10-31, ‹AWS::LanguageExtensions›]
Resources:
  Orders: {Type: AWS::Serverless::SimpleTable}`,
      passes: `
Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Resources:
  Orders: {Type: AWS::Serverless::SimpleTable}`,
    },
  },
};

const nested = (depth: number): string => {
  const line = (at: number): string => {
    const indent = `${'    '.repeat(at)}  `;
    if (at === depth) {
      const key = Array.from({ length: depth }, (_, each) => `\${N${each}}`).join('');
      return `${indent}T${key}: {Type: AWS::SNS::Topic}\n`;
    }
    const mark = at === 5 ? '‹' : '';
    return `${indent}${mark}Fn::ForEach::L${at}:\n${indent}  - N${at}\n${indent}  - [a]\n${indent}  -\n${line(at + 1)}`;
  };
  return `Transform: AWS::LanguageExtensions\nResources:\n${line(0)}`;
};

const many = (count: number, mark: string): string => {
  const items = Array.from({ length: count }, (_, at) => `a${at}`).join(', ');
  return `Transform: AWS::LanguageExtensions
Resources:
  ${mark}Fn::ForEach::A:
    - A
    - [${items}]
    - ${mark}Fn::ForEach::B:
        - B
        - [${items}]
        - T\${A}x\${B}: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: a, Value: b}, {Key: c, Value: d}]}}
`;
};
