import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Manifest } from '@aws-cdk/cloud-assembly-schema';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Metadata: {Dockerfile: Dockerfile.prod, DockerContext: app, DockerBuildTarget: run, DockerBuildArgs: {STAGE: prod}}
    Properties: {PackageType: Image, Architectures: [arm64]}
`;
const files = { 'template.yaml': template, 'app/Dockerfile.prod': 'FROM scratch\n', 'app/run.sh': '#!/bin/sh\n' };

/** A stand-in for Docker that keeps what it was asked. */
const docker = (script: string): NodeJS.ProcessEnv => {
  const folder = folderWith({ docker: `#!/bin/sh\necho "$*" >> "$LOG"\n${script}\n` });
  chmodSync(join(folder, 'docker'), 0o755);
  return { PATH: `${folder}:/usr/bin:/bin`, LOG: join(folder, 'log'), CDK_DOCKER: '' };
};
const nothing = { PATH: '/nowhere', CDK_DOCKER: '' };

const imageUri = (text: string): string => JSON.parse(text).Resources.Fn.Properties.Code.ImageUri['Fn::Sub'];

describe('a function from an image', () => {
  it('gets the name that the image will have, which follows from its folder and how it is built', () => {
    const folder = folderWith(files);
    const uri = imageUri(synth(folder, []).out);
    expect(uri).toMatch(
      /^\$\{AWS::AccountId\}\.dkr\.ecr\.\$\{AWS::Region\}\.\$\{AWS::URLSuffix\}\/cdk-hnb659fds-container-assets-\$\{AWS::AccountId\}-\$\{AWS::Region\}:[0-9a-f]{64}$/,
    );
    for (const change of ['STAGE: dev', 'DockerBuildTarget: test', 'Architectures: [x86_64]']) {
      writeFileSync(
        join(folder, 'template.yaml'),
        template.replace(new RegExp(`${change.split(':')[0]}: [^,}]+`), change),
      );
      expect(imageUri(synth(folder, []).out)).not.toBe(uri);
    }
    writeFileSync(join(folder, 'template.yaml'), template);
    expect(imageUri(synth(folder, []).out)).toBe(uri);
    writeFileSync(join(folder, 'app/run.sh'), '');
    expect(imageUri(synth(folder, []).out)).not.toBe(uri);
    expect(synth(folder, ['lint', '--no-config', '--quiet'])).toMatchObject({ code: 0 });
  });

  it('keeps the name of an image of a registry', () => {
    const own = template.replace(
      'PackageType: Image',
      'PackageType: Image, ImageUri: 1.dkr.ecr.eu-west-1.amazonaws.com/x:1',
    );
    const { out } = synth(folderWith({ ...files, 'template.yaml': own }), []);
    expect(JSON.parse(out).Resources.Fn.Properties.Code.ImageUri).toBe('1.dkr.ecr.eu-west-1.amazonaws.com/x:1');
  });

  it('says that its folder is not there', () => {
    const { code, err } = synth(folderWith({ 'template.yaml': template }), []);
    expect(code).toBe(1);
    expect(err).toContain("template.yaml:5:28 error path-not-found There is no file or folder 'app'.");
  });
});

describe('an image elsewhere', () => {
  /** The images that a build lists, and what its templates name. */
  const imagesOf = (files: Readonly<Record<string, string>>) => {
    const folder = folderWith(files);
    const { out, err, code } = synth(folder, ['build', '--stack-name', 's', '--format', 'json'], '', nothing);
    expect([code, err]).toEqual([0, expect.stringContaining('was not built')]);
    const manifest = JSON.parse(out);
    const images = manifest.files.filter(({ made }: { made: string }) => made === 'image');
    const templates = ['s.template.json', ...manifest.files.map(({ file }: { file: string }) => file)]
      .filter((file: string) => !file.startsWith('images/'))
      .map((file: string) => readFileSync(join(folder, 'synth.out', file), 'utf8'));
    for (const { name } of images) expect(templates.some((text) => text.includes(`:${name}`))).toBe(true);
    return images;
  };

  it('is left alone where its name is an intrinsic function', () => {
    const own = template.replace('PackageType: Image', "PackageType: Image, ImageUri: !Sub '${AWS::AccountId}.x/y:1'");
    const { out, code } = synth(folderWith({ 'template.yaml': own }), []);
    expect(code).toBe(0);
    expect(JSON.parse(out).Resources.Fn.Properties.Code.ImageUri).toEqual({ 'Fn::Sub': '${AWS::AccountId}.x/y:1' });
  });

  it('is packaged from a nested template', () => {
    const nested = Object.fromEntries(Object.entries(files).map(([path, text]) => [`sub/${path}`, text]));
    const outer = 'Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: sub/template.yaml}}}\n';
    expect(imagesOf({ ...nested, 'template.yaml': outer })).toMatchObject([
      { path: 'sub/app', users: [{ template: 'sub/template.yaml', resource: 'Fn', property: 'ImageUri' }] },
    ]);
  });

  it('is packaged in each round of a loop', () => {
    const loop = `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Resources:
  Fn::ForEach::Each:
    - Name
    - [one, two]
    - Fn\${Name}:
        Type: AWS::Serverless::Function
        Metadata: {DockerContext: !Sub 'app\${Name}', Dockerfile: Dockerfile}
        Properties: {PackageType: Image}
`;
    const images = imagesOf({
      'template.yaml': loop,
      'appone/Dockerfile': 'FROM a\n',
      'apptwo/Dockerfile': 'FROM b\n',
    });
    expect(images).toMatchObject([
      { path: 'appone', users: [{ resource: 'Fnone' }] },
      { path: 'apptwo', users: [{ resource: 'Fntwo' }] },
    ]);
  });
});

