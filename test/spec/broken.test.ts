import { describe, expect, it } from 'vitest';
import { withoutMarks } from '../../src/catalogue/marks.ts';
import { expand } from '../../src/index.ts';

/** A compact file with marks around each place that is at fault, the code, and what the message has to name. */
type Broken = readonly [name: string, file: string, code: string, says: RegExp];

const fn = (keys: string, more = ''): string => `functions:\n  F:\n    code: s3://a/b\n${keys}${more}`;
const jobs = 'queues:\n  Jobs:\n';

const files: readonly Broken[] = [
  // The file and its sections.
  ['a version that is not known', "synth: ‹'1'›\nqueues: {A: {}}\n", 'spec-version', /must be 1/],
  ['a section of another tool', '‹globals›: {}\nqueues: {A: {}}\n', 'spec-unknown-key', /'defaults'/],
  ['a misspelt section', '‹funtions›: {}\nqueues: {A: {}}\n', 'spec-unknown-key', /'functions'/],
  ['a section that is a list', 'queues: ‹[Jobs]›\ntopics: {A: {}}\n', 'spec-section-not-map', /map of names/],
  ['a stage that is a list', 'stages: ‹[dev]›\nqueues: {A: {}}\n', 'spec-section-not-map', /'stages'/],
  ['defaults that are a text', 'defaults: ‹all›\nqueues: {A: {}}\n', 'spec-section-not-map', /'defaults'/],
  [
    'defaults of an unknown section',
    'defaults: {‹function›: {}}\nqueues: {A: {}}\n',
    'spec-unknown-key',
    /'functions'/,
  ],
  ['a name that two sections have', 'queues:\n  A:\ntopics:\n  ‹A›:\n', 'spec-name-twice', /declared twice/],
  ['an order of what is not there', `order: [‹Job›]\n${jobs}`, 'spec-unknown-name', /'Jobs'/],
  ['an include that is a map', 'include: ‹{a: b}›\nqueues: {A: {}}\n', 'spec-invalid-value', /paths of files/],
  // Headings.
  ['a misspelt word in a heading', '‹tabel Orders›: {key: id}\n', 'spec-unknown-key', /Did you mean 'table Orders'/],
  ['the word of another tool in a heading', '‹lambda Work›: {code: s3://a/b}\n', 'spec-unknown-key', /'function Work'/],
  [
    'a word that is near none in a heading',
    '‹gizmo Orders›: {}\nqueue Jobs:\n',
    'spec-unknown-key',
    /Allowed: .*queue/,
  ],
  ['a heading without a name', '‹queue›: {fifo: true}\ntopic A:\n', 'spec-heading', /'queue Name:'.*'queues:'/],
  ['the word of a kind without a name', '‹rest›: {stage: x}\ntopic A:\n', 'spec-heading', /'rest Name:'.*'apis:'/],
  ['a heading with two names', '‹queue Jobs Failed›: {}\ntopic A:\n', 'spec-heading', /'queue JobsFailed'/],
  ['a heading with a name that is no id', '‹queue failed-jobs›: {}\ntopic A:\n', 'spec-heading', /'queue FailedJobs'/],
  ['a section in a heading', '‹queues Jobs›: {}\n', 'spec-heading', /Did you mean 'queue Jobs'/],
  ['a heading below its section', 'queues:\n  ‹queue Jobs›: {}\n', 'spec-heading', /below 'queues' write 'Jobs'/],
  ['a heading below another section', 'queues:\n  ‹topic A›: {}\n', 'spec-heading', /not belong below 'queues'/],
  ['a heading below stages', `stages: {‹stage prod›: {}}\n${jobs}`, 'spec-heading', /below 'stages' write 'prod'/],
  ['two kinds of one entry', 'rest A: {kind: ‹http›, stage: x}\n', 'spec-given-twice', /'rest'.*'http'/],
  [
    'two types of one resource',
    'resource AWS::SNS::Topic A: {type: ‹AWS::SQS::Queue›}\n',
    'spec-given-twice',
    /says 'AWS::SNS::Topic', but its 'type' is 'AWS::SQS::Queue'/,
  ],
  ['a type in another heading', '‹queue AWS::SQS::Queue A›: {}\ntopic B:\n', 'spec-heading', /letters and digits/],
  ['a kind that is a text', 'rest A: ‹prod›\n', 'spec-entry-not-map', /keys of a REST API/],
  ['a heading for the defaults of nothing', `‹defaults function›: {}\n${jobs}`, 'spec-unknown-key', /'functions'/],
  ['a name that a section has already', 'queues: {A: {}}\n‹queue A›:\n', 'spec-name-twice', /given twice in 'queues'/],
  [
    'a misspelt word in a stage',
    `stage prod:\n  ‹queu Jobs›: {fifo: true}\n${jobs}`,
    'spec-unknown-key',
    /Did you mean 'queue Jobs'/,
  ],
  // Entries.
  ['an entry that is a text', 'queues:\n  A: ‹standard›\n', 'spec-entry-not-map', /keys of a queue/],
  ['an entry that is a list', 'topics:\n  A: ‹[email]›\n', 'spec-entry-not-map', /a list/],
  ['a misspelt key', fn('    ‹memroy›: 256MB\n'), 'spec-unknown-key', /'memory'/],
  ['a key of SAM in lower case', fn('    ‹memory-size›: 256MB\n'), 'spec-unknown-key', /'memory'/],
  ['a key of the Serverless Framework', fn('    ‹environment›: {}\n'), 'spec-unknown-key', /'env'/],
  ['a key of another section', 'queues:\n  A: {‹fifoo›: true}\n', 'spec-unknown-key', /'fifo'/],
  ['an unknown kind', 'apis:\n  A: {kind: ‹soap›}\n', 'spec-unknown-kind', /'http'.*'websocket'/],
  [
    'a property in both vocabularies',
    fn('    timeout: 3s\n    ‹Timeout›: 5\n'),
    'spec-given-twice',
    /^'timeout' and 'Timeout' /,
  ],
  [
    'a property in both vocabularies, the other way round',
    fn('    Timeout: 5\n    ‹timeout›: 3s\n'),
    'spec-given-twice',
    /^'timeout' and 'Timeout' /,
  ],
  [
    'a property in both vocabularies of a map',
    fn('    logs: {format: json, ‹LogFormat›: Text}\n'),
    'spec-given-twice',
    /^'format' and 'LogFormat' /,
  ],
  [
    'what is short for a key beside that key',
    fn('    runtime: nodejs22.x\n    ‹run›: a.b on nodejs22.x\n'),
    'spec-given-twice',
    /^'run' and 'runtime' /,
  ],
  ['a program without a handler', 'functions: {A: {run: ‹nodejs22.x›}}\n', 'spec-invalid-value', /index.handler in/],
  ['a raw resource without type', 'resources:\n  ‹A›: {Value: 1}\n', 'spec-resource-without-type', /'type'/],
  ['a raw resource that is a text', 'resources:\n  A: ‹AWS::SNS::Topic›\n', 'spec-resource-without-type', /a string/],
  // Values.
  ['a duration without sense', fn('    timeout: ‹ten seconds›\n'), 'spec-invalid-value', /10s/],
  ['a duration that does not come out whole', fn('    timeout: ‹1500ms›\n'), 'spec-invalid-value', /whole seconds/],
  ['a size in another unit', fn('    memory: ‹256KB›\n'), 'spec-invalid-value', /megabytes/],
  ['a size that is negative', fn('    memory: ‹-1›\n'), 'spec-invalid-value', /512MB/],
  ['a word that is not allowed', fn('    tracing: ‹activ›\n'), 'spec-invalid-value', /Did you mean 'active'/],
  ['yes for true', 'queues:\n  A: {fifo: ‹yes›}\n', 'spec-invalid-value', /'true' or 'false'/],
  ['a map where a text is needed', fn('    description: ‹{a: b}›\n'), 'spec-invalid-value', /a text/],
  ['no value', fn('    ‹memory›:\n'), 'spec-invalid-value', /no value/],
  ['keep that is false', 'queues:\n  A: {keep: ‹false›}\n', 'spec-invalid-value', /'true'/],
  [
    'a statement without sense',
    fn('    access: [{allow: [a:B], resource: ‹Nothing›}]\n'),
    'spec-unknown-name',
    /resource named 'Nothing'/,
  ],
  [
    'a principal without sense',
    `${jobs}    policy: {allow: 'sqs:*', to: ‹Everybody!›}\n`,
    'spec-invalid-value',
    /account 123456789012/,
  ],
  [
    'a table without an attribute for its key',
    'tables:\n  A: {key: ‹[a, b, c]›}\n',
    'spec-invalid-value',
    /hash and a range key/,
  ],
  ['a type of a key that is not known', 'tables:\n  A: {key: ‹id int›}\n', 'spec-invalid-value', /date number/],
  [
    'an index with an unknown key',
    'tables:\n  A: {key: a, indexes: {I: {key: b, ‹projct›: all}}}\n',
    'spec-unknown-key',
    /project/,
  ],
  ['a capacity without sense', 'tables:\n  A: {key: a, capacity: ‹a lot›}\n', 'spec-invalid-value', /5 read, 5 write/],
  [
    'a dead-letter queue without a number',
    `queues:\n  A: {dead-letter: ‹Jobs after›}\n  Jobs:\n`,
    'spec-invalid-value',
    /Failed after 5/,
  ],
  [
    'a quota without a period',
    'apis:\n  A: {kind: rest, stage: p, usage: {quota: ‹100›}}\n',
    'spec-invalid-value',
    /10000 per month/,
  ],
  [
    'a storage class that is not known',
    'buckets:\n  A: {lifecycle: {move: {‹frozen›: 9d}}}\n',
    'spec-unknown-key',
    /glacier/,
  ],
  // Names and gaps.
  ['a misspelt name', fn(`    dead-letter: ‹Jbs›\n`, jobs), 'spec-unknown-name', /Did you mean 'Jobs'/],
  [
    'a name of the wrong kind',
    fn('    events: [{topic: ‹Jobs›}]\n', jobs),
    'spec-wrong-kind',
    /'Jobs' is a queue; 'topic' needs a topic. Did you mean 'queue: Jobs'\?/,
  ],
  [
    'a parameter whose kind is needed',
    `parameters: {P: x}\n${fn('    dead-letter: ‹P›\n')}`,
    'spec-wrong-kind',
    /Did you mean 'queue P'/,
  ],
  ['a layer that is a queue', fn('    layers: ‹Jobs›\n', jobs), 'spec-wrong-kind', /needs a layer/],
  [
    'a misspelt gap',
    fn('    description: ‹of ${Stag}›\n', 'parameters: {Stage: dev}\n'),
    'spec-unknown-name',
    /'Stage'/,
  ],
  [
    'a pseudo parameter that does not exist',
    fn('    description: ‹"${AWS::Stack}"›\n'),
    'spec-unknown-name',
    /AWS::Stack/,
  ],
  [
    'an attribute that a topic has not',
    fn('    description: ‹"${T.url}"›\n', 'topics: {T: {}}\n'),
    'spec-unknown-attribute',
    /\.arn, \.name/,
  ],
  [
    'a variable of the Serverless Framework',
    fn('    description: ‹"${self:custom.x}"›\n'),
    'spec-foreign-variable',
    /'\$\{Name\}'/,
  ],
  ['a stage where none was chosen', fn('    description: ‹"${synth.stage}"›\n'), 'spec-no-stage', /--stage NAME/],
  ['a secret without a name', fn('    description: ‹"${secret:}"›\n'), 'spec-invalid-value', /secret:name\.key/],
  [
    'what is kept to another stage',
    fn('    dead-letter: ‹Jobs›\n', 'queues:\n  Jobs: {only: prod}\n'),
    'spec-other-stage',
    /'prod'.*'only'/,
  ],
  ['depending on what is not there', 'queues:\n  A: {depends-on: ‹B›}\n', 'spec-unknown-name', /entry named 'B'/],
  // Permissions.
  ['a verb of another kind', fn('    access: {Jobs: ‹publish›}\n', jobs), 'spec-unknown-verb', /'send' or 'consume'/],
  [
    'a verb on what has none',
    `conditions: {C: !Equals [a, b]}\n${fn('    access: {‹Al›: read}\n', 'alarms:\n  Al: F errors > 1 in 1m\n')}`.replace(
      '‹Al›: read',
      'Al: ‹read›',
    ),
    'spec-unknown-verb',
    /no verbs/,
  ],
  [
    'a verb on a parameter',
    `parameters: {P: x}\n${fn('    access: {P: ‹read›}\n')}`,
    'spec-unknown-verb',
    /'table read'/,
  ],
  // Names.
  ['a name with a hyphen', 'queues:\n  ‹my-jobs›: {}\n', 'invalid-logical-id', /'queues'.*Did you mean 'MyJobs'/],
  ['the name of a parameter', 'parameters: {‹api_key›: a}\nqueue A:\n', 'invalid-logical-id', /Did you mean 'ApiKey'/],
  ['the name of an output', 'queue A:\noutputs: {‹a.b›: c}\n', 'invalid-logical-id', /'outputs'.*'AB'/],
  [
    'the name of a resource',
    'resources:\n  ‹a b›: {type: AWS::SNS::Topic}\n',
    'invalid-logical-id',
    /'resources'.*'AB'/,
  ],
  [
    'a condition that does not exist',
    'condition IsProd: !Equals [a, b]\nqueue A: {when: ‹IsPrd›}\n',
    'spec-unknown-name',
    /^There is no condition named 'IsPrd' in this file\. Did you mean 'IsProd'\?$/,
  ],
  // Events.
  ['a text that is not an event', fn('    events: [‹Jobs›]\n', jobs), 'spec-invalid-event', /'queue: Jobs'/],
  [
    'an event without a known key',
    fn('    events: [‹{sqs: Jobs}›]\n', jobs),
    'spec-unknown-event',
    /Did you mean 'queue'/,
  ],
  [
    'two schedules in a list',
    fn('    events: [daily at 06:00, ‹daily at 18:00›]\n'),
    'spec-same-event',
    /'Schedule: …'/,
  ],
  [
    'cron with five fields',
    fn('    events: [‹cron(0 6 * * *)›]\n'),
    'spec-invalid-schedule',
    /cron\(0 6 \* \* \? \*\)/,
  ],
  [
    'cron without a question mark',
    fn('    events: [‹cron(0 6 * * * *)›]\n'),
    'spec-invalid-schedule',
    /cron\(0 6 \* \* \? \*\)/,
  ],
  ['a rate of one in the plural', fn('    events: [‹rate(1 minutes)›]\n'), 'spec-invalid-schedule', /rate\(1 minute\)/],
  [
    'a rate of several in the singular',
    fn('    events: [‹rate(5 minute)›]\n'),
    'spec-invalid-schedule',
    /rate\(5 minutes\)/,
  ],
  ['a time that does not exist', fn('    events: [‹daily at 25:00›]\n'), 'spec-invalid-schedule', /25:00/],
  [
    'a day that does not exist',
    fn("    events: ['‹mon, tou at 12:00›']\n").replace("'‹", "‹'").replace("›'", "'›"),
    'spec-invalid-schedule',
    /'tou'/,
  ],
  [
    'a route that several APIs could have',
    fn('    events: [‹GET /x›]\n', 'apis: {A: {}, B: {}}\n'),
    'spec-several-apis',
    /'GET \/x on A'/,
  ],
  ['a route on what is no API', fn('    events: [‹GET /x on Jobs›]\n', jobs), 'spec-wrong-kind', /HTTP or REST API/],
  [
    'an event that starts no machine',
    `machines:\n  M: {definition: s3://a/b, events: [‹{queue: Jobs}›]}\n${jobs}`,
    'spec-event-host',
    /routes of REST APIs/,
  ],
  [
    'a WebSocket route on another API',
    fn('    events: [‹$connect on A›]\n', 'apis: {A: {}}\n'),
    'spec-wrong-kind',
    /a WebSocket API/,
  ],
  // Aliases, rollouts, alarms.
  ['two published aliases', fn('    ‹aliases›: {a: published, b: published}\n'), 'spec-several-published', /2: a, b/],
  [
    'a shift without sense',
    fn('    alias: live\n    rollout: ‹canary 10%›\n'),
    'spec-invalid-value',
    /canary 10% for 5m/,
  ],
  [
    'a share above all of it',
    fn('    aliases: {b: {version: 3, weights: {4: ‹110%›}}}\n'),
    'spec-invalid-value',
    /below 100%/,
  ],
  ['a metric that a queue has not', `${jobs}alarms:\n  L: ‹Jobs lateness > 6 in 5m›\n`, 'spec-unknown-metric', /'age'/],
  ['an alarm without a threshold', `${jobs}alarms:\n  L: ‹Jobs age›\n`, 'spec-invalid-value', />= 1 in 1m/],
  [
    'an alarm without a period',
    `${jobs}alarms:\n  L: ‹Jobs age > 6›\n`,
    'spec-invalid-value',
    /^'> 6' has no period\. Write it behind the threshold: '> 6 in 1m'\.$/,
  ],
  [
    'a threshold without a period',
    `${jobs}alarms:\n  L: {of: Jobs, metric: age, is: ‹'> 6 for 3 of 5'›}\n`,
    'spec-invalid-value',
    /'> 6 in 1m for 3 of 5'/,
  ],
  [
    'more periods than there are',
    `${jobs}alarms:\n  L: ‹Jobs age > 6 in 1m for 5 of 3›\n`,
    'spec-invalid-value',
    /^'is' wants 5 of 3 periods: .* Did you mean 'for 3 of 5'\?$/,
  ],
  [
    'true in quotes',
    'buckets: {A: {encrypted: ‹"true"›}}\n',
    'spec-invalid-value',
    /^'encrypted' must be true without quotes; found the text 'true'\.$/,
  ],
  ['true in quotes where false cannot be', 'buckets: {A: {keep: ‹"true"›}}\n', 'spec-invalid-value', /without quotes/],
  [
    'a time zone twice',
    fn('    events:\n      X: {schedule: daily at 02:00 Europe/Berlin, ‹zone›: Europe/Paris}\n'),
    'spec-given-twice',
    /^'schedule' and 'zone' both set 'ScheduleExpressionTimezone'\. Say it in one of them only\.$/,
  ],
  [
    'the URL of a function that has none',
    fn("    env: {A: ‹'${F.url}'›}\n"),
    'spec-unknown-attribute',
    /^'F' has no URL, .* Give 'F' a 'url'/,
  ],
  [
    'a misspelt attribute',
    fn("    env: {A: ‹'${T.strem}'›}\n", 'table T: {key: id, stream: new-and-old}\n'),
    'spec-unknown-attribute',
    /Did you mean '\.stream'\?$/,
  ],
  [
    'a gap of one letter, which is near to no name',
    fn("    env: {A: ‹'${x}'›}\n"),
    'spec-unknown-name',
    /^'\$\{x\}' refers to 'x', but this file declares no such name\. Write '\$\{!x\}' for the literal text\.$/,
  ],
  [
    'a gap that is near to a name',
    fn("    env: {A: ‹'${Jbs}'›}\n", jobs),
    'spec-unknown-name',
    /Did you mean 'Jobs'\? Write '\$\{!Jbs\}' for the literal text\.$/,
  ],
  [
    'a heading without its colon',
    'queue A: {}\n‹function F›\n  code: s3://a/b\n',
    'yaml-syntax',
    /^'function F' needs a ':' behind it/,
  ],
  [
    'a key without its colon',
    fn('    ‹events›\n      - queue: Jobs\n', jobs),
    'yaml-syntax',
    /^'events' needs a ':' behind it/,
  ],
  // What a stage, the defaults, raw resources and options of entries take.
  [
    'defaults of a kind by `kind`',
    'defaults: {apis: {‹kind›: rest}}\nqueues: {A: {}}\n',
    'spec-invalid-value',
    /apis: \{rest/,
  ],
  [
    'an unknown default without entries',
    'defaults: {tables: {‹nonsense›: 1}}\nqueues: {A: {}}\n',
    'spec-unknown-key',
    /a table/,
  ],
  [
    'an unknown default of several kinds',
    'defaults: {apis: {‹traicing›: true}}\napis: {R: {kind: rest, stage: x}}\n',
    'spec-unknown-key',
    /'tracing'/,
  ],
  [
    'a stage that no stage is',
    'queues: {A: {only: ‹production›}, B: }\nstages: {prod: {}}\n',
    'spec-unknown-stage',
    /'prod'/,
  ],
  [
    'an unknown key that is to be ignored',
    'queues: {A: {ignore-defaults: [‹delays›]}}\n',
    'spec-unknown-key',
    /'delay'/,
  ],
  [
    'properties of a raw resource under a small letter',
    'resources:\n  A: {type: AWS::SNS::Topic, ‹properties›: {DisplayName: x}}\n',
    'spec-unknown-key',
    /'Properties'/,
  ],
  [
    'a property of a raw resource twice',
    'resources:\n  A: {type: AWS::SNS::Topic, TopicName: x, Properties: {‹TopicName›: y}}\n',
    'spec-given-twice',
    /TopicName/,
  ],
  ['an order that is a map', 'queues: {A: {}}\norder: ‹{}›\n', 'spec-invalid-value', /list of logical ids/],
  ['an index that is a number', 'tables:\n  T: {key: id, indexes: {A: ‹5›}}\n', 'spec-invalid-value', /found 5/],
  [
    'a metric that is a function',
    `${jobs}alarms:\n  A: {of: Jobs, metric: ‹{Ref: Jobs}›, is: '>= 1 in 1m'}\n`,
    'spec-invalid-value',
    /'metric'/,
  ],
  ['origins that are true', 'apis: {R: {kind: rest, stage: x, cors: ‹true›}}\n', 'spec-invalid-value', /'\*'/],
  ['a version without a trust policy', 'roles: {R: {‹version›: none}}\n', 'spec-invalid-value', /Add 'for'/],
  ['another version of a trust policy', 'roles: {R: {for: lambda, version: ‹2008›}}\n', 'spec-invalid-value', /'none'/],
  [
    'an authorizer of another kind',
    'rest R: {stage: x, auth: {authorizers: {A: ‹jwt Users›}}}\n',
    'spec-invalid-value',
    /such as 'lambda CheckToken'/,
  ],
  [
    'an authorizer that is two',
    'rest R: {stage: x, auth: {authorizers: {A: ‹cognito Users Partners›}}}\n',
    'spec-invalid-value',
    /such as 'lambda CheckToken'/,
  ],
  [
    'a destination of a kind that is not taken',
    fn('    dead-letter: ‹bucket Uploads›\n'),
    'spec-unknown-name',
    /no queue or topic named 'bucket Uploads'/,
  ],
  [
    'a destination of the wrong kind',
    `${jobs}functions:\n  F:\n    code: s3://a/b\n    dead-letter: ‹topic Jobs›\n`,
    'spec-wrong-kind',
    /'Jobs' is a queue/,
  ],
  ['a connector without sense', 'table T: {key: id, connectors: {A: {‹too›: T}}}\n', 'spec-unknown-key', /'to'/],
  // YAML.
  ['a brace in flow style', fn('    env: {T: $‹{›X}}\n'), 'yaml-syntax', /quotes/],
  ['a comma in a phrase', fn('    events: [‹mon›, thu at 12:00]\n'), 'spec-split-by-comma', /'mon, thu at 12:00'/],
  [
    'a comma in a map',
    'tables:\n  T: {key: id, capacity: ‹5 read›, 5 write}\n',
    'spec-split-by-comma',
    /'5 read, 5 write'/,
  ],
  [
    'a comma in the map of an index',
    'tables:\n  T: {key: id, indexes: {X: {key: x, capacity: ‹5 read›, 5 write}}}\n',
    'spec-split-by-comma',
    /'5 read, 5 write'/,
  ],
  [
    'a comma in a cron expression',
    fn('    events:\n      X: {schedule: ‹cron(0 8 ? * MON›,FRI *), zone: UTC}\n'),
    'spec-split-by-comma',
    /'cron\(0 8 \? \* MON,FRI \*\)'/,
  ],
  [
    'a key of an index',
    'tables:\n  T: {key: id, indexes: {X: {key: x, ‹projects›: all}}}\n',
    'spec-unknown-key',
    /'project'/,
  ],
  [
    'a projection',
    'tables:\n  T: {key: id, indexes: {X: {key: x, project: ‹keys›}}}\n',
    'spec-invalid-value',
    /keys-only/,
  ],
  ['a colon in a phrase', fn('    events:\n      - ‹every hour›: now\n'), 'spec-colon-in-phrase', /quotes/],
  ['a star that is an alias', 'buckets:\n  A: {cors: {origins: ‹*›}}\n', 'yaml-syntax', /quotes/],
];

describe('broken compact files', () => {
  it('are many', () => expect(files.length).toBeGreaterThanOrEqual(60));

  it.each(files)('%s', (_, file, code, says) => {
    const whole = file.startsWith('synth:') ? file : `synth: 1\n${file}`;
    const { text, places } = withoutMarks(whole);
    const { problems, template } = expand(text, { path: 'synth.yaml' });
    const errors = problems.filter(({ level }) => level === 'error');
    const shown = errors.map(({ code: found, line, column }) => `${found} ${line}:${column}`);
    expect(shown).toEqual(places.map(({ line, column }) => `${code} ${line}:${column}`));
    expect(errors[0]!.message).toMatch(says);
    expect(template).toBeUndefined();
  });
});
