import { describe, expect, it } from 'vitest';
import { expand, explain, lint, lower, raise } from '../../src/index.ts';
import type { Reader } from '../../src/model/reader.ts';
import { headingWords } from '../../src/spec/sections/headings.ts';

/** The SAM of a file; it has no problems. */
const samOf = (text: string, stage?: string) => {
  const { template, problems } = lower(text, { stage });
  expect(problems).toEqual([]);
  return template;
};

const problemsOf = (text: string, files: Readonly<Record<string, string>> = {}) => {
  const reader: Reader = {
    kind: (path) => (Object.hasOwn(files, path) ? 'file' : undefined),
    text: (path) => files[path],
    names: () => Object.keys(files),
    fingerprint: () => undefined,
  };
  return lower(text, { path: 'synth.yaml', reader }).problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  );
};

const code = 'code: s3://a/b, handler: a.b, runtime: nodejs22.x';

describe('a heading is short for an entry of a section', () => {
  it.each([
    ['parameter Stage: [dev, prod]', 'parameters: {Stage: [dev, prod]}'],
    ['mapping Sizes: {dev: {Memory: 128}}', 'mappings: {Sizes: {dev: {Memory: 128}}}'],
    ['condition IsProd: !Equals [a, b]', 'conditions: {IsProd: !Equals [a, b]}'],
    [
      'rule Known: {Assertions: [{Assert: !Equals [a, b]}]}',
      'rules: {Known: {Assertions: [{Assert: !Equals [a, b]}]}}',
    ],
    [`function Work: {${code}}`, `functions: {Work: {${code}}}`],
    ['api Public:', 'apis: {Public: {kind: http}}'],
    ['http Public: {name: shop}', 'apis: {Public: {name: shop}}'],
    ['rest Public: {stage: prod}', 'apis: {Public: {kind: rest, stage: prod}}'],
    ['rest Public: {kind: rest, stage: prod}', 'apis: {Public: {kind: rest, stage: prod}}'],
    ['websocket Chat: {stage: prod}', 'apis: {Chat: {kind: websocket, stage: prod}}'],
    ['table Orders: {key: id}', 'tables: {Orders: {key: id}}'],
    ['simple-table Orders:', 'tables: {Orders: {kind: simple}}'],
    ['event-rule Nightly: {schedule: rate(1 day)}', 'event-rules: {Nightly: {schedule: rate(1 day)}}'],
    ['resource Limit: {type: AWS::SNS::Topic}', 'resources: {Limit: {type: AWS::SNS::Topic}}'],
    [
      `function Work: {${code}}\noutput Name: \${Work.name}`,
      `functions: {Work: {${code}}}\noutputs: {Name: '\${Work.name}'}`,
    ],
    [
      `function Work: {${code}}\ndefaults functions: {timeout: 3s}`,
      `functions: {Work: {${code}}}\ndefaults: {functions: {timeout: 3s}}`,
    ],
    [
      'rest Public: {stage: prod}\ndefaults rest: {tracing: true}\ndefaults apis: {name: a}',
      'apis: {Public: {kind: rest, stage: prod}}\ndefaults: {apis: {rest: {tracing: true}, name: a}}',
    ],
    [
      'queue Jobs:\ntopic Alerts:\nqueues: {Failed: {retention: 1d}}\nqueue Inbox: {fifo: true}',
      'queues: {Jobs: {}, Failed: {retention: 1d}, Inbox: {fifo: true}}\ntopics: {Alerts: }',
    ],
    [
      'transform: AWS::LanguageExtensions\nresource Fn::ForEach::Topics: [N, [A], {"${N}T": {Type: AWS::SNS::Topic}}]',
      'transform: AWS::LanguageExtensions\nresources: {"Fn::ForEach::Topics": [N, [A], {"${N}T": {Type: AWS::SNS::Topic}}]}',
    ],
  ])('%s', (headings, sections) => {
    expect(samOf(`synth: 1\n${headings}\n`)).toEqual(samOf(`synth: 1\n${sections}\n`));
  });

  it.each(headingWords.map(({ word, section }) => [word, section]))("'%s' leads to a section", (word) => {
    const name = word === 'defaults' ? 'functions' : 'Name';
    const { problems } = lower(`synth: 1\n${word} ${name}:\n`);
    expect(problems.filter(({ code: found }) => ['spec-heading', 'spec-unknown-key'].includes(found))).toEqual([]);
  });

  it.each([
    ['what SAM has under such a name', "'Fn::Transform x': {}"],
    ['a place for anchors', 'x-table Orders: [1]'],
  ])('%s is none', (_, text) => expect(problemsOf(`synth: 1\n${text}\nqueue Jobs:\n`)).toEqual([]));
});

