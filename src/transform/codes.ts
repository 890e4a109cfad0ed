import type { CodeDocs } from '../model/code-doc.ts';

const guide = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide';
const anatomy = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html';
const resources = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html';
const globals = `${guide}/sam-specification-template-anatomy-globals.html`;
const functions =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html';

const topic = 'Resources:\n  Topic: {Type: AWS::SNS::Topic}';
const code = 'Runtime: nodejs24.x\n      Handler: index.handler\n      InlineCode: exports.handler = async () => {}';

const withGlobals = (section: string, more = ''): string => `
Transform: AWS::Serverless-2016-10-31
Globals:
  ${section}
Resources:
  Orders:
    Type: AWS::Serverless::Function${more}
    Properties:
      ${code}`;

/** What is documented of the codes of the engine. */
export const transformCodes: CodeDocs = {
  'wrong-option-value': {
    title: 'Option of a library function with an unusable value',
    why: 'A value of another type would be ignored, or fail later where it is hard to see why. Nothing is done.',
    cure: 'Correct the value; the declarations of the package say what each option takes.',
    source: 'The README, under the library',
    example: { none: 'It is about calls of the library, not about templates.' },
  },
  'unknown-option': {
    title: 'Option that the library does not have',
    why: 'It has no effect. The name may be misspelt.',
    cure: 'Correct or remove the name.',
    source: 'The README, under the library',
    example: { none: 'It is about calls of the library, not about templates.' },
  },
  'not-a-template': {
    title: 'File that is not a template',
    why: 'A template is a map with a `Resources` section. An empty file, a list or a text is not.',
    cure: 'Check that this is the file you mean.',
    source: anatomy,
    example: { fails: '‹- Resources', passes: topic },
  },
  'missing-resources': {
    title: 'Template without resources',
    why: 'CloudFormation refuses a template whose `Resources` section is missing or empty.',
    cure: 'Add at least one resource.',
    source: anatomy,
    example: { fails: 'Description: Orders\n‹Resources›: {}', passes: `Description: Orders\n${topic}` },
  },
  'missing-type': {
    title: 'Resource without a type',
    why: 'The transform leaves the resource unchanged, and CloudFormation refuses the template.',
    cure: 'Add `Type`.',
    source: resources,
    example: {
      in: 'resources',
      fails: '‹Topic›: {Properties: {DisplayName: Orders}}',
      passes: 'Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: Orders}}',
    },
  },
  'missing-language-extensions': {
    title: 'Loop without its transform',
    why: '`Fn::ForEach` is not an intrinsic function: the transform `AWS::LanguageExtensions` runs it. Without the transform CloudFormation takes the loop for a resource, and refuses it.',
    cure: 'Add `AWS::LanguageExtensions` to `Transform`, before `AWS::Serverless-2016-10-31`.',
    source:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html',
    example: {
      fails: `
Resources:
  ‹Fn::ForEach::Topics›:
    - Name
    - [Orders, Invoices]
    - \${Name}: {Type: AWS::SNS::Topic}`,
      passes: `
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Name
    - [Orders, Invoices]
    - \${Name}: {Type: AWS::SNS::Topic}`,
    },
  },
  'globals-unknown-section': {
    title: 'Section of Globals that does not exist',
    why: '`Globals` has a section for each type that can take values from it, and the transform refuses any other.',
    cure: 'Correct the name: the sections are called after the types, such as `Function` for `AWS::Serverless::Function`.',
    source: globals,
    example: { fails: withGlobals('‹Functions›: {Timeout: 30}'), passes: withGlobals('Function: {Timeout: 30}') },
  },
  'globals-unsupported-property': {
    title: 'Property that Globals cannot set',
    why: 'Only some properties of a type can be set for all of its resources at once; the transform refuses the others.',
    cure: 'Move the property to each resource.',
    source: globals,
    example: {
      fails: withGlobals('Function: {‹FunctionName›: orders}'),
      passes: withGlobals('Function: {Timeout: 30}'),
    },
  },
  'ignored-global-not-set': {
    title: 'IgnoreGlobals names a property that Globals does not set',
    why: '`IgnoreGlobals` keeps properties of `Globals` away from one resource. The transform refuses names that are not there to be ignored.',
    cure: 'Correct the name, or remove it from the list.',
    source: globals,
    example: {
      fails: withGlobals('Function: {Timeout: 30}', '\n    IgnoreGlobals: [‹MemorySize›]'),
      passes: withGlobals('Function: {Timeout: 30}', '\n    IgnoreGlobals: [Timeout]'),
    },
  },
  'unknown-event-type': {
    title: 'Event type that does not exist',
    why: 'Functions and state machines take certain types of events, each with properties of its own, and the transform refuses others.',
    cure: 'Use one of the types in the message.',
    source: `${guide}/sam-property-function-eventsource.html`,
    example: {
      in: 'function',
      fails: 'Events:\n  Nightly: {Type: ‹Scheduled›, Properties: {Schedule: rate(1 day)}}',
      passes: 'Events:\n  Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}',
    },
  },
  'invalid-event-id': {
    title: 'Name of an event that is not alphanumeric',
    why: 'The name becomes part of the logical IDs of generated resources, which may only have letters and digits.',
    cure: 'Rename the event.',
    source: `${guide}/sam-property-function-eventsource.html`,
    example: {
      in: 'function',
      fails: 'Events:\n  ‹every-night›: {Type: Schedule, Properties: {Schedule: rate(1 day)}}',
      passes: 'Events:\n  EveryNight: {Type: Schedule, Properties: {Schedule: rate(1 day)}}',
    },
  },
  'invalid-logical-id': {
    title: 'Logical ID that is not alphanumeric',
    why: 'CloudFormation accepts only letters and digits in logical IDs. Generated resources take theirs from names in the template.',
    cure: 'Rename the resource, or what the ID is generated from.',
    source: resources,
    example: {
      in: 'resources',
      fails: '‹orders-table›: {Type: AWS::Serverless::SimpleTable}',
      passes: 'OrdersTable: {Type: AWS::Serverless::SimpleTable}',
    },
  },
  'duplicate-logical-id': {
    title: 'Generated resource with the name of another one',
    why: 'A resource expands to several, such as a function to its role. One of the generated logical IDs is already taken in the template.',
    cure: 'Rename one of the resources.',
    source: `${guide}/sam-specification-generated-resources.html`,
    example: {
      in: 'resources',
      fails: `
‹Orders›:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => {}'}
OrdersRole: {Type: AWS::Serverless::SimpleTable}`,
      passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => {}'}
OrdersTable: {Type: AWS::Serverless::SimpleTable}`,
    },
  },
  'unknown-serverless-type': {
    title: 'SAM type that does not exist',
    why: 'The transform leaves the resource unchanged, and CloudFormation refuses the template because it does not know the type.',
    cure: 'Correct the type.',
    source: `${guide}/sam-specification-resources-and-properties.html`,
    example: {
      in: 'resources',
      fails: 'Orders: {Type: ‹AWS::Serverless::Table›}',
      passes: 'Orders: {Type: AWS::Serverless::SimpleTable}',
    },
  },
  'ignored-property': {
    title: 'Property that has no effect',
    why: 'The transform drops the property without an error, so the template does less than it says.',
    cure: 'Remove the property, or use the one that the message names.',
    source: `${guide}/sam-specification-resources-and-properties.html`,
    example: {
      in: 'function',
      fails: 'Events:\n  Nightly:\n    Type: Schedule\n    Properties: {Schedule: rate(1 day), RuleName: ‹nightly›}',
      passes: 'Events:\n  Nightly:\n    Type: Schedule\n    Properties: {Schedule: rate(1 day), Name: nightly}',
    },
  },
  'invalid-mapping': {
    title: 'Mapping that is not a map of maps',
    why: '`Fn::FindInMap` looks up a value by two keys, so a mapping has two levels.',
    cure: 'Add the second level, or correct the name of the mapping.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html',
    example: { none: 'what should take the value of the mapping is reported beside it' },
  },
  'invalid-sub-value': {
    title: 'Fn::Sub with a value that is not a string',
    why: '`Fn::Sub` inserts strings. A list or map in their place has no text.',
    cure: 'Use a string parameter, or join the list with `Fn::Join`.',
    source: functions,
    example: { none: 'what should take the text is reported beside it' },
  },
  'internal-error': {
    title: 'Error of synth itself',
    why: 'A resource could not be expanded, a template not compared or reviewed, or a rule failed, for a reason that was not foreseen. Everything else is reported all the same.',
    cure: 'Report it, with the template. A rule that fails can be switched off; a rule of a plugin is its author’s.',
    source: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/',
    example: { none: 'a template that shows it would be a bug to correct' },
  },
  'parameter-refused': {
    title: 'Value given for a parameter that does not take it',
    why: 'CloudFormation makes no stack with a value that the declaration of the parameter excludes by `Type`, `AllowedValues`, `AllowedPattern`, `MinLength`, `MaxLength`, `MinValue` or `MaxValue`. Defaults are checked by the rule `cfn-parameter`.',
    cure: 'Give another value, or let the parameter allow it.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
    example: {
      fails: `
Parameters:
  ‹Stage›: {Type: String, AllowedValues: [test, live]}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Stage}}
`,
      passes: `
Parameters:
  Stage: {Type: String, AllowedValues: [test, live, dev]}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Stage}}
`,
      parameters: { Stage: 'dev' },
    },
  },
};