describe('synth build of an image', () => {
  it('copies its folder, and tells the CDK how to build it', () => {
    const folder = folderWith(files);
    chmodSync(join(folder, 'app/run.sh'), 0o755);
    symlinkSync('run.sh', join(folder, 'app/link'));
    const env = docker('exit 0');
    const { code, out, err } = synth(folder, ['build', '--stack-name', 's'], '', env);
    expect(code).toBe(0);
    expect(err).toMatch(/^built the image of app as synth:[0-9a-f]{12}\n$/);
    expect(readFileSync(env['LOG']!, 'utf8')).toMatch(
      /^info\nbuild --tag synth:[0-9a-f]{12} --file app\/Dockerfile\.prod --platform linux\/arm64 --target run --build-arg STAGE=prod app\n$/,
    );
    expect(out).toContain('npx cdk-assets@4 --path synth.out/s.assets.json publish\n');
    const [[name, image]] = Object.entries(
      Manifest.loadAssetManifest(join(folder, 'synth.out/s.assets.json')).dockerImages!,
    ) as [[string, { source: object; destinations: object }]];
    expect(imageUri(readFileSync(join(folder, 'synth.out/s.template.json'), 'utf8'))).toContain(`:${name}`);
    expect(image.source).toEqual({
      directory: `images/${name}`,
      dockerFile: 'Dockerfile.prod',
      dockerBuildArgs: { STAGE: 'prod' },
      dockerBuildTarget: 'run',
      platform: 'linux/arm64',
    });
    expect(Object.values(image.destinations)).toMatchObject([
      { repositoryName: 'cdk-hnb659fds-container-assets-${AWS::AccountId}-${AWS::Region}', imageTag: name },
    ]);
    const copy = join(folder, 'synth.out/images', name);
    expect(readdirSync(copy).sort()).toEqual(['Dockerfile.prod', 'link', 'run.sh']);
    expect(statSync(join(copy, 'run.sh')).mode & 0o100).toBe(0o100);
    expect(synth(folder, ['build', '--check', '--stack-name', 's'], '', env).code).toBe(0);
    writeFileSync(join(copy, 'run.sh'), 'other');
    expect(synth(folder, ['build', '--check', '--stack-name', 's'], '', env).code).toBe(1);
  });

  it('leaves out what .dockerignore says, in the copy and in its name', () => {
    const folder = folderWith({ ...files, 'app/.dockerignore': 'node_modules\n', 'app/node_modules/x': 'one' });
    const build = (...args: string[]) => synth(folder, ['build', '--stack-name', 's', ...args], '', docker('exit 0'));
    expect(build('--dry-run').out).toMatch(/^ {2}run\.sh .*\n {2}node_modules\/ +left out by \.dockerignore$/m);
    expect(build().code).toBe(0);
    const [name] = readdirSync(join(folder, 'synth.out/images'));
    expect(readdirSync(join(folder, 'synth.out/images', name!)).sort()).toEqual([
      '.dockerignore',
      'Dockerfile.prod',
      'run.sh',
    ]);
    writeFileSync(join(folder, 'app/node_modules/x'), 'two');
    expect(build('--check')).toMatchObject({ code: 0 });
  });

  it('says what is missing where nothing here can build it', () => {
    const folder = folderWith(files);
    const { code, err } = synth(folder, ['build', '--stack-name', 's'], '', nothing);
    expect(code).toBe(0);
    expect(err).toBe(
      'The image of app was not built, for there is no docker or finch that runs here; the deployment needs one.\n',
    );
    expect(synth(folder, ['build', '--stack-name', 's', '--no-build'], '', nothing)).toMatchObject({
      code: 0,
      err: '',
    });
  });

  it('shows why it cannot be built', () => {
    const folder = folderWith(files);
    const env = docker('[ "$1" = info ] && exit 0\necho no such stage\nexit 1');
    const { code, err } = synth(folder, ['build', '--stack-name', 's'], '', env);
    expect(code).toBe(1);
    expect(err).toContain('  no such stage\n');
    expect(err).toContain("template.yaml:5:28 error build-step-failed 'app' cannot be built (image)");
    expect(existsSync(join(folder, 'synth.out'))).toBe(false);
  });
});
