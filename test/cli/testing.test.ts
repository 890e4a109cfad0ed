import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchers, matchTemplateSnapshot, resource, resources, synthesize } from '../../src/testing.ts';
import { folderWith, synth } from './synth.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Parameters: {Stage: {Type: String, Default: dev}}
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: index.h, Runtime: nodejs22.x, Timeout: 5, AutoPublishAlias: !Ref Stage}
  Table: {Type: AWS::Serverless::SimpleTable}
`;
const folder = () => folderWith({ 'template.yaml': template });
const path = (): string => join(folder(), 'template.yaml');

describe('resources', () => {
  it('are those that the template becomes, all of them or of a type', () => {
    expect(Object.keys(resources(path()))).toEqual(expect.arrayContaining(['Orders', 'OrdersRole', 'Table']));
    expect(Object.keys(resources(path(), 'AWS::Lambda::Function'))).toEqual(['Orders']);
    expect(resources(path(), 'AWS::SQS::Queue')).toEqual({});
    expect(resources(synthesize(path()), 'AWS::DynamoDB::Table')).toHaveProperty('Table');
  });

  it('are found by their ids', () => {
    expect(resource(path(), 'Orders').Properties).toMatchObject({ Timeout: 5 });
    expect(() => resource(path(), 'OrdersRol')).toThrow("There is no resource 'OrdersRol'. Did you mean 'OrdersRole'?");
    expect(() => resource(path(), 'constructor')).toThrow("There is no resource 'constructor'.");
  });

  it('depend on stage, parameters and the files of the project', () => {
    expect(resources(path(), undefined, { parameters: { Stage: 'x' } })).toHaveProperty('OrdersAliasx');
    const configured = folderWith({
      'template.yaml': template,
      'synth.config.yaml': 'stages: {prod: {parameters: {Stage: live}}}\n',
    });
    const options = { stage: 'prod' };
    expect(resources(join(configured, 'template.yaml'), undefined, options)).toHaveProperty('OrdersAliaslive');
  });

  it('of a template with errors are an error that says what is wrong', () => {
    const bad = join(folderWith({ 'bad.yaml': 'Resources: {A: {Type: AWS::Serverless::Function}}\n' }), 'bad.yaml');
    expect(() => resources(bad)).toThrow(/bad\.yaml:1:\d+ error/);
    expect(() => resources('nowhere.yaml')).toThrow("'nowhere.yaml' cannot be read");
  });
});

describe('toHaveResource', () => {
  const verdict = (properties: object, type = 'AWS::Lambda::Function') => {
    const { pass, message } = matchers.toHaveResource(path(), type, properties);
    return [pass, message()];
  };

  it('takes properties that are among those of a resource', () => {
    expect(verdict({})[0]).toBe(true);
    expect(verdict({ Timeout: 5, Code: { ZipFile: 'x' }, Role: { 'Fn::GetAtt': ['OrdersRole', 'Arn'] } })).toEqual([
      true,
      'The template has AWS::Lambda::Function with these properties: Orders.',
    ]);
    expect(verdict({ Handler: expect.stringContaining('index'), Timeout: expect.any(Number) })[0]).toBe(true);
  });

  it('says what differs in the closest one', () => {
    expect(verdict({ Timeout: 6, Handler: 'index.h', Layers: ['a'] })).toEqual([
      false,
      "No AWS::Lambda::Function has these properties. 'Orders', differs:\n" +
        '  Timeout: expected 6, found 5\n  Layers: expected [a], found nothing\n',
    ]);
    expect(verdict({ Handler: expect.stringContaining('other') })[1]).toContain(
      'expected StringContaining other, found index.h',
    );
    expect(verdict({ Role: { 'Fn::GetAtt': ['OrdersRole'] } })[0]).toBe(false);
  });

  it('extends expect, whose types know it', () => {
    expect.extend(matchers);
    expect(path()).toHaveResource('AWS::Lambda::Function', { Timeout: expect.any(Number) });
    expect(() => expect(path()).not.toHaveResource('AWS::Lambda::Function')).toThrow(
      'The template has AWS::Lambda::Function with these properties: Orders.',
    );
  });

  it('says that there is no resource of the type', () => {
    expect(verdict({}, 'AWS::Lambda::Funtion')).toEqual([
      false,
      "There is no AWS::Lambda::Funtion. Did you mean 'AWS::Lambda::Function'?",
    ]);
  });
});

describe('a snapshot in a test', () => {
  it('is the one that synth snapshot writes', () => {
    const root = folder();
    matchTemplateSnapshot(join(root, 'template.yaml'));
    expect(synth(root, ['snapshot', '--check'])).toMatchObject({ code: 0, out: '1 snapshot matches.\n' });
  });

  it('fails with the difference, and is updated where that is asked for', () => {
    const file = path();
    matchTemplateSnapshot(file);
    writeFileSync(file, template.replace('Timeout: 5', 'Timeout: 6'));
    expect(() => matchTemplateSnapshot(file)).toThrow(
      /Properties\.Timeout: 5 → 6 {2}because of line 6 of .*template\.yaml\n/,
    );
    matchTemplateSnapshot(file, { update: true });
    matchTemplateSnapshot(file, { ci: true });
  });

  it('is not written in CI', () => {
    const file = path();
    expect(() => matchTemplateSnapshot(file, { ci: true })).toThrow('has no snapshot');
    expect(existsSync(join(file, '../snapshots'))).toBe(false);
  });
});

describe('with vitest', () => {
  const test = `import { expect, it } from 'vitest';
