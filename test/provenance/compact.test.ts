import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expand, explain, lint } from '../../src/index.ts';

const path = 'templates/orders/synth.yaml';
const text = readFileSync(path, 'utf8');
const lines = text.split('\n');
const { locate } = expand(text, { path });

describe('a compact spec', () => {
  it.each([
    ['PlaceOrder', 'function PlaceOrder:'],
    ['PlaceOrder/Properties/Environment/Variables/QUEUE', "env: {QUEUE: '${Queue.url}'}"],
    ['PlaceOrder/Properties/MemorySize', 'memory: 256MB'],
    ['PlaceOrderRole/Properties/Policies/0', 'access: {Orders: write, Queue: send}'],
    ['PlaceOrderAliaslive', 'alias: live'],
    ['PlaceOrderDeploymentGroup', 'rollout: {shift: canary 10% for 5m, alarms: PlaceOrderErrors, before: CheckOrder}'],
    ['PlaceOrderPostPermission', 'Post: post /orders'],
    ['FulfilOrderQueue/Properties/BatchSize', 'Queue: {queue: Queue, batch: 5, report-failures: true}'],
    ['Failed/Properties/MessageRetentionPeriod', 'Failed: {retention: 14d}'],
    ['PlaceOrderErrors/Properties/Threshold', 'alarm PlaceOrderErrors: PlaceOrder errors >= 1 in 1m'],
  ])('%s comes from `%s`', (pointer, line) => {
    expect(lines[locate(`/Resources/${pointer}`)!.line - 1]!.trim()).toBe(line);
  });

  it('explains what a line became', () => {
    const line = lines.findIndex((each) => each.includes('Post: post /orders')) + 1;
    const { explanation } = explain(text, String(line), { path }) as { explanation: { kind: string } };
    expect(explanation.kind).toBe('line');
    expect(JSON.stringify(explanation)).toContain('PlaceOrderPostPermission');
  });

  it('has the findings of the linter on its lines and in its words, and takes suppressions', () => {
    const faulty = `synth: 1
functions:
  Orders:
    code: src
    handler: index.handler
    runtime: nodejs22.x
    timeout: 16m
    url: public # synth-ignore lambda-url-auth-none: everybody may
`;
    const { problems } = lint(faulty, { path: 'synth.yaml', config: { rules: { 'specs-missing': 'off' } } });
    const found = problems.filter(({ level }) => level !== 'info');
    expect(found.map(({ code, line, column }) => [code, line, column])).toEqual([['lambda-timeout-range', 7, 14]]);
    expect(found[0]!.message).toContain("'timeout'");
  });
});
