import { expect, it } from 'vitest';
import { documentOf } from '../../src/cli/diff/template-at.ts';

it('reads a template once, however many stages it is compared in', () => {
  const template = {
    name: 'template.yaml',
    bytes: Buffer.from('Resources: {}'),
    reader: { text: () => undefined },
  } as unknown as Parameters<typeof documentOf>[0];
  expect(documentOf(template)).toBe(documentOf(template));
  expect(documentOf({ ...template })).not.toBe(documentOf(template));
});
