import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shop } from '../review/reviewed.ts';
import { breaking, breaks, folderWith, synth } from './synth.ts';

const folder = folderWith({ 'template.yaml': shop, 'broken.yaml': 'Resources: [1' });

describe('synth review', () => {
  it('prints tables of the template of this folder', () => {
    const { out, err, code } = synth(folder, ['review']);
    expect([err, code]).toEqual(['', 0]);
    expect(out.match(/^Who .*$|^Routes$/gm)).toEqual([
      'Who may do what',
      'Who may use what',
      'Who calls what',
      'Routes',
    ]);
  });

  it('prints JSON, Markdown and Mermaid', () => {
    const run = (format: string) => synth(folder, ['review', 'template.yaml', '--format', format]).out;
    const { version, templates } = JSON.parse(run('json'));
    expect(version).toBe(1);
    expect(templates[0].routes[0]).toMatchObject({
      api: 'Api',
      route: 'POST /orders',
      access: 'authorized',
      at: { file: 'template.yaml', line: 25 },
    });
    expect(templates[0].picture.edges).toContainEqual({
      from: 'Work',
      to: 'Worker',
      kind: 'call',
      labels: ['read by'],
      permitted: true,
    });
    expect(run('markdown')).toContain('### Who calls what');
    expect(run('mermaid').startsWith('flowchart LR\n')).toBe(true);
  });

  it('answers whether one may call the other, by the exit code too', () => {
    const can = (...ids: string[]) => synth(folder, ['review', 'template.yaml', '--can', ...ids]);
    expect(can('Api', 'Place')).toMatchObject({ code: 0, out: expect.stringMatching(/^Yes: /) });
    expect(can('News', 'Check')).toMatchObject({ code: 1, out: expect.stringMatching(/^No: /) });
    expect(can('Api', 'Plac')).toMatchObject({ code: 2, err: expect.stringContaining("Did you mean 'Place'?") });
    expect(synth(folder, ['review', '--can', 'Api', 'Place', 'template.yaml'])).toMatchObject({ code: 0 });
    expect(can('Api')).toMatchObject({ code: 2, err: expect.stringContaining("'--can' takes two logical ids.") });
  });

  it('answers as text or JSON, to a file too, and in no other format', () => {
    const can = (...more: string[]) => synth(folder, ['review', '--can', 'News', 'Check', 'template.yaml', ...more]);
    const { out, code } = can('--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      answers: [
        {
          template: 'template.yaml',
          from: 'News',
          to: 'Check',
          answer: 'no',
          text: expect.stringMatching(/^No: 'News' cannot call 'Check'/),
        },
      ],
    });
    expect(can('--format', 'mermaid')).toEqual({
      code: 2,
      out: '',
      err: "synth: '--can' has no format 'mermaid'.\nUse 'text' or 'json', or leave out '--can'.\n",
    });
    expect(can('-o', 'answer.txt')).toEqual({ code: 1, out: '', err: '' });
    expect(readFileSync(join(folder, 'answer.txt'), 'utf8')).toMatch(/^No: /);
  });

  it('answers whether code may use what is not called', () => {
    const spec = `synth: 1
functions:
  Work: {runtime: nodejs22.x, handler: a.b, inline: x, alias: live, access: {Items: read, Jobs: send}}
  Other: {runtime: nodejs22.x, handler: a.b, inline: x}
tables: {Items: {key: id}}
queues: {Jobs: {}}
`;
    const own = folderWith({ 'synth.yaml': spec });
    const can = (...ids: string[]) => synth(own, ['review', 'synth.yaml', '--can', ...ids]);
    expect(can('Work', 'Items')).toMatchObject({ code: 0, out: "Yes: 'Work' reads 'Items', as its role allows.\n" });
    expect(can('Work', 'Jobs')).toMatchObject({ code: 0, out: expect.stringMatching(/^Yes: 'Work' can call 'Jobs'/) });
    expect(can('Other', 'Items')).toMatchObject({ code: 1, out: expect.stringMatching(/^No: /) });
  });

  it('says of the routes of a WebSocket API who may connect', () => {
    const spec = (auth: string) => `synth: 1
apis: {Chat: {kind: websocket, stage: live, ${auth}route-by: $request.body.action}}
functions: {H: {runtime: nodejs22.x, handler: a.b, inline: x, events: [$connect on Chat, send on Chat]}}
`;
    const own = folderWith({ 'closed.yaml': spec('auth: {type: iam}, '), 'open.yaml': spec('') });
    const routes = (file: string) =>
      JSON.parse(synth(own, ['review', file, '--format', 'json']).out).templates[0].routes.map(
        ({ route, access }: Record<string, string>) => `${route} ${access}`,
      );
    expect(routes('closed.yaml')).toEqual(['$connect authorized', 'send authorized']);
    expect(routes('open.yaml')).toEqual(['$connect open', 'send open']);
  });

  it('reviews a stage of a compact spec', () => {
    const own = folderWith({
      'synth.yaml': `synth: 1
functions:
  Work: {runtime: nodejs22.x, handler: a.b, inline: x}
queues: {Jobs: {}}
stages:
  dev: {}
  prod: {functions: {Work: {access: {Jobs: send}}}}
`,
    });
    const may = (...args: string[]) => synth(own, ['review', ...args]);
    expect(may('--stage', 'prod').out).toContain('sqs:SendMessage');
    expect(may('--stage', 'dev').out).not.toContain('sqs:SendMessage');
    expect(may().out).not.toContain('sqs:SendMessage');
    expect(may('--stage', 'test')).toMatchObject({ code: 1, out: '', err: expect.stringContaining("no stage 'test'") });
  });

  it('reviews the others where synth itself fails on one', () => {
    const own = folderWith({
      'template.yaml': shop,
      'broken.yaml': shop.replace('[!Ref Stage, prod]', `[!Ref Stage, '${breaking}']`),
    });
    const { out, err, code } = synth(own, ['review', 'broken.yaml', 'template.yaml'], '', breaks);
    expect(code).toBe(1);
    expect(err).toContain('internal-error synth could not review this template (TypeError: broken on purpose).');
    expect(err).toContain("'broken.yaml' is not reviewed, because it has errors.");
    expect(out).toContain('Who may do what');
  });

  it('reviews the others where one template has errors', () => {
    const { out, err, code } = synth(folder, ['review', 'broken.yaml', 'nowhere.yaml', 'template.yaml']);
    expect(code).toBe(2);
    expect(err).toContain("'broken.yaml' is not reviewed, because it has errors.");
    expect(err).toContain("'nowhere.yaml' cannot be read: there is no such file.");
    expect(out).toContain('Who may do what');
  });
});