describe('a key at the top with a capital letter', () => {
  it.each([
    ['Table Orders: {key: id}', "'Table' is not a kind of entry. Did you mean 'table Orders'?"],
    ['Stage prod: {}', "'Stage' is not a kind of entry. Did you mean 'stage prod'?"],
    [
      'Queues Jobs: {}',
      "'Queues' is the section; the heading of one entry has the word for one. Did you mean 'queue Jobs'?",
    ],
    [
      "Resource AWS::SSM::Parameter Limit: {Type: String, Value: '1'}",
      "'Resource' is not a kind of entry. Did you mean 'resource AWS::SSM::Parameter Limit'?",
    ],
    ['Tables: {Orders: {key: id}}', "'Tables' is not a key of the file. Did you mean 'tables'?"],
    ['Functons: {}', "'Functons' is not a key of the file. Did you mean 'functions'?"],
  ])('is no section of CloudFormation: %s', (text, says) => {
    expect(problemsOf(`synth: 1\ntopic News:\n${text}\n`)).toEqual([`synth.yaml:3:1 ${says}`]);
    const included = problemsOf('synth: 1\ninclude: more.yaml\ntopic News:\n', { 'more.yaml': `${text}\n` });
    expect(included).toContain(`more.yaml:1:1 ${says}`);
  });

  it.each([
    ['a section of CloudFormation', 'Hooks: {}'],
    ['the call of a macro', 'Fn::Transform: {Name: Count}'],
    ['a section of a macro', 'transform: Count\nCounts: {News: 3}'],
  ])('is passed through as %s', (_, text) => expect(problemsOf(`synth: 1\n${text}\ntopic News:\n`)).toEqual([]));

  it('is a section of the language where a macro could have it', () =>
    expect(problemsOf('synth: 1\ntransform: Count\nTables: {Orders: {key: id}}\ntopic News:\n')).toEqual([
      "synth.yaml:3:1 'Tables' is not a key of the file. Did you mean 'tables'?",
    ]));
});

it('the type of a resource stands before its name', () =>
  expect(problemsOf("synth: 1\nresource Limit AWS::SSM::Parameter: {Type: String, Value: '1'}\ntopic News:\n")).toEqual(
    [
      "synth.yaml:2:1 'Limit AWS::SSM::Parameter' cannot follow 'resource': a name has letters and digits only. Did you mean 'resource AWS::SSM::Parameter Limit'?",
    ],
  ));

describe('stages', () => {
  const base = 'synth: 1\nparameter Stage: dev\nrest Public: {stage: dev}\nqueue Jobs: {visibility: 30s}\n';
  it.each([
    ['stage prod: {queue Jobs: {visibility: 1m}}', 'stages: {prod: {queues: {Jobs: {visibility: 1m}}}}'],
    ['stage prod: {rest Public: {stage: prod}}', 'stages: {prod: {apis: {Public: {stage: prod}}}}'],
    ['stage prod: {queue Jobs: null}', 'stages: {prod: {queues: {Jobs: null}}}'],
    ['stage prod: {topic Alerts: {fifo: true}}', 'stages: {prod: {topics: {Alerts: {fifo: true}}}}'],
    ['topic Alerts: {only: prod}', 'topics: {Alerts: {only: prod}}'],
  ])('%s', (headings, sections) => {
    expect(samOf(`${base}${headings}\n`, 'prod')).toEqual(samOf(`${base}${sections}\n`, 'prod'));
  });

  it('are those that lint looks at', () => {
    const alone = 'synth: 1\nqueue Jobs: {visibility: 30s}\nstage prod:\n  queue Jobs: {visibility: 13h}\n';
    const { problems } = lint(alone, { path: 'synth.yaml' });
    expect(problems.filter(({ level }) => level === 'error').map(({ line, column }) => [line, column])).toEqual([
      [4, 28],
    ]);
  });
});

