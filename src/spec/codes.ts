import type { CodeDocs } from '../model/code-doc.ts';

const language = 'docs/spec/README.md';
const schedules = 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html';
const aliases = 'https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html';

const spec = (text: string): string => `synth: 1\n${text}`;
const fn = (keys: string, before = ''): string =>
  spec(
    `${before}functions:\n  Report:\n    code: s3://artifacts/report.zip\n    handler: index.handler\n    runtime: nodejs22.x\n${keys}`,
  );

const stage = 'parameters: {Stage: dev}\n';

/** What is documented of the codes of the compact language. */
export const specCodes: CodeDocs = {
  'spec-version': {
    title: 'The version of the compact language is not known',
    why: 'A compact spec begins with `synth: 1`, the version of the language that it is written in.',
    cure: 'Write `synth: 1`.',
    source: language,
    example: { fails: 'synth: ‹2›\nqueues: {Jobs: {}}\n', passes: 'synth: 1\nqueues: {Jobs: {}}\n' },
  },
  'spec-section-not-map': {
    title: 'A section is not a map of names',
    why: 'Sections, `defaults` and `stages` map names to what they are.',
    cure: 'Write each entry under its name, with a colon behind it and no dash before it.',
    source: language,
    example: { fails: spec('queues: ‹[Jobs]›\ntopics: {Alerts: {}}\n'), passes: spec('queues:\n  Jobs:\n') },
  },
  'spec-heading': {
    title: 'The heading of an entry is not complete, or not where it belongs',
    why: 'A key of two words at the top of a file declares one entry: the word for its kind, and its name. Below a section, entries have their names alone.',
    cure: 'Write the heading as the message suggests, or the entry by its name below the section.',
    source: language,
    example: {
      fails: spec('‹queues Jobs›: {fifo: true, name: jobs.fifo}\n'),
      passes: spec('queue Jobs: {fifo: true, name: jobs.fifo}\n'),
    },
  },
  'spec-entry-not-map': {
    title: 'An entry is neither a map nor a phrase of its kind',
    why: 'An entry has keys. Some kinds have a text that is short for a whole entry, others have none.',
    cure: 'Write the keys of the entry; the reference of its section lists them.',
    source: language,
    example: {
      fails: spec('queues:\n  Jobs: ‹fifo›\n'),
      passes: spec('queues:\n  Jobs: {fifo: true, name: jobs.fifo}\n'),
    },
  },
  'spec-resource-without-type': {
    title: 'A raw resource has no type',
    why: 'Under `resources` an entry says its CloudFormation type, since no section does.',
    cure: 'Add `type`, such as `type: AWS::SSM::Parameter`, or move the entry to the section of its kind.',
    source: language,
    example: {
      fails: spec("resources:\n  ‹Limit›: {Value: '10'}\n"),
      passes: spec("resources:\n  Limit: {type: AWS::SSM::Parameter, Type: String, Value: '10'}\n"),
    },
  },
  'spec-unknown-key': {
    title: 'A key is not one of the language',
    why: 'The keys of the language are a closed set, so that a misspelt key is never silently without effect. Keys that begin with a capital letter are SAM’s and CloudFormation’s own.',
    cure: 'Take the key that the message suggests, or the property under its own name.',
    source: language,
    example: { fails: fn('    ‹memroy›: 256MB\n'), passes: fn('    memory: 256MB\n') },
  },
  'spec-unknown-kind': {
    title: 'A kind is not one of the section',
    why: '`kind` chooses what an entry becomes: in `apis` an HTTP, REST, WebSocket or GraphQL API, in `tables` a table or a simple one.',
    cure: 'Take one of the kinds that the message lists.',
    source: language,
    example: {
      fails: spec('apis:\n  Shop: {kind: ‹htpp›}\n'),
      passes: spec('apis:\n  Shop: {kind: http}\n'),
    },
  },
  'spec-invalid-value': {
    title: 'A value is not of the form that its key takes',
    why: 'Each key takes values of one form: a duration, a size, one of some words, the name of something.',
    cure: 'Write the value as the message says; the reference has an example of each form.',
    source: language,
    example: { fails: fn('    timeout: ‹ten seconds›\n'), passes: fn('    timeout: 10s\n') },
  },
  'spec-given-twice': {
    title: 'A property is set by two keys',
    why: 'A key of the language and a property under SAM’s name can mean the same. Which of them should win cannot be known.',
    cure: 'Keep one of them.',
    source: language,
    example: {
      fails: fn('    memory: 256MB\n    ‹MemorySize›: 512\n'),
      passes: fn('    memory: 256MB\n'),
    },
  },
  'spec-name-twice': {
    title: 'A name is declared twice',
    why: 'Parameters, entries and resources share one namespace, that of logical ids, over all included files.',
    cure: 'Rename one of them.',
    source: language,
    example: {
      fails: spec('queues:\n  Jobs:\ntopics:\n  ‹Jobs›:\n'),
      passes: spec('queues:\n  Jobs:\ntopics:\n  JobsDone:\n'),
    },
  },
  'spec-id-taken': {
    title: 'A key adds a resource whose name is taken',
    why: 'Some keys need a second resource, which is named after the entry: `policy` adds `<Entry>Policy`.',
    cure: 'Rename the entry that has that name.',
    source: language,
    example: {
      fails: spec('queues:\n  Jobs:\n    ‹policy›: {allow: sqs:SendMessage, to: events}\ntopics:\n  JobsPolicy:\n'),
      passes: spec('queues:\n  Jobs:\n    policy: {allow: sqs:SendMessage, to: events}\n'),
    },
  },
  'spec-unknown-name': {
    title: 'A name is not declared',
    why: 'Where a key expects something that exists, a bare word is its name, and so is the name in `${…}`.',
    cure: 'Correct the name. Write an ARN for what is not in the file, and `${!text}` for a literal `${text}`.',
    source: language,
    example: {
      fails: fn('    env: {JOBS: ‹"${Jbs}"›}\nqueues:\n  Jobs:\n'),
      passes: fn('    env: {JOBS: "${Jobs}"}\nqueues:\n  Jobs:\n'),
    },
  },
  'spec-other-stage': {
    title: 'A name is only there in other stages',
    why: 'An entry with `only` is not in the base or in other stages, and an entry that a stage sets to `null` is not in that stage, so a reference to it has nothing to refer to there.',
    cure: 'Keep what refers to it to the same stages with `only`, or let the stage change what refers to it, too.',
    source: language,
    example: {
      fails: fn('    dead-letter: ‹Failed›\nqueues:\n  Failed: {only: prod}\n'),
      passes: fn('    dead-letter: Failed\nqueues:\n  Failed:\n'),
    },
  },
  'spec-wrong-kind': {
    title: 'A name is of something else than the key needs',
    why: 'A key that names a topic cannot take a queue.',
    cure: 'Take the key for that kind, which the message suggests where there is one.',
    source: language,
    example: {
      fails: fn('    events:\n      - topic: ‹Jobs›\nqueues:\n  Jobs:\n'),
      passes: fn('    events:\n      - queue: Jobs\nqueues:\n  Jobs:\n'),
    },
  },
  'spec-unknown-attribute': {
    title: 'Attribute that this kind of entry does not have',
    why: '`.arn`, `.name`, `.url`, `.stream`, `.version` and `.id` mean the same for every kind of entry, but not every kind has all of them.',
    cure: 'Take one of those that the message lists, or an attribute of CloudFormation under its own name.',
    source: language,
    example: {
      fails: fn('    env: {ALERTS: ‹"${Alerts.url}"›}\ntopics:\n  Alerts:\n'),
      passes: fn('    env: {ALERTS: "${Alerts.arn}"}\ntopics:\n  Alerts:\n'),
    },
  },
  'spec-foreign-variable': {
    title: 'A variable of the Serverless Framework',
    why: 'The language has no variables of that kind; CloudFormation would get the text as written.',
    cure: 'Declare a parameter and name it, or do what the message says for that kind of variable.',
    source: language,
    example: {
      fails: fn('    env: {STAGE: ‹"${opt:stage}"›}\n'),
      passes: fn('    env: {STAGE: "${Stage}"}\n', stage),
    },
  },
  'spec-gap-not-filled': {
    title: 'A gap in a text that is never filled',
    why: 'Values under keys of SAM’s are SAM’s own, so `${Stage}` stays a text there.',
    cure: 'Use the key of the language, or write `!Sub`.',
    source: language,
    example: {
      fails: fn('    Description: ‹Reports of ${Stage}.›\n', stage),
      passes: fn('    description: Reports of ${Stage}.\n', stage),
    },
  },
  'yaml-version-dependent': {
    title: 'Readers of YAML disagree on a value',
    why: 'YAML 1.1 reads `yes`, `012` and `12:30:00` as something else than a text, YAML 1.2 as texts. A compact spec means the same to both.',
    cure: 'Put the value in quotes (`--fix` does), or write `true`, `false` or the number.',
    fix: 'safe',
    source: 'https://yaml.org/spec/1.2.2/ext/changes/',
    example: {
      fails: fn('    Description: ‹yes›\n'),
      passes: fn("    Description: 'yes'\n"),
    },
  },
  'spec-type-as-default': {
    title: 'The name of a type as a default value',
    why: '`Name: value` declares a parameter with that default. `string` and `number` are rarely meant as values.',
    cure: 'Write `Name: {type: number}` for a parameter of that type without a default; `--fix-unsafe` does.',
    fix: 'unsafe',
    source: language,
    example: {
      fails: spec('parameters:\n  Limit: ‹number›\ntopics: {Alerts: {display-name: "${Limit}"}}\n'),
      passes: spec('parameters:\n  Limit: {type: number}\ntopics: {Alerts: {display-name: "${Limit}"}}\n'),
    },
  },
  'spec-unknown-service': {
    title: 'A service that is nearly the name of a known one',
    why: 'A word in `for` and `to` stands for the principal `word.amazonaws.com`. AWS refuses principals that do not exist.',
    cure: 'Write the name of the service; `--fix-unsafe` does. A service that synth does not know is written in full: `name.amazonaws.com`.',
    fix: 'unsafe',
    source: language,
    example: {
      fails: spec('roles:\n  Worker: {for: ‹lamda›}\n'),
      passes: spec('roles:\n  Worker: {for: lambda}\n'),
    },
  },
  'spec-unknown-verb': {
    title: 'A verb is not one of that kind of thing',
    why: '`access` has verbs for each kind: `read`, `write` and `crud` for tables, `send` and `consume` for queues.',
    cure: 'Take one of the verbs that the message lists, or a list of IAM actions.',
    source: language,
    example: {
      fails: fn('    access: {Jobs: ‹read›}\nqueues:\n  Jobs:\n'),
      passes: fn('    access: {Jobs: consume}\nqueues:\n  Jobs:\n'),
    },
  },
  'spec-several-published': {
    title: 'Versions are published to two aliases',
    why: 'SAM publishes each new version to one alias.',
    cure: 'Pin the others to a version: `stable: 12`.',
    source: aliases,
    example: {
      fails: fn('    ‹aliases›: {live: published, beta: published}\n'),
      passes: fn('    aliases: {live: published, beta: 12}\n'),
    },
  },
  'spec-several-weights': {
    title: 'An alias shares its traffic with several versions',
    why: 'Lambda takes one further version beside the one that an alias points to.',
    cure: 'Keep one of them.',
    source: aliases,
    example: {
      fails: fn('    aliases: {beta: {version: 12, weights: ‹{13: 10%, 14: 10%}›}}\n'),
      passes: fn('    aliases: {beta: {version: 12, weights: {13: 10%}}}\n'),
    },
  },
  'spec-unknown-event': {
    title: 'A map is not an event',
    why: 'One of its keys tells what an event is: `queue`, `table`, `topic`, `bucket`, `schedule`, `route`.',
    cure: 'Take the key that the message suggests.',
    source: language,
    example: {
      fails: fn('    events:\n      - ‹{sqs: Jobs}›\nqueues:\n  Jobs:\n'),
      passes: fn('    events:\n      - {queue: Jobs}\nqueues:\n  Jobs:\n'),
    },
  },
  'spec-invalid-event': {
    title: 'A text is neither a route nor a schedule',
    why: 'An event that is a text is a route, such as `GET /orders`, or a schedule, such as `every 5 minutes`. All else is a map.',
    cure: 'Write the map for the source: `{queue: Jobs}`.',
    source: language,
    example: {
      fails: fn('    events:\n      - ‹Jobs›\nqueues:\n  Jobs:\n'),
      passes: fn('    events:\n      - {queue: Jobs}\nqueues:\n  Jobs:\n'),
    },
  },
  'spec-split-by-comma': {
    title: 'A comma splits a text in flow style',
    why: 'In `[…]` and `{…}` a comma ends an item, so `[mon, thu at 12:00]` is two items, and `{capacity: 5 read, 5 write}` has a second key.',
    cure: 'Put the text in quotes, or give it a line of its own.',
    source: 'https://yaml.org/spec/1.2.2/#74-flow-collection-styles',
    example: {
      fails: fn('    events: [‹mon›, thu at 12:00]\n'),
      passes: fn("    events: ['mon, thu at 12:00']\n"),
    },
  },
  'spec-colon-in-phrase': {
    title: 'A colon makes a map of a text',
    why: 'YAML takes a colon with a blank behind it for the end of a key.',
    cure: 'Put the text in quotes, or use the long form: `{route: GET /orders, auth: Users}`.',
    source: language,
    example: {
      fails: fn('    events:\n      - ‹GET /orders›: Users\n'),
      passes: fn('    events:\n      - GET /orders\n'),
    },
  },
  'spec-name-as-text': {
    title: 'A text is also the name of something in the file',
    why: 'Environment variables are texts: `QUEUE: Jobs` is the text `Jobs`, which is rarely what is meant where there is a queue of that name.',
    cure: 'Write `${Jobs}` for the reference, or `${Jobs.url}`, `${Jobs.arn}` for what is needed of it; `--fix-unsafe` writes the first.',
    fix: 'unsafe',
    source: language,
    example: {
      fails: fn('    env: {QUEUE: ‹Jobs›}\nqueues:\n  Jobs:\n'),
      passes: fn("    env: {QUEUE: '${Jobs.url}'}\nqueues:\n  Jobs:\n"),
    },
  },
  'spec-invalid-schedule': {
    title: 'Schedule that EventBridge refuses',
    why: 'EventBridge takes six fields of cron, with `?` for the day of month or of week, and rates with a unit that fits the number.',
    cure: 'Write the expression that the message gives; `--fix` corrects the plural of rates.',
    fix: 'safe',
    source: schedules,
    example: {
      fails: fn('    events:\n      - ‹rate(1 days)›\n'),
      passes: fn('    events:\n      - rate(1 day)\n'),
    },
  },
  'spec-same-event': {
    title: 'Two events of a list get the same id',
    why: 'An event without an id is named after what it is, so that ids stay the same when the list changes. Two of the same name cannot both be kept.',
    cure: 'Write the events as a map from ids of your own.',
    source: language,
    example: {
      fails: fn('    events:\n      - daily at 06:00\n      - ‹daily at 18:00›\n'),
      passes: fn('    events:\n      Morning: daily at 06:00\n      Evening: daily at 18:00\n'),
    },
  },
  'spec-event-host': {
    title: 'A state machine cannot be started that way',
    why: 'SAM starts state machines by routes of REST APIs, by schedules and by patterns.',
    cure: 'Start a function by the event and let it start the machine, or use one of those.',
    source:
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineeventsource.html',
    example: {
      fails: spec(
        'machines:\n  Flow:\n    definition: s3://artifacts/flow.json\n    events:\n      - ‹{queue: Jobs}›\nqueues:\n  Jobs:\n',
      ),
      passes: spec('machines:\n  Flow:\n    definition: s3://artifacts/flow.json\n    events: daily at 06:00\n'),
    },
  },
  'spec-several-apis': {
    title: 'A route does not say to which API it belongs',
    why: 'With one HTTP or REST API in the file a route belongs to it; with several it has to name one.',
    cure: 'Add `on` and the API: `GET /orders on Shop`.',
    source: language,
    example: {
      fails: fn('    events:\n      - ‹GET /reports›\napis:\n  Shop:\n  Admin:\n'),
      passes: fn('    events:\n      - GET /reports on Admin\napis:\n  Shop:\n  Admin:\n'),
    },
  },
  'spec-api-kind': {
    title: 'The kind of an API is not known, or cannot be used',
    why: 'SAM has other events for HTTP APIs than for REST APIs. Which one a parameter holds cannot be seen, and state machines take REST APIs only.',
    cure: 'Write `http` or `rest` before the route.',
    source: language,
    example: {
      fails: spec(
        'machines:\n  Flow:\n    definition: s3://artifacts/flow.json\n    events:\n      - ‹POST /flows on Shop›\napis:\n  Shop:\n',
      ),
      passes: spec(
        'machines:\n  Flow:\n    definition: s3://artifacts/flow.json\n    events:\n      - rest POST /flows\n',
      ),
    },
  },
  'spec-unknown-metric': {
    title: 'Metric that this kind of resource does not have',
    why: 'An alarm on something of the file names its metric by a word: `errors`, `throttles` or `duration` of a function, `age` or `messages` of a queue.',
    cure: 'Take one of the words that the message lists, or write `metric: Namespace Name` with `dimensions`.',
    source: language,
    example: {
      fails: spec('queues: {Jobs: {}}\nalarms:\n  Late: ‹Jobs lateness > 600 in 5m›\n'),
      passes: spec('queues: {Jobs: {}}\nalarms:\n  Late: Jobs age > 600 in 5m\n'),
    },
  },
  'spec-unknown-stage': {
    title: 'There is no such stage',
    why: '`--stage` chooses one of the stages that the file describes under `stages` or names with `only`.',
    cure: 'Take one of the stages that the message lists.',
    source: language,
    example: { none: 'It depends on the option `--stage`.' },
  },
  'spec-no-stage': {
    title: '`${synth.stage}` has no value',
    why: 'The base of a file is not a stage.',
    cure: 'Choose a stage with `--stage NAME`.',
    source: language,
    example: {
      fails: fn('    env: {STAGE: ‹"${synth.stage}"›}\n'),
      passes: fn('    env: {STAGE: dev}\n'),
    },
  },
  'spec-stage-only-name': {
    title: 'A stage changes something that the file does not have',
    why: 'A stage is laid over the file. A name that the file lacks is a misspelt one, unless the stage describes the whole entry.',
    cure: 'Correct the name, or write the whole entry.',
    source: language,
    example: { none: 'It depends on the option `--stage`.' },
  },
  'spec-stage-no-value': {
    title: 'A stage has an entry without a value',
    why: 'In a stage, `null` takes an entry away. A heading whose lines are left out or commented out reads the same, and deletes the resource with what it holds.',
    cure: 'Write `null` to say that the stage removes the entry, `{}` to leave it as it is, or what the stage changes.',
    source: language,
    example: { none: 'It depends on the option `--stage`.' },
  },
  'spec-include-empty': {
    title: 'A pattern of `include` finds no file',
    why: 'A pattern that finds nothing is most often misspelt, or counts from another folder: paths count from the folder of the file.',
    cure: 'Correct the pattern, or take it out.',
    source: language,
    example: { none: 'It depends on the files beside the template.' },
  },
  'spec-include-not-sections': {
    title: 'An included file has something else than sections',
    why: 'An included file has sections of the language: no `synth`, no `stages`, no `include` of its own.',
    cure: 'Move what is not a section to the file that includes it.',
    source: language,
    example: {
      files: { 'queues.yaml': '‹stages›: {}\nqueues: {Jobs: {}}\n' },
      fails: spec('include: queues.yaml\ntopics: {Alerts: {}}\n'),
      passes: spec('topics: {Alerts: {}}\n'),
    },
  },
  'spec-not-raised': {
    title: 'A template could not be turned into a compact spec',
    why: 'Every conversion is expanded and compared with the template. No form was found that expands to the same. A key beside the sections of a template, which CloudFormation refuses, is lost in the compact form.',
    cure: 'Remove the key where one is named. Otherwise please report the template. It can be used as it is.',
    source: language,
    example: { none: 'No template is known that has this.' },
  },
  'appspec-no-function': {
    title: 'There is no function of that name',
    why: 'An AppSpec file names one function of the template.',
    cure: 'Take the logical id of a function.',
    source: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file.html',
    example: { none: 'Only `synth appspec` reports it.' },
  },
  'appspec-no-alias': {
    title: 'A function publishes to no alias',
    why: 'CodeDeploy shifts the traffic of an alias.',
    cure: 'Give the function `alias` (in SAM `AutoPublishAlias`).',
    source: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file.html',
    example: { none: 'Only `synth appspec` reports it.' },
  },
};
