import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { folderWith, synth, table } from './synth.ts';

test('explain tells of a template, a resource, a value and a line', () => {
  const folder = folderWith({ 'template.yaml': table });
  const first = (...args: string[]) => synth(folder, ['explain', ...args]).out.split('\n')[0];
  expect(first()).toBe('template.yaml: 1 resource becomes 1');
  expect(first('template.yaml', 'Table')).toBe('Table (AWS::Serverless::SimpleTable)');
  expect(first('Table')).toBe('Table (AWS::Serverless::SimpleTable)');
  expect(first('template.yaml', '/Resources/Table/Type')).toBe('/Resources/Table/Type is "AWS::DynamoDB::Table"');
  expect(first('template.yaml', '7')).toBe("Line 7 is 'TableName' of 'Table'");
  expect(synth(folder, ['explain', '-'], table).out).toContain('<stdin>: 1 resource becomes 1\n');
});

test('explain takes a place as problems name it', () => {
  const folder = folderWith({ 'template.yaml': table, 'app/t.yaml': table });
  const first = (...args: string[]) => synth(folder, ['explain', ...args]).out.split('\n')[0];
  const wanted = "Line 7 is 'TableName' of 'Table'";
  for (const place of ['app/t.yaml:7', 'app/t.yaml:7:18', 'template.yaml:7', ':7', '7', '7:18'])
    expect(first(place)).toBe(wanted);
  expect(first('app/t.yaml', 'app/t.yaml:7')).toBe(wanted);
  expect(first('app/t.yaml', './app/t.yaml:7:18')).toBe(wanted);
  expect(first('template.yaml:2:11')).toBe("Line 2 is 'Type' of the parameter 'Stage'");
  expect(first('/Resources/Table/Type')).toBe('/Resources/Table/Type is "AWS::DynamoDB::Table"');
  expect(synth(folder, ['explain', 'template.yaml:70'])).toMatchObject({
    out: 'There is no line 70: the last one is 7.\n',
    code: 1,
  });
});

test('explain names a line as it was given, however long its number', () => {
  const folder = folderWith({ 'template.yaml': table });
  const long = '99999999999999999999';
  for (const args of [[`template.yaml:${long}`], ['template.yaml', long]])
    expect(synth(folder, ['explain', ...args])).toMatchObject({
      out: `There is no line ${long}: the last one is 7.\n`,
      code: 1,
    });
});

test('explain takes the empty pointer for the whole template', () => {
  const folder = folderWith({ 'template.yaml': table });
  expect(synth(folder, ['explain', 'template.yaml', ''])).toEqual(synth(folder, ['explain', 'template.yaml']));
});

test('explain shows the lines of included files', () => {
  const include = 'Fn::Transform: {Name: AWS::Include, Parameters: {Location: more.yaml}}';
  const folder = folderWith({
    'app/template.yaml': `Resources:\n  ${include}\n`,
    'app/more.yaml': 'Table:\n  Type: AWS::Serverless::SimpleTable\n',
  });
  const { out, code } = synth(folder, ['explain', 'app/template.yaml', 'Table']);
  expect([out, code]).toEqual([
    'Table (AWS::Serverless::SimpleTable)\n\napp/more.yaml:1\n> 1 | Table:\n    | ^^^^^\n  2 |   Type: AWS::Serverless::SimpleTable\n\nIt becomes\n  Table  AWS::DynamoDB::Table\n',
    0,
  ]);
});

test('explain fails for what is not there, and tells of errors', () => {
  const folder = folderWith({ 'template.yaml': table, 'bad.yaml': 'a: [' });
  expect(synth(folder, ['explain', 'template.yaml', 'Tabel'])).toMatchObject({ code: 1, err: '' });
  expect(synth(folder, ['explain', 'bad.yaml'])).toMatchObject({ code: 1, out: '' });
  expect(synth(folder, ['explain', 'bad.yaml']).err).toContain('bad.yaml:1:');
  expect(synth(folder, ['explain', 'none.yaml'])).toMatchObject({ code: 2, out: '' });
});

test('expand writes a source map beside the template', () => {
  const folder = folderWith({ 'template.yaml': table });
  expect(synth(folder, ['-o', 'out.json', '--source-map', 'maps/out.json']).code).toBe(0);
  const map = JSON.parse(readFileSync(join(folder, 'maps/out.json'), 'utf8'));
  expect(map).toMatchObject({ version: 1, sources: ['template.yaml'] });
  expect(map.entries['/Resources/Table/Properties/TableName']).toMatchObject({ line: 7, exact: true });
  const { code, err } = synth(folder, ['template.yaml', 'b.yaml', '--out-dir', 'x', '--source-map', 'y']);
  expect(code).toBe(2);
  expect(err).toContain("'--source-map' takes one template.");
});

test('includes stay inside the folder, unless allowed', () => {
  const include = 'Fn::Transform: {Name: AWS::Include, Parameters: {Location: ../more.yaml}}';
  const folder = folderWith({
    'app/template.yaml': `Resources:\n  ${include}\n`,
    'more.yaml': 'Table:\n  Type: AWS::Serverless::SimpleTable\n',
  });
  const refused = synth(folder, ['app/template.yaml']);
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain('--include-outside');
  const { out } = synth(folder, ['app/template.yaml', '--include-outside']);
  expect(JSON.parse(out).Resources.Table.Type).toBe('AWS::DynamoDB::Table');
});

test('explain tells which files a resource is made from, and what is left out', () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`src/f${at + 10}.js`, 'x'.repeat(1024)]));
  const resource = (uri: string) => `{Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: ${uri}}}`;
  const folder = folderWith({
    'template.yaml': `Resources:\n  Code: ${resource('src')}\n  Zip: ${resource('a.zip')}\n  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: n.yaml}}\n`,
    '.synthignore': '*.md\n',
    'src/a.md': '',
    'src/.DS_Store': '',
    'a.zip': zipSync({ a: new Uint8Array(1) }),
    'n.yaml': 'Resources: {Code: {Type: AWS::Lambda::LayerVersion, Properties: {Content: other}}}',
    'other/x': '',
    ...files,
  });
  const { out } = synth(folder, ['explain', 'Code']);
  expect(out).toContain(`Its 'ContentUri' is 'src', uploaded as an archive of 30 files, 30.0 KB
  f10.js  1.0 KB
`);
  expect(out).toContain(`  f29.js  1.0 KB
  and 10 more
Left out are
  .DS_Store  by default
  a.md       .synthignore:1
`);
  expect(out).not.toContain('other');
  expect(synth(folder, ['explain', 'Zip']).out).toContain("Its 'ContentUri' is 'a.zip', which is an archive already\n");
  expect(synth(folder, ['explain', 'N']).out).toContain("Its 'TemplateURL' is 'n.yaml', uploaded as it expands\n");
});
