import { describe, expect, it } from 'vitest';
import * as browser from '../src/index.ts';
import { appSpec, diff, expand, explain, fix, lint, lower, raise, review } from '../src/node.ts';

const template = 'Resources:\n  Topic: {Type: AWS::SNS::Topic}\n';

/** Every function of the library that takes options, with the problems that it gives. */
const functions: Readonly<Record<string, (options: never) => readonly { code: string; message: string }[]>> = {
  expand: (options) => expand(template, options).problems,
  explain: (options) => explain(template, undefined, options).problems,
  lint: (options) => lint(template, options).problems,
  fix: (options) => fix(template, options).problems,
  lower: (options) => lower(template, options).problems,
  raise: (options) => raise(template, options).problems,
  review: (options) => review(template, options).problems,
  appSpec: (options) => appSpec(template, 'Topic', options).problems,
  diff: (options) => diff({ template }, { template }, options).problems.before,
  'the side of diff': (options) => diff(options, { template }).problems.before,
  'lint in a browser': (options) => browser.lint(template, options).problems,
};

const failing = {
  get() {
    throw new Error('not today');
  },
};
/** An object with one property, or in a proxy all of them, that cannot be read. */
const unreadable = (name: string): object => Object.defineProperty({}, name, { ...failing, enumerable: true });
const endless: object = new Proxy(
  {},
  {
    get: () => endless,
    ownKeys: () => ['a'],
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
  },
);

describe.each(Object.entries(functions))('%s', (_, call) => {
  it.each([
    [null, 'The options must be an object; they are null.'],
    ['x', "The options must be an object; they are 'x'."],
    [{ parameters: null }, "The option 'parameters' must be an object"],
    [{ parameters: { A: {} } }, "The option 'parameters' must be an object"],
    [{ region: 5 }, "The option 'region' must be the name of a region, such as 'eu-central-1'; it is 5."],
    [{ region: 'mars' }, "The option 'region' must be the name of a region, such as 'eu-central-1'; it is 'mars'."],
    [[], 'The options must be an object; they are a list.'],
    [{ path: [] }, "The option 'path' must be a text; it is a list."],
    [{ reader: {} }, "The option 'reader' must be an object with the functions 'kind', 'text' and 'fingerprint'"],
    [{ resolveApplication: 'x' }, "The option 'resolveApplication' must be a function; it is 'x'."],
    [{ now: Number.NaN }, "The option 'now' must be a number of seconds since 1970; it is NaN."],
    [{ rules: 5 }, "The option 'rules' must be a list of rules; it is 5."],
    [{ specs: {} }, "The option 'specs' must be a function; it is an object."],
    [{ config: [] }, "The option 'config' must be an object; it is a list."],
  ])('refuses %o', (options, message) => {
    const found = call(options as never);
    expect(found.map(({ code }) => code)).toEqual(['wrong-option-value']);
    expect(found[0]!.message).toContain(message);
  });

  // Getters and proxies are code of the caller.
  it('tells of options that cannot be read', () => {
    const cases: readonly (readonly [object, string])[] = [
      [unreadable('path'), "The option 'path' cannot be read: not today."],
      [{ parameters: unreadable('A') }, "The option 'parameters' cannot be read: not today."],
      [
        { reader: unreadable('kind') },
        "The option 'reader' must be an object with the functions 'kind', 'text' and 'fingerprint'",
      ],
      [new Proxy({ path: 'a' }, failing), "The option 'path' cannot be read: not today."],
      [new Proxy({}, { ownKeys: failing.get }), 'The options cannot be read: not today.'],
      [{ config: endless }, "The option 'config' cannot be read: it is nested more than 100 deep."],
    ];
    for (const [options, message] of cases) {
      const found = call(options as never);
      expect(found.map(({ code }) => code)).toEqual(['wrong-option-value']);
      expect(found[0]!.message).toContain(message);
    }
  });
});