describe('includes', () => {
  it('may have headings', () => {
    const text =
      "synth: 1\ninclude: queues.yaml\ntopic Alerts:\nfunction Work: {code: s3://a/b, handler: a.b, runtime: nodejs22.x, env: {J: '${Jobs}'}}\n";
    expect(problemsOf(text, { 'queues.yaml': 'queue Jobs:\n' })).toEqual([]);
  });

  it.each([
    ['queue Jobs:', 'queue Jobs: {fifo: true}'],
    ['queues: {Jobs: }', 'queue Jobs:'],
    ['queue Jobs:', 'topic Jobs:'],
    ['topic Jobs:', 'queue Jobs:'],
  ])('say where %s is given again by %s', (own, included) => {
    expect(problemsOf(`synth: 1\ninclude: more.yaml\n${own}\n`, { 'more.yaml': `# more\n${included}\n` })).toEqual([
      expect.stringMatching(/^more.yaml:2:1 'Jobs' is declared twice, first on line 3 of 'synth.yaml'/),
    ]);
  });
});

it.each([
  [
    'queues:\n  Jobs:\nqueue Jobs:',
    "4:1 'Jobs' is given twice in 'queues', first on line 3 of 'synth.yaml'. Keep one of them.",
  ],
  [
    'queue Jobs:\nqueues:\n  Jobs:',
    "4:3 'Jobs' is given twice in 'queues', first on line 2 of 'synth.yaml'. Keep one of them.",
  ],
  [
    'rest A: {stage: x}\napi A:',
    "3:1 'A' is given twice in 'apis', first on line 2 of 'synth.yaml'. Keep one of them.",
  ],
  [
    'topic Jobs:\nfunction Jobs: {code: s3://a/b, handler: a.b, runtime: nodejs22.x}',
    "3:1 'Jobs' is declared twice, first on line 2 of 'synth.yaml'. Names are shared by parameters, entries and resources.",
  ],
  [
    'queue Jobs:\ntopic Jobs:',
    "3:1 'Jobs' is declared twice, first on line 2 of 'synth.yaml'. Names are shared by parameters, entries and resources.",
  ],
])('both places are named: %s', (text, says) =>
  expect(problemsOf(`synth: 1\n${text}\n`)).toEqual([`synth.yaml:${says}`]),
);

describe('provenance', () => {
  const text = `synth: 1
defaults functions: {runtime: nodejs22.x, timeout: 16m}
# synth-ignore sqs-no-dlq: nothing is lost
queue Jobs: {visibility: 30s}
function Work:
  code: s3://a/b
  handler: index.handler
  memory: 256MB
`;
  it.each([
    ['Work', 5],
    ['Work/Properties/MemorySize', 8],
    ['Jobs', 4],
    ['Jobs/Properties/VisibilityTimeout', 4],
    ['Work/Properties/Timeout', 2],
  ])('%s comes from line %d', (pointer, line) => {
    expect(expand(text, { path: 'synth.yaml' }).locate(`/Resources/${pointer}`)?.line).toBe(line);
  });

  it('findings stand on the lines of entries and of defaults', () => {
    const { problems } = lint(text, { path: 'synth.yaml', config: { rules: { 'specs-missing': 'off' } } });
    expect(problems.filter(({ level }) => level === 'error').map(({ code: id, line }) => [id, line])).toEqual([
      ['lambda-timeout-range', 2],
    ]);
  });

  it.each([
    ['5', "'Work'"],
    ['8', "'memory' of 'Work'"],
    ['2:26', "'runtime' in the defaults of 'functions'"],
  ])('line %s is called %s', (target, words) => {
    const { explanation } = explain(text, target, { path: 'synth.yaml' });
    expect(JSON.stringify(explanation)).toContain(JSON.stringify(words).slice(1, -1));
  });
});

