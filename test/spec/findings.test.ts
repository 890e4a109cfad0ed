import { describe, expect, it } from 'vitest';
import { expand, explain, lint, lower } from '../../src/index.ts';
import { explanationText } from '../../src/report/explain/text.ts';

const entry = (more: string): string =>
  `synth: 1\nfunctions:\n  Auth:\n    code: src\n    handler: index.handler\n    runtime: nodejs22.x\n${more}`;
const messagesOf = (text: string): string[] =>
  lint(text, { path: 'synth.yaml', config: { preset: 'strict' } }).problems.map(({ message }) => message);

describe('findings of the linter in a compact spec', () => {
  it('have its keys and values, in maps within maps and in events too', () => {
    expect(messagesOf(entry('    logs: {format: text, level: info}\n'))).toContain(
      "'level' needs the log format JSON, not Text; set 'format: json', or remove 'level'.",
    );
    const polled = messagesOf(entry('    events: [{queue: Jobs, batch: 10}]\nqueues: {Jobs: {visibility: 1m}}\n'));
    expect(polled.join('\n')).toContain("set 'report-failures: true'");
  });

  it('name the settings of an event that lacks one', () => {
    const read = messagesOf(entry('    events: [{stream: Clicks}]\nstreams: {Clicks: {shards: 1}}\n'));
    expect(read.join('\n')).toContain("Write 'from: oldest' to read all records that are kept, or 'from: latest'");
  });

  it('have its keys for APIs that SAM generates, in paths and for what is generated for an entry', () => {
    expect(messagesOf(entry('    events: [GET /orders]\n'))).toContain(
      "The stage of 'ServerlessHttpApi' writes no access log; set 'logs'.",
    );
    expect(messagesOf(entry('    events: [rest GET /orders]\n'))).toContain(
      "The stage of 'ServerlessRestApi' writes no access log; set 'logs'.",
    );
    expect(messagesOf(entry('    tmp: 11GB\n')).join('\n')).toContain("'tmp' is 11264");
    expect(messagesOf(`${entry('')}layers: {Shared: {code: 's3://layers'}}\n`).join('\n')).toContain(
      "'code' is 's3://layers'",
    );
    expect(messagesOf(`${entry('')}defaults: {apis: {http: {tags: {a: b}}}}\n`).join('\n')).toContain(
      "'defaults.apis.http' has no effect",
    );
  });

  it('have no key of another map', () => {
    const found = messagesOf(entry('    alias: live\n    rollout: none\n    DeadLetterQueue: {Type: SQS}\n')).join(
      '\n',
    );
    expect(found).toContain("'DeadLetterQueue' needs 'TargetArn'; it must have 'Type' and 'TargetArn'.");
  });

  it('leave the names of entries alone that are names of properties too', () => {
    const found = messagesOf(entry('    memory: 64MB\n'));
    expect(found.filter((text) => text.includes("'auth'"))).toEqual([]);
  });
});

describe('a base that needs a stage', () => {
  const text = entry('    name: orders-${synth.stage}\nstages: {dev: {}, prod: {functions: {Auth: {timeout: 16m}}}}\n');
  it('is checked in its stages', () => {
    const errors = lint(text, { path: 'synth.yaml' }).problems.filter(({ level }) => level === 'error');
    expect(errors.map(({ code, line, message }) => [code, line, message.includes("In the stage 'prod'.")])).toEqual([
      ['lambda-timeout-range', 8, true],
    ]);
  });
  it('cannot be expanded without one', () => {
    expect(expand(text).problems.map(({ code }) => code)).toEqual(['spec-no-stage']);
  });
});

it('sections without a version are a part of a spec, which is said once', () => {
  const part = 'tables:\n  Orders: {key: id}\n';
  for (const { problems } of [lint(part), expand(part)]) {
    const errors = problems.filter(({ level }) => level === 'error');
    expect(errors.map(({ code, line, column }) => [code, line, column])).toEqual([['spec-version', 1, 1]]);
  }
  expect(lint('name: x\ntables: {}\n').problems.map(({ code }) => code)).not.toContain('spec-version');
});

