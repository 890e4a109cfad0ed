import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { get, isString } from '../model/tree.ts';
import type { Builder } from './builder.ts';
import { copyEntries } from './copy.ts';
import { run, StepFailed } from './run.ts';

/** Compiles with Go for Linux on Lambda's processor, without what differs from machine to machine. */
export const go: Builder = async ({ step, entries, scratch, output }) => {
  copyEntries(entries, scratch);
  await run(
    'go',
    [
      'build',
      '-trimpath',
      '-buildvcs=false',
      '-ldflags=-s -w -buildid=',
      '-tags',
      'lambda.norpc',
      '-o',
      join(output, 'bootstrap'),
    ],
    {
      cwd: scratch,
      env: { GOOS: 'linux', GOARCH: step.architecture === 'arm64' ? 'arm64' : 'amd64', CGO_ENABLED: '0' },
    },
  );
};

/** Compiles with Cargo Lambda. */
export const rust: Builder = async ({ step, entries, scratch, output }) => {
  copyEntries(entries, scratch);
  const arm = step.architecture === 'arm64' ? ['--arm64'] : [];
  const binary = get(step.properties, 'Binary');
  const only = isString(binary) ? ['--bin', binary] : [];
  await run('cargo', ['lambda', 'build', '--release', '--locked', ...arm, ...only], { cwd: scratch });
  const built = join(scratch, 'target/lambda');
  const names = existsSync(built)
    ? readdirSync(built).filter((name) => existsSync(join(built, name, 'bootstrap')))
    : [];
  const name = isString(binary) ? binary : names[0];
  if (names.length > 1 && !isString(binary)) {
    throw new StepFailed(`it has the binaries ${names.join(', ')}; name one in 'BuildProperties.Binary'`);
  }
  if (name === undefined) throw new StepFailed('cargo lambda made no binary');
  cpSync(join(built, name, 'bootstrap'), join(output, 'bootstrap'));
};

/** Publishes with the .NET SDK for Linux on Lambda's processor. */
export const dotnet: Builder = async ({ step, entries, scratch, output }) => {
  copyEntries(entries, scratch);
  const machine = step.architecture === 'arm64' ? 'linux-arm64' : 'linux-x64';
  const reproducible = ['-p:Deterministic=true', '-p:ContinuousIntegrationBuild=true'];
  await run(
    'dotnet',
    ['publish', '-c', 'Release', '-r', machine, '--no-self-contained', ...reproducible, '-o', output],
    {
      cwd: scratch,
      env: { DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' },
    },
  );
};

/** Compiles with Maven; classes and the libraries that they need stand as Lambda takes them. */
export const java: Builder = async ({ entries, source, scratch, output, step }) => {
  if (!existsSync(join(source, 'pom.xml'))) {
    throw new StepFailed(
      "it has no 'pom.xml', and synth builds Java with Maven only; run 'sam build' and give .aws-sam/build/template.yaml",
    );
  }
  copyEntries(entries, scratch);
  const target = step.isLayer ? join(output, 'java') : output;
  await run(
    'mvn',
    [
      '--batch-mode',
      '--quiet',
      '-DskipTests',
      'package',
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${join(target, 'lib')}`,
    ],
    { cwd: scratch },
  );
  const classes = join(scratch, 'target/classes');
  if (existsSync(classes)) cpSync(classes, target, { recursive: true });
};
