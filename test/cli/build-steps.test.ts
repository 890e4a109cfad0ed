import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const fn = (id: string, properties: string, metadata = '') => `  ${id}:
    Type: AWS::Serverless::Function
    Metadata: {${metadata}}
    Properties: {${properties}}
`;
const template = (...resources: string[]): string =>
  `Transform: AWS::Serverless-2016-10-31\nGlobals: {Function: {Runtime: nodejs22.x, Handler: src/app.handler}}\nResources:\n${resources.join('')}`;

/** A project with files, which has the modules of this one. */
const project = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = folderWith(files);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
};

const cache = folderWith({});
const build = (folder: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
  synth(folder, ['build', '--stack-name', 's', ...args], '', { XDG_CACHE_HOME: cache, ...env });

/** What was packaged for a resource. */
const codeOf = (folder: string, id: string): Record<string, string> => {
  const { files } = JSON.parse(readFileSync(join(folder, 'synth.out/synth.json'), 'utf8'));
  const { file } = files.find(({ users }: { users: { resource: string }[] }) =>
    users.some(({ resource }) => resource === id),
  );
  const entries = unzipSync(readFileSync(join(folder, 'synth.out', file)));
  return Object.fromEntries(Object.entries(entries).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
};

describe('esbuild', () => {
  const files = {
    'code/src/app.ts': 'import { x } from "../../shared/x";\nexport const handler = async (): Promise<number> => x;\n',
    'shared/x.ts': 'export const x: number = 42;\n',
  };

  it('bundles the file of the handler where the handler says', () => {
    const folder = project({ ...files, 'template.yaml': template(fn('F', 'CodeUri: code', 'BuildMethod: esbuild')) });
    const { code, err } = build(folder);
    expect([code, err]).toEqual([0, 'built code (esbuild) for F\n']);
    expect(Object.keys(codeOf(folder, 'F'))).toEqual(['src/app.js']);
    expect(codeOf(folder, 'F')['src/app.js']).toMatch(/42/);
    const { Code } = JSON.parse(readFileSync(join(folder, 'synth.out/s.template.json'), 'utf8')).Resources.F.Properties;
    expect(existsSync(join(folder, 'synth.out/assets', Code.S3Key))).toBe(true);
    // What is bundled counts, wherever it lies.
    writeFileSync(join(folder, 'shared/x.ts'), 'export const x: number = 43;\n');
    build(folder);
    expect(codeOf(folder, 'F')['src/app.js']).toMatch(/43/);
  });

  it('takes the options that SAM has for it', () => {
    const properties = `BuildMethod: esbuild, BuildProperties: {EntryPoints: [src/app.ts], Minify: false, Format: esm, OutExtension: [.js=.mjs], Sourcemap: true, External: ['../../shared/x'], Target: es2022}`;
    const folder = project({ ...files, 'template.yaml': template(fn('F', 'CodeUri: code', properties)) });
    expect(build(folder).code).toBe(0);
    const code = codeOf(folder, 'F');
    expect(Object.keys(code).sort()).toEqual(['app.mjs', 'app.mjs.map']);
    expect(code['app.mjs']).toContain('import { x } from "../../shared/x";');
    expect(JSON.parse(code['app.mjs.map']!).sources).toEqual(['src/app.ts']);
  });

  it.each([
    ['5', 'error', "'BuildProperties' must be a map, not a number."],
    ['[Minify]', 'error', "'BuildProperties' must be a map, not a list."],
    ['{Minify: 2}', 'error', "'BuildProperties.Minify' must be true or false, not a number."],
    ['{Target: [es2022]}', 'error', "'BuildProperties.Target' must be a text, not a list."],
    ['{EntryPoints: {a: b}}', 'error', "'BuildProperties.EntryPoints' must be a list of texts, not a map."],
    [
      '{Loader: .png}',
      'error',
      "'BuildProperties.Loader' must be a list of texts such as '.png=dataurl', not a string.",
    ],
    ['{Loader: [.png]}', 'error', "'BuildProperties.Loader.0' must be a text such as '.png=dataurl', not '.png'."],
    ['{Loader: [.x=js, --l]}', 'error', "'BuildProperties.Loader.1' must be a text such as '.png=dataurl', not '--l'."],
    [
      '{EntryPoints: [a.ts, !Ref A]}',
      'error',
      "'BuildProperties.EntryPoints.1' must be a text, not an intrinsic function.",
    ],
    ['{Banner: {js: 1}}', 'error', "'BuildProperties.Banner.js' must be a text, not a number."],
    ['{Define: [a]}', 'error', "'BuildProperties.Define' must be a map of texts, not a list."],
    [
      '{Sourcemap: {Ref: X}}',
      'error',
      "'BuildProperties.Sourcemap' must be true, false or a text, not an intrinsic function.",
    ],
    [
      '{Minfy: false}',
      'warning',
      "'BuildProperties.Minfy' is not used: synth has no option of esbuild for it. Did you mean 'Minify'?",
    ],
  ])('reports the build properties %s', (properties, level, text) => {
    const metadata = `BuildMethod: esbuild, BuildProperties: ${properties}`;
    const folder = project({ ...files, 'template.yaml': template(fn('F', 'CodeUri: code', metadata)) });
    const { code, err } = build(folder);
    expect(err).toContain(` ${level} build-property ${text}\n`);
    expect(code).toBe(level === 'error' ? 1 : 0);
    expect(existsSync(join(folder, 'synth.out'))).toBe(level !== 'error');
  });

  it('names the place of a build property, or of an item of it, and the key where it has none', () => {
    const text = `${template(fn('F', 'CodeUri: code')).replace('    Metadata: {}\n', '')}    Metadata:
      BuildMethod: esbuild
      BuildProperties:
        Loader:
          - .x=js
          - --l
        Minify: 2
        Minfy: true
`;
    const { err } = build(project({ ...files, 'template.yaml': text }));
    const places = [...err.matchAll(/^template\.yaml:(\d+:\d+) (.*)\./gm)].map(([, place, said]) => [place, said]);
    const line = text.split('\n').findIndex((each) => each.includes('- --l')) + 1;
    expect(places).toEqual([
      [
        `${line}:13`,
        "error build-property 'BuildProperties.Loader.1' must be a text such as '.png=dataurl', not '--l'",
      ],
      [`${line + 1}:17`, "error build-property 'BuildProperties.Minify' must be true or false, not a number"],
      [`${line + 2}:9`, expect.stringContaining("'BuildProperties.Minfy' is not used")],
    ]);
  });

  it('gives the same bytes in another folder', () => {
    const text = template(fn('F', 'CodeUri: code', 'BuildMethod: esbuild, BuildProperties: {Sourcemap: true}'));
    const [one, two] = [project({ ...files, 'template.yaml': text }), project({ 'x/y/z': '' })];
    cpSync(one, join(two, 'x/y'), { recursive: true, verbatimSymlinks: true });
    build(one);
    build(join(two, 'x/y'));
    expect(codeOf(join(two, 'x/y'), 'F')).toEqual(codeOf(one, 'F'));
  });

  it('tells what it cannot bundle, and that it is missing', () => {
    const text = template(fn('F', 'CodeUri: code', 'BuildMethod: esbuild'));
    const folder = project({ ...files, 'template.yaml': text, 'code/src/app.ts': 'import "./none";\n' });
    const { code, err } = build(folder);
    expect(code).toBe(1);
    expect(err).toContain('template.yaml:7:27 error build-step-failed');
    expect(err).toContain('src/app.ts:1:8 Could not resolve "./none"');
    expect(existsSync(join(folder, 'synth.out'))).toBe(false);
    const bare = folderWith({ ...files, 'template.yaml': text });
    expect(build(bare).err).toContain('npm install --save-dev esbuild');
    const other = project({
      ...files,
      'template.yaml': template(fn('F', 'CodeUri: code, Handler: x.y', 'BuildMethod: esbuild')),
    });
    expect(build(other).err).toContain("there is no file for the handler 'x.y'");
  });
});

describe('makefile', () => {
  it('runs the rule of each resource in a copy of the code', () => {
    const folder = project({
      'template.yaml': template(
        fn('One', 'CodeUri: code', 'BuildMethod: makefile'),
        fn('Two', 'CodeUri: code', 'BuildMethod: makefile'),
      ),
      'code/Makefile':
        'build-One:\n\tcp a.txt $(ARTIFACTS_DIR)/one\n\ttouch dirt\nbuild-Two:\n\tcp a.txt $(ARTIFACTS_DIR)/two\n',
      'code/a.txt': 'x',
    });
    expect(build(folder).code).toBe(0);
    expect([codeOf(folder, 'One'), codeOf(folder, 'Two')]).toEqual([{ one: 'x' }, { two: 'x' }]);
    expect(readdirSync(join(folder, 'code')).sort()).toEqual(['Makefile', 'a.txt']);
  });

  it('shows what make said', () => {
    const folder = project({
      'template.yaml': template(fn('F', 'CodeUri: code', 'BuildMethod: makefile')),
      'code/Makefile': 'build-F:\n\t@echo no such luck && false\n',
    });
    const { code, err } = build(folder);
    expect(code).toBe(1);
    expect(err).toContain('  no such luck\n');
    expect(err).toContain("'make build-F' ended with exit code 2");
  });

  it('is not waited for beyond the end of make', () => {
    const folder = project({
      'template.yaml': template(fn('F', 'CodeUri: code', 'BuildMethod: makefile')),
      'code/Makefile': 'build-F:\n\techo x > $(ARTIFACTS_DIR)/x\n\tsleep 30 &\n',
    });
    const start = performance.now();
    expect(build(folder).code).toBe(0);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(codeOf(folder, 'F')).toEqual({ x: 'x\n' });
  });

  it('may not remove the folder of what is packaged', () => {
    const folder = project({
      'template.yaml': template(fn('F', 'CodeUri: code', 'BuildMethod: makefile')),
      'code/Makefile': 'build-F:\n\trm -rf $(ARTIFACTS_DIR)\n',
    });
    const { code, err } = build(folder);
    expect(code).toBe(1);
    expect(err).toContain("'code' cannot be built (makefile): its rule removed the folder '$(ARTIFACTS_DIR)'");
  });

  it('says that its rule made no files', () => {
    const folder = folderWith({
      'template.yaml': template(fn('F', 'CodeUri: code', 'BuildMethod: makefile')),
      'code/Makefile': 'build-F:\n\t@true\n',
    });
    const { err, code } = build(folder);
    expect(err).toContain(
      "error archive-empty The build of 'code' made no files, and Lambda refuses an empty archive.",
    );
    expect(code).toBe(1);
  });
});

describe('a build method that is not known', () => {
  it.each([
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
    ['toString', 'toString'],
    ['[a]', '["a"]'],
    ['{a: b}', '{"a":"b"}'],
    ['5', '5'],
  ])('%s is an error', (written, shown) => {
    const folder = project({
      'template.yaml': template(fn('F', 'CodeUri: code', `BuildMethod: ${written}`)),
      'code/a.txt': 'x',
    });
    const { code, err } = build(folder);
    expect(code).toBe(1);
    expect(err).toContain(`synth does not build with 'BuildMethod: ${shown}'`);
  });
});

describe('nodejs', () => {
  /** A package as a registry would give it. */
  const dependency = (name: string) => ({
    [`deps/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0' }),
    [`deps/${name}/index.js`]: `module.exports = '${name}';`,
  });
  const lock = {
    name: 'code',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'code', dependencies: { one: 'file:../deps/one' }, devDependencies: { two: 'file:../deps/two' } },
    },
  };
  const files = {
    ...dependency('one'),
    'code/app.js': 'x',
    'code/package.json': JSON.stringify({ name: 'code', dependencies: {} }),
    'code/package-lock.json': JSON.stringify({ ...lock, packages: { '': { name: 'code' } } }),
  };

  it('installs what the lock file says, without being asked', () => {
    const folder = folderWith({
      ...files,
      'template.yaml': template(fn('F', 'CodeUri: code')),
      'code/node_modules/old/x.js': '',
    });
    expect(build(folder)).toMatchObject({ code: 0, err: 'built code (nodejs) for F\n' });
    expect(Object.keys(codeOf(folder, 'F'))).not.toContain('node_modules/old/x.js');
    expect(Object.keys(codeOf(folder, 'F'))).toContain('app.js');
    expect(build(folder, ['--no-build'])).toMatchObject({ code: 0, err: '' });
    expect(Object.keys(codeOf(folder, 'F'))).toContain('node_modules/old/x.js');
  });

  it('puts production dependencies beside the code, those of a layer below nodejs', () => {
    const tool =
      '#!/bin/sh\n[ "$1" = --version ] && echo 9.9.9 && exit\nmkdir -p node_modules/one && echo "$*" > node_modules/one/index.js\n';
    const layer =
      '  L:\n    Type: AWS::Serverless::LayerVersion\n    Metadata: {BuildMethod: nodejs22.x}\n    Properties: {ContentUri: code}\n';
    const folder = folderWith({
      ...files,
      'template.yaml': template(fn('F', 'CodeUri: code'), layer),
      'bin/npm': tool,
    });
    chmodSync(join(folder, 'bin/npm'), 0o755);
    expect(build(folder, [], { PATH: `${join(folder, 'bin')}:${process.env['PATH']}` }).code).toBe(0);
    expect(codeOf(folder, 'F')['node_modules/one/index.js']).toBe(
      'ci --omit=dev --no-audit --no-fund --loglevel=error\n',
    );
    expect(Object.keys(codeOf(folder, 'L')).sort()).toEqual([
      'nodejs/app.js',
      'nodejs/node_modules/one/index.js',
      'nodejs/package-lock.json',
      'nodejs/package.json',
    ]);
    // The same lock is not installed twice.
    writeFileSync(join(folder, 'bin/npm'), '#!/bin/sh\n[ "$1" = --version ] && echo 9.9.9 && exit\nexit 1\n');
    writeFileSync(join(folder, 'code/app.js'), 'y');
    expect(build(folder, [], { PATH: `${join(folder, 'bin')}:${process.env['PATH']}` }).code).toBe(0);
    expect(codeOf(folder, 'F')['app.js']).toBe('y');
  });

  it('says how to lock, and what it does not install', () => {
    const text = template(fn('F', 'CodeUri: code', 'BuildMethod: nodejs22.x'));
    const none = folderWith({ 'template.yaml': text, 'code/package.json': '{}' });
    expect(build(none).err).toContain("its dependencies are not locked; 'npm install' writes package-lock.json");
    const yarn = folderWith({ 'template.yaml': text, 'code/package.json': '{}', 'code/yarn.lock': '' });
    expect(build(yarn).err).toContain('locked by yarn.lock');
  });
});

describe('python', () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const wheel = zipSync({
    'tiny/__init__.py': text('x = 1\n'),
    'tiny-1.0.dist-info/METADATA': text('Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n'),
    'tiny-1.0.dist-info/WHEEL': text('Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n'),
    'tiny-1.0.dist-info/RECORD': text(''),
  });
  const files = {
    'code/app.py': 'import tiny\n',
    'code/requirements.txt': './tiny-1.0-py3-none-any.whl\n',
    'code/tiny-1.0-py3-none-any.whl': wheel,
  };

  it('installs requirements beside the code', () => {
    const folder = folderWith({ ...files, 'template.yaml': template(fn('F', 'CodeUri: code, Runtime: python3.13')) });
    expect(build(folder)).toMatchObject({ code: 0, err: 'built code (python) for F\n' });
    expect(codeOf(folder, 'F')).toMatchObject({ 'app.py': 'import tiny\n', 'tiny/__init__.py': 'x = 1\n' });
  });

  it('asks pip for the Python and the processor of Lambda, and warns of what is not locked', () => {
    const tool =
      '#!/bin/sh\nwhile [ $# -gt 0 ]; do [ "$1" = --target ] && to=$2; all="$all $1"; shift; done\n[ -z "$to" ] && echo "pip 1" && exit\necho "$all" > $to/args\n';
    const folder = folderWith({
      'template.yaml': template(fn('F', 'CodeUri: code, Runtime: python3.12, Architectures: [arm64]')),
      'code/requirements.txt': 'requests>=2 # x\nboto3==1.2.3\nurllib3\n',
      'bin/python3': tool,
    });
    chmodSync(join(folder, 'bin/python3'), 0o755);
    const { code, err } = build(folder, [], { PATH: `${join(folder, 'bin')}:${process.env['PATH']}` });
    expect(code).toBe(0);
    expect(err).toContain("code: 'requirements.txt' does not fix the version of requests>=2, urllib3,");
    const { args } = codeOf(folder, 'F');
    expect(args).toContain(
      '--only-binary=:all: --implementation cp --platform manylinux2014_aarch64 --python-version 3.12',
    );
  });
});

describe('compilers', () => {
  const run = (method: string, tool: string, script: string, more: Readonly<Record<string, string>> = {}) => {
    const folder = folderWith({
      'template.yaml': template(
        fn(
          'F',
          'CodeUri: code, Runtime: provided.al2023, Handler: bootstrap, Architectures: [arm64]',
          `BuildMethod: ${method}`,
        ),
      ),
      'code/main': '',
      [`bin/${tool}`]: `#!/bin/sh\n${script}\n`,
      ...more,
    });
    chmodSync(join(folder, `bin/${tool}`), 0o755);
    const result = build(folder, [], { PATH: `${join(folder, 'bin')}:${process.env['PATH']}` });
    return { ...result, folder };
  };
  const lastArgument = 'for each; do last=$each; done\n';

  it.each([
    ['go1.x', 'go', `${lastArgument}echo "$GOOS $GOARCH $CGO_ENABLED" > "$last"`, { bootstrap: 'linux arm64 0\n' }],
    [
      'rust-cargolambda',
      'cargo',
      'mkdir -p target/lambda/x && echo "$*" > target/lambda/x/bootstrap',
      { bootstrap: 'lambda build --release --locked --arm64\n' },
    ],
    ['dotnet8', 'dotnet', `${lastArgument}echo "$3" > "$last/app.dll"`, { 'app.dll': 'Release\n' }],
  ])('%s uses %s', (method, tool, script, expected) => {
    const { code, err, folder } = run(method, tool, script);
    expect([code, err]).toEqual([0, expect.stringContaining('built code')]);
    expect(codeOf(folder, 'F')).toEqual(expected);
  });

  it('java uses Maven', () => {
    const script =
      'mkdir -p target/classes && echo c > target/classes/A.class\nfor each; do case $each in -DoutputDirectory=*) mkdir -p "${each#*=}" && echo j > "${each#*=}/a.jar";; esac; done';
    const { code, folder } = run('java21', 'mvn', script, { 'code/pom.xml': '<project/>' });
    expect(code).toBe(0);
    expect(codeOf(folder, 'F')).toEqual({ 'A.class': 'c\n', 'lib/a.jar': 'j\n' });
    expect(run('java21', 'mvn', '').err).toContain("has no 'pom.xml'");
  });

  it('says what is not installed, and what it does not know', () => {
    const folder = folderWith({
      'template.yaml': template(
        fn('F', 'CodeUri: code', 'BuildMethod: go1.x'),
        fn('G', 'CodeUri: code', 'BuildMethod: ruby3.3'),
        fn('H', 'CodeUri: code', 'BuildMethod: esbild'),
      ),
      'code/x': '',
    });
    const { code, err } = build(folder, [], { PATH: '/nowhere' });
    expect(code).toBe(1);
    expect(err).toContain("synth does not build with 'BuildMethod: ruby3.3'");
    expect(err).toContain("Did you mean 'esbuild'?");
    writeFileSync(join(folder, 'template.yaml'), template(fn('F', 'CodeUri: code', 'BuildMethod: go1.x')));
    expect(build(folder, [], { PATH: '/nowhere' }).err).toContain("'code' cannot be built (go): 'go' is not installed");
  });
});

describe('what is built already', () => {
  it('by sam build is packaged as it is; so is what SkipBuild says', () => {
    const text = template(fn('F', 'CodeUri: F', 'BuildMethod: ruby3.3'));
    const folder = folderWith({});
    mkdirSync(join(folder, '.aws-sam/build/F'), { recursive: true });
    writeFileSync(join(folder, '.aws-sam/build/template.yaml'), text);
    writeFileSync(join(folder, '.aws-sam/build/F/app.rb'), 'x');
    expect(build(folder, ['.aws-sam/build/template.yaml'])).toMatchObject({ code: 0, err: '' });
    expect(codeOf(folder, 'F')).toEqual({ 'app.rb': 'x' });
    const skipped = folderWith({
      'template.yaml': template(fn('F', 'CodeUri: F', 'SkipBuild: true, BuildMethod: x')),
      'F/a': '',
    });
    expect(build(skipped).code).toBe(0);
  });
});