it('an option that the library does not have is reported, and the rest is done', () => {
  const { template: expanded, problems } = expand(template, { regoin: 'x', parameters: undefined } as never);
  expect(expanded).toBeDefined();
  expect(problems.map(({ level, message }) => `${level} ${message}`)).toEqual([
    "warning There is no option 'regoin'. Did you mean 'region'?",
  ]);
});

it.each([null, undefined, 42, {}])('fix and review refuse %o, which is no text', (input) => {
  for (const problems of [fix(input as never).problems, review(input as never).problems]) {
    expect(problems.map(({ code }) => code)).toEqual(['wrong-option-value']);
    expect(problems[0]!.message).toContain("The argument 'input' must be the text of a template, or its bytes; it is");
  }
});

it('kinds of fixes that there are not are refused', () => {
  expect(fix(template, {}, ['wild'] as never)).toMatchObject({
    text: template,
    problems: [{ message: "The argument 'kinds' must be a list of 'safe' and 'unsafe'; it is a list." }],
  });
});

it.each([null, undefined])('a template that is %o is not told to be an empty file', (input) => {
  for (const call of [expand, lint, explain, lower, raise]) {
    expect(call(input as never).problems.map(({ message }) => message)).toEqual([
      `The template must be a text, its bytes or an object; it is ${input}.`,
    ]);
  }
});

it('a target of explain that is not a text is refused', () => {
  const { problems } = explain(template, { region: 'x' } as never);
  expect(problems[0]!.message).toContain("The option 'target' must be a logical ID, a JSON pointer or a line");
});

it('without specifications it is said that they are missing, and the configuration can switch that off', () => {
  const codes = (options?: browser.LintOptions) => browser.lint(template, options).problems.map(({ code }) => code);
  expect(codes()).toContain('specs-missing');
  expect(codes({ config: { rules: { 'specs-missing': 'off' } } })).not.toContain('specs-missing');
  expect(lint(template).problems.map(({ code }) => code)).not.toContain('specs-missing');
  expect(browser.diff({ template }, { template }).problems.after.map(({ code }) => code)).toEqual(['specs-missing']);
});

describe('functions among the options', () => {
  const application = `Resources:
  A: {Type: AWS::Serverless::Application, Properties: {Location: {ApplicationId: 'arn:x', SemanticVersion: 1.0.0}}}
`;
  const files = `Resources:
  Fn::Transform: {Name: AWS::Include, Parameters: {Location: more.yaml}}
  L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: layer}}
`;
  const reader = { kind: () => 'file', text: () => 'A: {Type: AWS::SNS::Topic}', fingerprint: () => 'abc' };
  const fail = () => {
    throw new Error('no connection');
  };
  const given = 'wrong-option-value';

  const failing: readonly (readonly [object, string])[] = [
    [
      { resolveApplication: async () => 'https://x' },
      "'resolveApplication' of the options must return a text or undefined; it returned a promise, which is not waited for.",
    ],
    [{ resolveApplication: () => Promise.reject(new Error('x')) }, 'it returned a promise, which is not waited for.'],
    [{ resolveApplication: () => 5 }, 'it returned the number 5.'],
    [{ resolveApplication: fail }, "'resolveApplication' of the options threw an error: no connection"],
    [
      { reader: { ...reader, text: async () => 'x' } },
      "'reader.text' of the options must return a text or undefined; it returned a promise",
    ],
    [{ reader: { ...reader, text: fail } }, "'reader.text' of the options threw an error: no connection"],
    [
      { reader: { ...reader, kind: () => 'folder' } },
      "'reader.kind' of the options must return 'file', 'directory' or undefined; it returned 'folder'.",
    ],
    [
      { reader: { ...reader, fingerprint: () => ['a'] } },
      "'reader.fingerprint' of the options must return a text or undefined; it returned a list.",
    ],
    [{ reader: { ...reader, isOutside: fail } }, "'reader.isOutside' of the options threw an error: no connection"],
  ];

  it('are named where only the linter asks them', () => {
    const { problems } = lint(files.replace('ContentUri: layer', 'ContentUri: layer.zip'), {
      reader: { ...reader, archive: () => ({}) } as never,
    });
    expect(problems.map(({ message }) => message)).toEqual([
      "'reader.archive' of the options must return an object with the numbers 'entries' and 'unpacked' and the list 'outside', or undefined; it returned an object.",
    ]);
  });

  it.each(failing)('are named where they fail: %o', (options, message) => {
    const text = 'reader' in options ? files : application;
    for (const call of [expand, lint, (...args: Parameters<typeof lint>) => explain(args[0], undefined, args[1])]) {
      const result = call(text, options as never);
      expect(result.problems.map(({ code }) => code)).toEqual([given]);
      expect(result.problems[0]!.message).toContain(message);
      expect('template' in result).toBe(false);
    }
    expect(fix(text, options as never)).toMatchObject({ text, problems: [{ code: given }] });
    const { problems, change } = diff({ template: text, ...options } as never, { template: 'Resources: {}' });
    expect([problems.before.map(({ code }) => code), change]).toEqual([[given], undefined]);
  });

  it('may return null for what is not known, and use what is beside them', () => {
    const { problems } = expand(application, { resolveApplication: () => null } as never);
    expect(problems.map(({ code }) => code)).toEqual(['application-not-available']);
    class Files {
      readonly #text = 'A: {Type: AWS::SNS::Topic}\n';
      kind = () => 'file' as const;
      text() {
        return this.#text;
      }
      fingerprint() {
        return `${this.#text.length}`;
      }
    }
    expect(Object.keys(expand(files, { reader: new Files() }).template!.Resources)).toHaveLength(2);
  });
});

