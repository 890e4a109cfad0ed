import { linkSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const queue = 'Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 50000}}\n';

/** A folder in which a plugin does something to the template while it is checked. */
const disturbedBy = (deed: string) =>
  folderWith({
    's.yaml': queue,
    'other.yaml': queue,
    'elsewhere/victim.yaml': queue,
    'synth.config.yaml': 'plugins: [./slow.mjs]\n',
    'slow.mjs': `import { appendFileSync, rmSync, symlinkSync } from 'node:fs';\n${deed}\nexport default [];\n`,
  });

const text = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

describe('a template that changes while its fixes are looked for', () => {
  it('keeps the change, and the fixes of the others are written', () => {
    const folder = disturbedBy(`appendFileSync('s.yaml', '# mine\\n');`);
    const { err, code } = synth(folder, ['lint', '--fix-unsafe', 's.yaml', 'other.yaml']);
    expect(text(folder, 's.yaml')).toBe(`${queue}# mine\n`);
    expect(text(folder, 'other.yaml')).not.toBe(queue);
    expect(err).toContain("'s.yaml' changed while it was checked, so its fixes were not written.");
    expect(code).toBe(2);
  });

  it('is not followed to another file that it has become a link to', () => {
    const folder = disturbedBy(`rmSync('s.yaml'); symlinkSync('elsewhere/victim.yaml', 's.yaml');`);
    const { err, code } = synth(folder, ['lint', '--fix-unsafe', 's.yaml']);
    expect(text(folder, 'elsewhere/victim.yaml')).toBe(queue);
    expect(err).toContain("'s.yaml' changed while it was checked");
    expect(code).toBe(2);
  });
});

it('a template of two names stays one file when it is fixed', () => {
  const folder = folderWith({ 's.yaml': queue });
  linkSync(join(folder, 's.yaml'), join(folder, 'second.yaml'));
  synth(folder, ['lint', '--fix-unsafe', 's.yaml']);
  expect(text(folder, 's.yaml')).not.toBe(queue);
  expect(text(folder, 'second.yaml')).toBe(text(folder, 's.yaml'));
  expect(statSync(join(folder, 's.yaml')).nlink).toBe(2);
});
