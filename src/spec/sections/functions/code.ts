import { entryOf, originOf, place, stamp } from '../../../model/origin.ts';
import { get, isMap, isString, type Json, type JsonMap, newMap } from '../../../model/tree.ts';
import { listOf } from '../../codecs/lists.ts';
import { location } from '../../codecs/location.ts';
import { record, scalarOr } from '../../codecs/records.ts';
import { asInSam, flag, text, verbatim } from '../../codecs/scalars.ts';
import { tagMap } from '../../codecs/tags.ts';
import { wrong } from '../../codecs/wrong.ts';
import { valueAt } from '../../language/draft.ts';
import { type Key, property, set } from '../../language/key.ts';
import { Spot } from '../../language/spot.ts';

const dockerFields = {
  context: 'DockerContext',
  dockerfile: 'Dockerfile',
  tag: 'DockerTag',
  target: 'DockerBuildTarget',
  args: 'DockerBuildArgs',
} as const;

const docker = record('an image', [
  property('context', 'DockerContext', text, 'The folder that is built.', 'src/report'),
  property('dockerfile', 'Dockerfile', text, 'The Dockerfile in it.', 'Dockerfile'),
  property('tag', 'DockerTag', text, 'The tag of the image.', 'v1'),
  property('target', 'DockerBuildTarget', text, 'The stage of the Dockerfile.', 'production'),
  property('args', 'DockerBuildArgs', tagMap, 'Arguments of the build.', '{NODE_VERSION: "22"}'),
]);
const image = scalarOr(text, docker);

/** An image in a registry, or what it is built from: SAM has the first as a property, the second as metadata. */
const imageKey: Key = {
  key: 'image',
  to: ['ImageUri', 'PackageType', ...Object.values(dockerFields).map((name) => `@Metadata.${name}`)],
  doc: 'The container image: its URI, or what it is built from.',
  examples: [
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com/report:v1',
    '{context: src/report, dockerfile: Dockerfile}',
  ],
  schema: () => image.schema(),
  codec: image,
  perEntry: true,
  lower: (spot, draft, cx) => {
    const value = image.read(spot, cx);
    if (value === undefined) return;
    if (
      isMap(spot.value) &&
      isMap(value) &&
      Object.hasOwn(spot.value, 'context') &&
      !Object.hasOwn(value, 'Dockerfile')
    )
      return wrong(spot, "a URI, or a map with 'context' and 'dockerfile'", cx);
    set(draft, 'PackageType', 'Image', spot, cx);
    if (!isMap(spot.value) || isString(value)) set(draft, 'ImageUri', value, spot, cx);
    else
      for (const name of Object.keys(value as JsonMap)) {
        set(draft, `@Metadata.${name}`, (value as JsonMap)[name]!, new Spot(value as JsonMap, name), cx);
      }
  },
  raise: (draft, cx) => {
    if (valueAt(draft, 'PackageType') !== 'Image') return undefined;
    const uri = valueAt(draft, 'ImageUri');
    if (uri !== undefined) {
      const written = text.write(uri, cx);
      return written === undefined || isMap(written)
        ? undefined
        : { value: written, says: ['ImageUri', 'PackageType'] };
    }
    const metadata = valueAt(draft, '@Metadata');
    const part = newMap();
    for (const name of Object.values(dockerFields)) {
      const value = get(metadata, name);
      if (value === undefined) continue;
      part[name] = value;
      place(part, name, entryOf(metadata, name));
    }
    const says = Object.keys(part).map((name) => `@Metadata.${name}`);
    const value = says.length === 0 ? undefined : docker.write(stamp(part, originOf(metadata)), cx);
    return value === undefined ? undefined : { value, says: [...says, 'PackageType'] };
  },
};

const buildRecord = record('a build', [
  property('method', 'BuildMethod', text, 'Who builds: esbuild, makefile, a runtime.', 'esbuild'),
  property('entry-points', 'BuildProperties.EntryPoints', listOf(text), 'Files that are bundled.', 'index.ts'),
  property('target', 'BuildProperties.Target', text, 'The ECMAScript version.', 'es2022'),
  property('format', 'BuildProperties.Format', text, 'The format of modules.', 'esm'),
  property('minify', 'BuildProperties.Minify', flag(), 'Makes the code small.', 'true'),
  property('sourcemap', 'BuildProperties.Sourcemap', flag(), 'Writes source maps.', 'true'),
  property('external', 'BuildProperties.External', listOf(text), 'Modules that are not bundled.', "'@aws-sdk/*'"),
  property(
    'properties',
    'BuildProperties',
    asInSam,
    "Further settings of the method, under SAM's names.",
    '{Loader: [.html=text]}',
  ),
]);
const buildMethod = scalarOr(text, buildRecord);
const buildTargets = ['@Metadata.BuildMethod', '@Metadata.BuildProperties'];

/** How `sam build` and `synth build` make the package: SAM has it as metadata. */
export const buildKey: Key = {
  key: 'build',
  to: buildTargets,
  doc: 'How the package is built: a method, or a method with its settings.',
  examples: ['makefile', '{method: esbuild, entry-points: index.ts, minify: true}'],
  schema: () => buildMethod.schema(),
  codec: buildMethod,
  perEntry: true,
  lower: (spot, draft, cx) => {
    const value = buildMethod.read(spot, cx);
    if (value === undefined) return;
    if (!isMap(spot.value) || !isMap(value)) return set(draft, '@Metadata.BuildMethod', value, spot, cx);
    for (const name of Object.keys(value)) set(draft, `@Metadata.${name}`, value[name]!, new Spot(value, name), cx);
  },
  raise: (draft, cx) => {
    const part = newMap();
    for (const target of buildTargets) {
      const value = valueAt(draft, target);
      if (value !== undefined) part[target.slice('@Metadata.'.length)] = value;
    }
    const says = Object.keys(part).map((name) => `@Metadata.${name}`);
    if (!Object.hasOwn(part, 'BuildMethod')) return undefined;
    const method = part['BuildMethod'] as Json;
    const value = says.length === 1 ? text.write(method, cx) : buildRecord.write(part, cx);
    return value === undefined || (says.length === 1 && isMap(value)) ? undefined : { value, says };
  },
};

/** Where the code is, and how it is made. */
export const codeKeys: readonly Key[] = [
  property('code', 'CodeUri', location, 'The folder or archive of the code, or its place in S3.', [
    'src/place-order',
    's3://artifacts/place-order.zip',
    '{bucket: artifacts, key: place-order.zip, version: mF4uX}',
  ]),
  imageKey,
  property('inline', 'InlineCode', verbatim, 'The code itself, as written: no gaps are filled in it.', [
    'exports.handler = async () => {};',
  ]),
  buildKey,
  property('package', 'PackageType', text, 'Zip or Image; follows from the other keys.', 'Zip'),
];
