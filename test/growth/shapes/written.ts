import { fn, head, many, mapOf, resources, type Shape, shape, topicHead } from './builders.ts';

const item = `${topicHead}    Metadata:\n`;
const slow = (id: string, queue: string): string =>
  `  ${id}:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: a.b\n      Runtime: nodejs16.x\n      InlineCode: x\n      Timeout: 60\n      Events: {Q: {Type: SQS, Properties: {Queue: !GetAtt ${queue}.Arn}}}\n`;
const queue = (id: string): string => `  ${id}:\n    Type: AWS::SQS::Queue\n`;

/** Comments, and what is said in them. */
const comments: readonly Shape[] = [
  shape('a banner behind an entry that can be fixed', 1330, (size) => {
    const line = `    ${'#'.repeat(size)}\n`;
    return `${head}${queue('Q')}${line}    # a banner\n${line}${slow('F', 'Q')}`;
  }),
  shape(
    'lines of comments behind an entry that can be fixed',
    2000,
    (size) => `${head}${queue('Q')}${'    # a\n'.repeat(size)}${slow('F', 'Q')}`,
  ),
  shape(
    'suppressions on lines after each other',
    2000,
    (size) => `${head}${'    # synth-ignore sam-no-effect: x\n'.repeat(size)}  T:\n    Type: AWS::SNS::Topic\n`,
  ),
  shape('suppressions of many resources', 130, (size) => {
    const one = (at: number) =>
      `  # synth-ignore cfn-unknown-property: x\n  T${at}:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicNam: x\n`;
    return `${head}${many(size, one)}`;
  }),
  shape(
    'a suppression of many rules',
    2000,
    (size) => `${head}  T: # synth-ignore ${many(size, (at) => `r${at}`, ' , ')}: x\n    Type: AWS::SNS::Topic\n`,
  ),
  shape(
    'suppressions on one line',
    2000,
    (size) => `${head}  T:${' # synth-ignore -:-'.repeat(size)}\n    Type: AWS::SNS::Topic\n`,
  ),
  shape(
    'empty lines and comments',
    2000,
    (size) => `${topicHead}${'\n   \n    # a\n'.repeat(size)}    Metadata: {a: b}\n`,
  ),
];

/** What YAML has beside maps, lists and scalars. */
const constructs: readonly Shape[] = [
  shape('tags that are not known', 2000, (size) => `${item}${'      - !!nope x\n'.repeat(size)}`),
  shape(
    'tags of a long handle',
    2000,
    (size) => `%TAG !a! tag:example.com,2000:${'a'.repeat(size)}\n---\n${item}${'      - !a!x y\n'.repeat(size)}`,
  ),
  shape('handles of tags', 2000, (size) => `${many(size, (at) => `%TAG !a${at}! !b\n`)}---\n${topicHead}`),
  shape('directives that are not known', 2000, (size) => `${'%NOPE x\n'.repeat(size)}---\n${topicHead}`),
  shape('short forms', 2000, (size) => `${item}${'        - !Sub ${AWS::Region}\n'.repeat(size)}`),
  shape('anchors and aliases', 2000, (size) => `${item}${many(size, (at) => `      - &a${at} b\n      - *a${at}\n`)}`),
  shape('aliases that are not there', 2000, (size) => `${item}${many(size, (at) => `      - *a${at}\n`)}`),
  shape(
    'a merge of a large map',
    330,
    (size) => `A: &a {${many(size, (at) => `k${at}: v`, ', ')}}\n${item}      <<: *a\n`,
  ),
  shape('merges of many maps', 200, (size) => {
    const maps = many(size, (at) => `        - &a${at} {x${at}: y}\n        - {<<: *a${at}}\n`);
    return `${item}      A:\n${maps}      B:\n        <<: [${many(size, (at) => `*a${at}`, ', ')}]\n`;
  }),
  shape('keys that come again', 2000, (size) => `${item}${'      a: b\n'.repeat(size)}`),
  shape('items that are nothing', 2000, (size) => `${item}${'      -\n'.repeat(size)}`),
  shape('items that are nothing, and comments', 2000, (size) => `${item}${'      -\n      # - x\n'.repeat(size)}`),
  shape(
    'lines of blocks',
    2000,
    (size) => `${item}      A: |\n${'        a: b # c\n'.repeat(size)}      B: >\n${'        a\n\n'.repeat(size)}`,
  ),
  shape(
    'lines in quotes',
    2000,
    (size) => `${item}      A: "${'a\n        b \\\n'.repeat(size)}"\n      B: '${"a''\n        b\n".repeat(size)}'\n`,
  ),
  shape('lines of a plain text', 2000, (size) => `${item}      A: a\n${'        b\n'.repeat(size)}`),
  shape(
    'carriage returns',
    1330,
    (size) => `${topicHead.replaceAll('\n', '\r')}${'\r'.repeat(size)}    Metadata: {}\n`,
  ),
  shape('documents', 2000, (size) => `${topicHead}${'---\na: b\n'.repeat(size)}`),
];

/** Texts that are wrong in many places. */
const broken: readonly Shape[] = (
  [
    ['colons', '  a: b: c\n'],
    ['indentation', '   a: b\n  c: d\n'],
    ['tabs', '\ta: b\n'],
    ['quotes', '  a: "b\n'],
    ['brackets that are not closed', '  a: [b\n'],
    ['brackets that are not opened', '  a: b]}\n'],
    ['brackets closed twice', '  a: [b]]\n'],
  ] as const
).map(([name, line]) => shape(`errors of syntax: ${name}`, 2000, (size) => `Resources:\n${line.repeat(size)}`));

/** Everything on one line. */
const oneLine: readonly Shape[] = [
  shape('findings on one line', 40, (size) => {
    const Events = (at: number) => ({ Q: { Type: 'SQS', Properties: { Queue: { 'Fn::GetAtt': [`Q${at}`, 'Arn'] } } } });
    return resources({
      ...mapOf(size, (at) => [`Q${at}`, { Type: 'AWS::SQS::Queue', Properties: { QueueName: `q${at}` } }]),
      ...mapOf(size, (at) => [`F${at}`, fn({ Runtime: 'nodejs16.x', Timeout: 1000, Events: Events(at) })]),
    });
  }),
  shape(
    'JSON with an escape in one long text',
    33_330,
    (size) => `{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Metadata": {"x": "\\n${'x'.repeat(size)}"}}}}`,
  ),
  shape(
    'JSON with many escapes in one text',
    6660,
    (size) => `{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Metadata": {"x": "${'\\"'.repeat(size)}"}}}}`,
  ),
  shape(
    'JSON that breaks off',
    6660,
    (size) => `{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Metadata": {"x": "${'\\"'.repeat(size)}`,
  ),
];

const fixed: readonly Shape[] = [
  shape(
    'findings with fixes in a block',
    40,
    (size) => `${head}${many(size, (at) => `${queue(`Q${at}`)}${slow(`F${at}`, `Q${at}`)}`)}`,
  ),
];

export const written: readonly Shape[] = [...comments, ...constructs, ...broken, ...oneLine, ...fixed];
