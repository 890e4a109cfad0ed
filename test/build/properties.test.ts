import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { fileReader } from '../../src/files/reader.ts';
import type { Output } from '../../src/model/build-files.ts';
import { nameOf, type PackagedProperty, packagedProperties } from '../../src/packaging/properties.ts';
import { readDocument } from '../../src/transform/read.ts';
import { folderWith } from '../cli/synth.ts';
import { propertiesWith, templateWith } from '../packaging/scaffold.ts';

const child = 'Resources: {T: {Type: AWS::SNS::Topic}}\n';
const files = { 'src/index.js': 'x', 'file.txt': child, 'openapi.yaml': 'openapi: 3.0.1\npaths: {}\n' };
const folder = folderWith({
  ...files,
  ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`sub/${path}`, text])),
});

/** Builds a template of the folder; gives what was packaged, with its contents. */
const run = async (template: string) => {
  const written = new Map<string, Buffer>();
  const output: Output = {
    reuse: () => false,
    link: () => undefined,
    write: async (name, fill) => {
      const pieces: Buffer[] = [];
      await fill((bytes) => void pieces.push(Buffer.from(bytes)));
      const bytes = Buffer.concat(pieces);
      written.set(name, bytes);
      return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
  };
  const reader = fileReader(folder);
  const options = { reader, path: 'template.yaml', artifacts: { bucket: 'code' } };
  const stack = { name: 's', parameters: {}, tags: {} };
  const request = { document: readDocument(template, options), options, stack, source: reader };
  const quiet = { count: () => () => undefined, done: () => undefined };
  const { manifest, findings } = await build(request, output, new Map(), quiet);
  return {
    findings: findings.filter(({ level }) => level !== 'info'),
    template: written.get('s.template.json')?.toString(),
    packaged: manifest?.files.map(({ users, file, path, name }) => ({ users, path, name, bytes: written.get(file)! })),
  };
};

const isCode = ({ holds }: PackagedProperty): boolean => holds === 'archive' || holds === 'bundle';
const goodPath = (property: PackagedProperty): string =>
  isCode(property) ? 'src' : property.holds === 'openapi' ? 'openapi.yaml' : 'file.txt';

/** What is packaged of the good path of a property. */
const isWhatIsThere = (property: PackagedProperty, bytes: Buffer): void => {
  if (isCode(property)) expect(Object.keys(unzipSync(bytes))).toEqual(['index.js']);
  else if (property.holds === 'template')
    expect(JSON.parse(bytes.toString())).toEqual({ Resources: { T: { Type: 'AWS::SNS::Topic' } } });
  else expect(bytes.toString()).toBe(files[goodPath(property) as keyof typeof files]);
};

// Images are in test/cli/build-images.test.ts.
describe.each(
  packagedProperties
    .filter(({ holds }) => holds !== 'image')
    .map((property) => [`${property.type} ${property.path.join('.')}`, property] as const),
)('%s', (_, property) => {
  const good = goodPath(property);
  const isMetadata = property.type === 'AWS::ServerlessRepo::Application';
  const user = { resource: isMetadata ? '' : 'R', property: nameOf(property) };

  it('is packaged, and the template names what was packaged', async () => {
    const { findings, packaged, template } = await run(templateWith(property, good));
    expect(findings).toEqual([]);
    expect(packaged).toMatchObject([{ path: good, users: [user] }]);
    isWhatIsThere(property, packaged![0]!.bytes);
    expect(template).toContain(packaged![0]!.name);
  });

  it('is an error where there is nothing, and nothing is written, unless no stack needs it', async () => {
    const { findings, template } = await run(templateWith(property, 'none'));
    expect(findings).toMatchObject([{ code: 'path-not-found', level: isMetadata ? 'warning' : 'error' }]);
    if (isMetadata) expect(template).toMatch(/"(License|Readme)Url": "none"/);
    else expect(template).toBeUndefined();
  });

  it('is left alone where it is an intrinsic function or an address', async () => {
    expect((await run(templateWith(property, "'s3://other/key'"))).packaged).toEqual([]);
    const { findings, packaged } = await run(templateWith(property, '!Ref AWS::StackName'));
    // SAM refuses some of them.
    if (findings.length === 0) expect(packaged).toEqual([]);
  });

  it('is packaged from a nested template', async () => {
    writeFileSync(`${folder}/sub/t.yaml`, templateWith(property, good));
    const { findings, packaged } = await run(
      'Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: sub/t.yaml}}}',
    );
    expect(findings).toEqual([]);
    const [inner, nested] = packaged!;
    expect([inner, nested]).toMatchObject([
      { path: `sub/${good}`, users: [{ template: 'sub/t.yaml', ...user }] },
      { path: 'sub/t.yaml', users: [{ resource: 'N', property: 'TemplateURL' }] },
    ]);
    isWhatIsThere(property, inner!.bytes);
    expect(nested!.bytes.toString()).toContain(inner!.name);
  });

  it.skipIf(isMetadata)('is packaged in each round of a loop', async () => {
    const { findings, packaged, template } = await run(`Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Resources:
  Fn::ForEach::Each:
    - Name
    - [A, B]
    - R\${Name}: {Type: '${property.type}', Properties: ${propertiesWith(property, good)}}
`);
    expect(findings).toEqual([]);
    expect(packaged).toHaveLength(1);
    expect(packaged![0]!.users.map(({ resource }) => resource)).toEqual(['RA', 'RB']);
    isWhatIsThere(property, packaged![0]!.bytes);
    expect(template!.split(packaged![0]!.name).length - 1).toBeGreaterThanOrEqual(2);
  });
});
