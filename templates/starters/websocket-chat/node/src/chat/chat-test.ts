import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { chat, type Room } from './chat.ts';

let connected: Set<string>;
let sent: string[];
const room: Room = {
  add: async (id) => void connected.add(id),
  remove: async (id) => void connected.delete(id),
  all: async () => [...connected],
  post: async (id, text) => {
    if (id === 'gone') return false;
    sent.push(`${id}: ${text}`);
    return true;
  },
};
const call = (routeKey: string, connectionId: string, body?: string) =>
  chat(room)({ requestContext: { routeKey, connectionId }, ...(body === undefined ? {} : { body }) });

beforeEach(() => {
  connected = new Set(['a', 'b']);
  sent = [];
});

test('remembers who connects and forgets who leaves', async () => {
  assert.deepEqual(await call('$connect', 'c'), { statusCode: 200 });
  await call('$disconnect', 'a');
  assert.deepEqual([...connected], ['b', 'c']);
});

test('passes a message on to everybody', async () => {
  await call('send', 'a', '{"action": "send", "text": "Hello"}');
  assert.deepEqual(sent, ['a: {"text":"Hello"}', 'b: {"text":"Hello"}']);
});

test('forgets connections that are gone', async () => {
  connected.add('gone');
  await call('send', 'a', '{"text": "Hello"}');
  assert.deepEqual([...connected], ['a', 'b']);
});

test('refuses a message without text', async () => {
  for (const body of [undefined, 'no JSON', '{"text": ""}']) assert.deepEqual(await call('send', 'a', body), { statusCode: 400 });
  assert.deepEqual(sent, []);
});