describe('what callers give besides', () => {
  it('is refused where an argument is missing', () => {
    const problems = appSpec(template, undefined as never).problems;
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringContaining("wrong-option-value The argument 'id' must be the logical ID of a function, as a text"),
    ]);
  });

  it('stops nothing where a loader of specifications throws or gives what is none', () => {
    for (const specs of [
      () => {
        throw new Error('no');
      },
      () => ({}),
      () => ({ types: {} }),
      () => 5,
    ] as const) {
      expect(lint(template, { specs: specs as never }).problems.map(({ code }) => code)).toContain('specs-missing');
      expect(fix(template, { specs: specs as never }).text).toBe(template);
      expect(review(template, { specs: specs as never }).review).toBeDefined();
    }
  });
});

it('a side of a comparison that is not there is refused', () => {
  const message = 'The options must be an object; they are undefined.';
  const none = undefined as never;
  expect(diff(none, none).problems).toMatchObject({ before: [{ message }], after: [{ message }] });
  expect(diff({ template }, none).problems).toMatchObject({ before: [], after: [{ message }] });
});

it('rules that cannot be read are told of, with a configuration and without', () => {
  for (const config of [undefined, { rules: { 'sqs-attribute-range': 'off' as const } }]) {
    const { problems } = lint(template, { rules: [unreadable('id')] as never, config });
    expect(problems.map(({ message }) => message)).toEqual(['Item 1 cannot be read: not today.']);
  }
});

it('a template that cannot be read is refused', () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const call of [expand, lint, explain, lower, raise]) {
    expect(call(proxy).problems.map(({ message }) => message)).toEqual([
      "The template object contains what cannot be read (TypeError: Cannot perform 'getPrototypeOf' on a proxy that has been revoked).",
    ]);
  }
  for (const call of [fix, review])
    expect(call(proxy as never).problems[0]!.message).toContain("The argument 'input' must be the text of a template");
  expect(diff({ template: proxy }, { template }).problems.before[0]!.message).toContain('cannot be read');
});

it('a pointer that is no text leads nowhere', () => {
  const { locate } = expand(template);
  for (const pointer of [undefined, null, 5, {}]) expect(locate(pointer as never)).toBeUndefined();
});