it('sections without the version are told from SAM by their headings, too', () => {
  expect(problemsOf('queue Jobs:\ntopics: {}\n')).toEqual([expect.stringMatching(/synth.yaml:1:1 .*'synth: 1'/)]);
});

describe('what is printed', () => {
  const printed = (text: string): string => {
    const result = raise(text);
    expect(result.problems).toEqual([]);
    return result.text!;
  };

  it('is a section where several entries stand on one line each, and headings for the rest', () => {
    const text = `synth: 1
# The queues.
queue Jobs: {fifo: true}
queue Failed:
  retention: 14d
  # Needed by the auditors.
  keep: true
topic Alerts:
topic News: {fifo: true}
outputs: {Url: '\${Jobs.url}'}
apis:
  Public:
    # For partners.
    kind: rest
    stage: prod
resources:
  Limit: {type: AWS::SSM::Parameter, Value: '1'}
  As: {Type: AWS::SSM::Parameter, Properties: {Value: '1'}}
stages:
  prod:
    queues: {Jobs: {visibility: 1m}}
`;
    const wanted = `synth: 1

# The queues.
queue Jobs: {fifo: true}

queue Failed:
  retention: 14d
  # Needed by the auditors.
  keep: true

topics:
  Alerts:
  News: {fifo: true}

output Url: \${Jobs.url}

# For partners.
rest Public: {stage: prod}

resource AWS::SSM::Parameter Limit: {Value: '1'}

resource As:
  Type: AWS::SSM::Parameter
  Properties: {Value: '1'}

stage prod: {queue Jobs: {visibility: 1m}}
`;
    expect(printed(text)).toBe(wanted);
    expect(printed(wanted)).toBe(wanted);
  });

  it('has the comment of a section at its first entry', () => {
    const sam = `Transform: AWS::Serverless-2016-10-31
# What is stored.
Resources:
  Uploads: {Type: AWS::S3::Bucket}
# What others need.
Outputs:
  Name: {Value: !Ref Uploads}
`;
    expect(printed(sam)).toBe(`synth: 1

# What is stored.
bucket Uploads:

# What others need.
output Name: \${Uploads}
`);
  });

  it('keeps comments at an entry whose section is made of headings, in stages too', () => {
    const text = `synth: 1
# The jobs.
queue Jobs: {visibility: 3m} # note on Jobs
queue Failed: {retention: 14d}
stage prod:
  # More time.
  queue Jobs: {visibility: 4m} # in prod
  queue Failed: {retention: 13d}
`;
    expect(printed(text)).toBe(`synth: 1

queues:
  # The jobs.
  Jobs: {visibility: 3m} # note on Jobs

  Failed: {retention: 14d}

stage prod:
  queues:
    # More time.
    Jobs: {visibility: 4m} # in prod
    Failed: {retention: 13d}
`);
  });

  it('keeps a section with a name that no heading can have', () => {
    expect(printed('synth: 1\nmappings: {a-b: {c: {d: e}}}\nqueue Jobs:\n')).toContain('mappings:\n  a-b:');
  });

  it('is nothing where a heading is wrong', () => {
    const { text, problems } = raise('synth: 1\ntabel Orders: {key: id}\n', { path: 'synth.yaml' });
    expect(text).toBeUndefined();
    expect(problems.map(({ line, column }) => [line, column])).toEqual([[2, 1]]);
  });
});
