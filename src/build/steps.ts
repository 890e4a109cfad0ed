import type { Artifact, CodeOwner } from '../model/artifact.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import type { Cause } from '../model/origin.ts';
import { type Finding, type Message, message } from '../model/problem.ts';
import type { Reader } from '../model/reader.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../model/tree.ts';
import { joined } from '../parse/local-path.ts';
import { buildPropertyFaults } from './build-properties.ts';

/** How code is built. */
export type Method = 'esbuild' | 'makefile' | 'nodejs' | 'python' | 'go' | 'rust' | 'dotnet' | 'java';

/** Code that has to be built before it can be packaged. */
export interface Step {
  readonly method: Method;
  /** The folder that it is built from, from the folder of the outermost template. */
  readonly path: string;
  /** The resource that it is for; others that want the same share it. */
  readonly logicalId: string;
  readonly isLayer: boolean;
  readonly runtime: string | undefined;
  readonly architecture: 'x86_64' | 'arm64';
  readonly handler: string | undefined;
  /** `BuildProperties` and what else `Metadata` says of the build. */
  readonly properties: JsonMap;
  readonly at: Cause | undefined;
  /** The properties whose code it builds. */
  readonly users: readonly Artifact[];
}

const UnknownMethod = message(
  'build-method-unknown',
  'error',
  (found: string, near: string | undefined) =>
    `synth does not build with 'BuildMethod: ${found}'.${didYouMean(near)} It builds with ${Object.keys(byMethod).join(', ')}. For others run 'sam build' and give .aws-sam/build/template.yaml.`,
);

export const BuildFailed = message(
  'build-step-failed',
  'error',
  (path: string, method: string, why: string) => `'${path}' cannot be built (${method}): ${why}`,
);

/** What `BuildMethod` may say, without the version of a runtime. */
const byMethod: Readonly<Record<string, Method>> = {
  esbuild: 'esbuild',
  makefile: 'makefile',
  nodejs: 'nodejs',
  python: 'python',
  go: 'go',
  'rust-cargolambda': 'rust',
  dotnet: 'dotnet',
  java: 'java',
};

const codeTypes = /^AWS::(?:Serverless|Lambda)::(?:Function|LayerVersion)$/;

/** The steps that a template's code needs, and what is wrong with those that it asks for. */
export const stepsOf = (
  artifacts: readonly Artifact[],
  reader: Reader,
): { readonly steps: Step[]; readonly findings: Finding[] } => {
  const steps = new Map<string, Step & { users: Artifact[] }>();
  const findings: Finding[] = [];
  for (const artifact of artifacts) {
    const method = methodFor(artifact, reader);
    if (method === undefined) continue;
    if (typeof method !== 'string') findings.push({ ...method, span: artifact.at, logicalId: artifact.logicalId });
    else {
      for (const { found, at } of buildPropertyFaults(method, artifact.owner.metadata)) {
        findings.push({ ...found, span: at ?? artifact.at, logicalId: artifact.logicalId });
      }
      const step = stepFor(method, artifact);
      const { users: _, at: __, ...shared } = step;
      // A makefile has a rule for each resource.
      const key = JSON.stringify(method === 'makefile' ? shared : { ...shared, logicalId: '' });
      const known = steps.get(key);
      if (known) known.users.push(artifact);
      else steps.set(key, { ...step, users: [artifact] });
    }
  }
  return { steps: [...steps.values()], findings };
};

const methodFor = ({ owner, made, path }: Artifact, reader: Reader): Method | Message | undefined => {
  if (!codeTypes.test(owner.type) || made !== 'archive' || reader.kind(path) !== 'directory') return undefined;
  const { metadata } = owner;
  if (get(metadata, 'SkipBuild') === true) return undefined;
  const named = get(metadata, 'BuildMethod');
  if (isString(named)) {
    const plain = named.replace(/^(\D*[a-z])\d[\w.]*$/, '$1');
    return (
      (Object.hasOwn(byMethod, plain) ? byMethod[plain] : undefined) ??
      UnknownMethod(named, nearest(named, Object.keys(byMethod)))
    );
  }
  if (named !== undefined && named !== null) return UnknownMethod(JSON.stringify(named), undefined);
  return methodByFiles(owner, path, reader);
};

/** Functions with dependencies that are locked, but not there, are built without being asked to. */
const methodByFiles = ({ type, properties }: CodeOwner, path: string, reader: Reader): Method | undefined => {
  const runtime = get(properties, 'Runtime');
  if (!isString(runtime) || !type.endsWith('::Function')) return undefined;
  const has = (name: string): boolean => reader.kind(joined('', `${path}/${name}`)) === 'file';
  if (/^nodejs/.test(runtime) && has('package.json') && (has('package-lock.json') || has('npm-shrinkwrap.json'))) {
    return 'nodejs';
  }
  if (/^python/.test(runtime) && (has('requirements.txt') || has('uv.lock'))) return 'python';
  return undefined;
};

const stepFor = (method: Method, artifact: Artifact): Step => {
  const { owner, path, logicalId, at } = artifact;
  const { type, properties, metadata } = owner;
  const text = (value: Json | undefined): string | undefined => (isString(value) ? value : undefined);
  const architectures = get(properties, type.endsWith('LayerVersion') ? 'CompatibleArchitectures' : 'Architectures');
  const given = text(get(metadata, 'BuildArchitecture')) ?? (isList(architectures) ? architectures[0] : undefined);
  const runtimes = get(properties, 'CompatibleRuntimes');
  const build = get(metadata, 'BuildProperties');
  return {
    method,
    path,
    logicalId,
    isLayer: type.endsWith('LayerVersion'),
    runtime:
      text(get(properties, 'Runtime')) ??
      text(isList(runtimes) ? runtimes[0] : undefined) ??
      text(get(metadata, 'BuildMethod')),
    architecture: given === 'arm64' ? 'arm64' : 'x86_64',
    handler: text(get(properties, 'Handler')),
    properties: { ...(isMap(metadata) ? metadata : newMap()), ...(isMap(build) ? build : newMap()) },
    at,
    users: [artifact],
  };
};
