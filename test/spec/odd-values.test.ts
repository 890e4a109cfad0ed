import { describe, expect, it } from 'vitest';
import { lint, lower, raise } from '../../src/index.ts';

const found = (text: string): string[] =>
  lower(`synth: 1\n${text}`, { path: 'synth.yaml' }).problems.map(
    ({ code, line, column, message }) => `${line}:${column} ${code} ${message}`,
  );

describe('values that are certainly meant otherwise', () => {
  it('are a duration for the attribute of a time to live', () => {
    expect(found('table Orders: {key: id, ttl: 30d}\n')).toEqual([
      "2:30 spec-invalid-value 'ttl' must be the name of the attribute that holds the time, such as expiresAt; found '30d'.",
    ]);
    expect(found('table Orders: {key: id, ttl: expiresAt}\n')).toEqual([]);
  });

  it('are a misspelt service, as a warning', () => {
    expect(found('role Worker: {for: [lamda, s3]}\n')).toEqual([
      "2:21 spec-unknown-service 'lamda' stands for the service 'lamda.amazonaws.com', which synth does not know. Did you mean 'lambda'?",
    ]);
    expect(found('role Worker: {for: [lamda.amazonaws.com, quantum-shop, account]}\n')).toEqual([]);
  });

  it('are a place of a token without the request', () => {
    const authorizer = (identity: string) =>
      `http Public:\n  auth: {authorizers: {Users: {jwt: {issuer: a, audience: [b]}, identity: ${identity}}}}\n`;
    expect(found(authorizer('header.Authorization'))).toEqual([
      "3:75 spec-invalid-value 'identity' must be a place in the request, such as '$request.header.Authorization'; found 'header.Authorization'. Did you mean '$request.header.Authorization'?",
    ]);
    for (const identity of ['$request.header.Authorization', "'${Place}'", "'$request.header.A, $context.routeKey'"])
      expect(found(`parameter Place: x\n${authorizer(identity)}`)).toEqual([]);
  });

  it('are words for days and authorizers of other tools', () => {
    const work = (event: string) => `http Public:\nfunction Work: {code: src, events: [${event}]}\n`;
    expect(found(work('weekday at 08:00'))).toEqual([
      "3:37 spec-invalid-schedule 'weekday at 08:00' is not a schedule: 'weekday' is not a word for days; write 'weekdays at 08:00'.",
    ]);
    expect(found(work('{schedule: monday at 8:00}'))[0]).toContain("write 'mon at 8:00'");
    expect(found(work('teatime at 16:00'))[0]).toContain("'schedule' must be 'every 5 minutes'");
    expect(found(work('{route: GET /x, authorizer: none}'))[0]).toContain("Did you mean 'auth'?");
  });

  it('are a fraction of a unit', () => {
    expect(found('queue Jobs: {visibility: 1.5h}\n')).toEqual([
      "2:26 spec-invalid-value 'visibility' must be a duration in whole seconds, such as 10s, 15m, 1h or 7d; found '1.5h'. Did you mean '90m'?",
    ]);
    expect(found('function Work: {memory: 0.5GB}\n')[0]).toContain("found '0.5GB'. Did you mean '512MB'?");
    expect(found('queue Jobs: {visibility: 0.0001s}\n')[0]).toMatch(/found '0\.0001s'\.$/);
  });

  it('are the word of a heading in defaults', () => {
    expect(found('defaults: {rest: {tracing: true}}\n')[0]).toContain("Did you mean 'apis: {rest: …}'?");
    expect(found('defaults: {function: {timeout: 3s}}\n')[0]).toContain("Did you mean 'functions'?");
  });

  it('come back from SAM under its own names', () => {
    const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: {TimeToLiveSpecification: {AttributeName: 30d, Enabled: true}}
`;
    expect(raise(template).text).toContain('TimeToLiveSpecification: {AttributeName: 30d, Enabled: true}');
  });
});

it('filters of events and of subscriptions take lists of values', () => {
  const text = `synth: 1
table Orders: {key: id, stream: new-and-old}
topic News:
function Work:
  code: src
  handler: index.handler
  runtime: nodejs22.x
  events:
    - {table: Orders, filter: {eventName: INSERT}, from: latest}
    - {topic: News, filter: {kind: urgent}}
`;
  const errors = lint(text, { path: 'synth.yaml' }).problems.filter(({ level }) => level === 'error');
  expect(errors.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`)).toEqual([
    "9:31 esm-filter-criteria 'eventName' is 'INSERT' in the pattern; it must be a list of values: [INSERT].",
    "10:36 sns-filter-policy 'kind' is 'urgent' in the filter policy; it must be a list of values: [urgent].",
  ]);
});

describe('numbers with an exponent', () => {
  const template = (number: string): string =>
    `{"Parameters": {"Limit": {"Type": "Number", "Default": ${number}, "MaxValue": ${number}}}, "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}`;

  it.each([
    ['1e+21', '1.0e+21'],
    ['1e-7', '1.0e-7'],
    ['-2.5e-9', '-2.5e-9'],
    ['-1.5e+300', '-1.5e+300'],
  ])('keep their meaning in a parameter: %s', (json, printed) => {
    const { text, problems } = raise(template(json));
    expect(problems).toEqual([]);
    expect(text).toContain(`parameter Limit: {default: ${printed}, max: ${printed}}\n`);
    expect(lower(text!).template).toMatchObject({
      Parameters: { Limit: { Type: 'Number', Default: Number(json), MaxValue: Number(json) } },
    });
  });

  it('are texts in any other spelling', () => {
    expect(lower('synth: 1\nparameter Version: 1.50\n').template).toMatchObject({
      Parameters: { Version: { Type: 'String', Default: '1.50' } },
    });
  });
});