import { matchers } from 'sam-synth/testing';
expect.extend(matchers);
it('snapshot', () => expect('template.yaml').toMatchTemplateSnapshot());
it('resource', () => expect('template.yaml').toHaveResource('AWS::Lambda::Function', { Timeout: 5 }));
`;
  const project = (): string => {
    const root = folderWith({ 'template.yaml': template, 'a.test.mjs': test, 'package.json': '{"type": "module"}' });
    mkdirSync(join(root, 'node_modules'));
    symlinkSync(resolve('.'), join(root, 'node_modules/sam-synth'));
    symlinkSync(resolve('node_modules/vitest'), join(root, 'node_modules/vitest'));
    return root;
  };
  const vitest = (root: string, ...args: string[]) =>
    spawnSync(process.execPath, [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', root, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NO_COLOR: '1' },
    });

  it('the matchers write, compare and update', () => {
    const root = project();
    expect(vitest(root).status).toBe(0);
    const kept = join(root, 'snapshots/template.yaml');
    expect(readFileSync(kept, 'utf8')).toContain('Timeout: 5');
    writeFileSync(
      join(root, 'template.yaml'),
      template.replace('SimpleTable}', 'SimpleTable, Properties: {TableName: named}}'),
    );
    const failed = vitest(root);
    expect(failed.status).toBe(1);
    expect(failed.stderr + failed.stdout).toContain('Properties.TableName: + named');
    expect(readFileSync(kept, 'utf8')).not.toContain('named');
    expect(vitest(root, '-u').status).toBe(0);
    expect(readFileSync(kept, 'utf8')).toContain('named');
  });
});

describe('odd arguments', () => {
  const odd = null as never;

  it.each<[string, () => unknown, string]>([
    [
      'an id',
      () => resource(path(), odd),
      "The argument 'logicalId' must be the logical ID of a resource, as a text; it is null.",
    ],
    [
      'a type',
      () => resources(path(), 5 as never),
      "The argument 'type' must be the type of a resource, as a text; it is 5.",
    ],
    ['options', () => resources(path(), 'T', odd), 'The options must be an object; they are null.'],
    ['options of synthesize', () => synthesize(path(), odd), 'The options must be an object; they are null.'],
    [
      'options of a snapshot',
      () => matchTemplateSnapshot(path(), odd),
      'The options must be an object; they are null.',
    ],
    [
      'a template',
      () => resources(odd),
      "The argument 'expanded' must be the path of a template, or a template that is expanded; it is null.",
    ],
    [
      'the path of a snapshot',
      () => matchTemplateSnapshot(odd),
      "The argument 'path' must be the path of a template, as a text; it is null.",
    ],
    [
      'a type to look for',
      () => matchers.toHaveResource(path(), odd),
      "The argument 'type' must be the type of a resource, as a text; it is null.",
    ],
    [
      'properties',
      () => matchers.toHaveResource(path(), 'T', 5 as never),
      "The argument 'properties' must be an object; it is 5.",
    ],
  ])('are refused: %s', (_, call, message) => {
    expect(call).toThrow(new Error(message));
  });

  it('are shown as far as they can be', () => {
    const circle: Record<string, unknown> = {};
    circle['Code'] = circle;
    const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
    for (const properties of [circle, { Code: deep }]) {
      const { pass, message } = matchers.toHaveResource(path(), 'AWS::Lambda::Function', properties);
      expect(pass).toBe(false);
      expect(message()).toContain("'Orders', differs:\n  Code");
    }
    const own = { Resources: { A: { Type: 'T', Properties: circle } } };
    expect(matchers.toHaveResource(own, 'T', circle).pass).toBe(false);
  });
});