describe('one policy for each queue and topic', () => {
  it('takes in the senders of `allow`', () => {
    const { template } = lower(`synth: 1
topics: {Alerts: {}}
queues:
  Jobs: {allow: Alerts, policy: {allow: 'sqs:SendMessage', to: account 123456789012}}
`);
    const { Resources: resources } = template as { Resources: Record<string, { Type: string; Properties: never }> };
    const policies = Object.entries(resources).filter(([, { Type: type }]) => type === 'AWS::SQS::QueuePolicy');
    expect(policies.map(([id]) => id)).toEqual(['JobsPolicy']);
    expect(policies[0]![1].Properties).toMatchObject({
      PolicyDocument: {
        Statement: [{ Principal: { AWS: expect.anything() } }, { Principal: { Service: 'sns.amazonaws.com' } }],
      },
    });
  });
});

describe('names', () => {
  it('are looked for where a literal name could be meant', () => {
    const { problems } = lower(entry('    alias: live\n    rollout: {shift: canary 10% for 5m, alarms: NoSuch}\n'));
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['spec-unknown-name', expect.stringContaining("'NoSuch'")],
    ]);
    expect(
      lower(entry('    alias: live\n    rollout: {shift: all at once, alarms: orders-errors}\n')).problems,
    ).toEqual([]);
  });
});

describe('functions and gaps', () => {
  it('stand for outputs and for versions of aliases', () => {
    const text = `${entry("    aliases: {live: published, a: '${V}', b: !Ref V, c: {version: !Ref V}}\n")}parameters: {V: '3'}\noutputs: {Arn: !GetAtt Auth.Arn}\n`;
    const { template, problems } = lower(text);
    expect(problems).toEqual([]);
    const { Resources: resources, Outputs: outputs } = template as never as Record<string, Record<string, never>>;
    for (const name of ['a', 'b', 'c']) {
      expect(resources![`AuthAlias${name}`]).toMatchObject({ Properties: { FunctionVersion: { Ref: 'V' } } });
    }
    expect(outputs!['Arn']).toEqual({ Value: { 'Fn::GetAtt': ['Auth', 'Arn'] } });
  });

  it('a route that is a key can name its API', () => {
    const text = entry(
      '    events: [{route: POST /orders on Web}, {route: rest PUT /orders}]\napis: {Web: {}, Admin: {kind: rest, stage: prod}}\n',
    );
    const { template, problems } = lower(text);
    expect(problems).toEqual([]);
    expect(JSON.stringify(template)).toContain('"ApiId":{"Ref":"Web"}');
    expect(JSON.stringify(template)).toContain('"RestApiId":{"Ref":"Admin"}');
  });
});

describe('explain', () => {
  const text = entry(
    '    access: {Uploads: read}\n    events: [{bucket: Uploads, events: created}]\n    logs: {retention: 14d}\nbuckets: {Uploads: {}}\ndefaults: {functions: {architecture: arm64}}\nstages: {prod: {queues: {Late: {}}}}\n',
  );
  const told = (target: string): string => {
    const { explanation } = explain(text, target, { path: 'synth.yaml' });
    return explanationText(explanation!, { source: () => undefined, file: 'synth.yaml', colour: false } as never);
  };
  it('knows what an entry needs beside itself, the defaults and the stages', () => {
    expect(told('AuthAccess')).toContain("is there because of 'access' of 'Auth'");
    expect(told('Auth')).toMatch(/AuthLogs +AWS::Logs::LogGroup +for 'logs\.retention', line 9/);
    expect(told('Auth')).toContain("'architecture' in the defaults of 'functions'");
    expect(told('Late')).toBe("'Late' is only in the stage 'prod'; ask with '--stage prod'.\n");
  });
});
