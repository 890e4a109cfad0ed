import type { ImageBuild } from '../model/artifact.ts';
import { bootstrap } from '../packaging/bootstrap.ts';
import type { ArtifactLocation } from '../transform/index.ts';
import { fileNames, type Stack } from './stack.ts';

/** The protocol of the files below: read by every CDK CLI from 2.100 on. */
const version = '21.0.0';

/** A file that is to be published. */
export interface Asset {
  /** What it is called in S3, without the prefix. */
  readonly name: string;
  /** Where it lies in the output. */
  readonly file: string;
  /** Of the folder of an image: how it is built. */
  readonly image?: ImageBuild | undefined;
  /** What people call it. */
  readonly title: string;
}

/** Where files go: the bucket of `cdk bootstrap`, or one of one's own with the credentials of whoever deploys. */
interface Destination {
  readonly bucketName: string;
  readonly prefix: string;
  readonly isOwn: boolean;
}

const destinationOf = (location: ArtifactLocation | undefined): Destination => ({
  bucketName: location?.bucket ?? bootstrap.bucket,
  prefix: location?.prefix === undefined || location.prefix === '' ? '' : `${location.prefix}/`,
  isOwn: location !== undefined,
});

/** What `cdk-assets` publishes: `<stack>.assets.json`. */
export const assetManifest = (stack: Stack, assets: readonly Asset[], location: ArtifactLocation | undefined) => {
  const { bucketName, prefix, isOwn } = destinationOf(location);
  const { account = 'current_account', region = 'current_region' } = stack;
  const destined = (destination: object, role: string | undefined) => ({
    [`${account}-${region}`]: {
      ...destination,
      ...(stack.region === undefined ? {} : { region: stack.region }),
      ...(role === undefined ? {} : { assumeRoleArn: role }),
    },
  });
  const files = assets
    .filter(({ image }) => image === undefined)
    .map(({ name, file, title }) => [
      name,
      {
        displayName: title,
        source: { path: file, packaging: 'file' },
        destinations: destined(
          { bucketName, objectKey: `${prefix}${name}` },
          isOwn ? undefined : bootstrap.publishingRole,
        ),
      },
    ]);
  const dockerImages = assets.flatMap(({ name, file, image, title }) =>
    image === undefined
      ? []
      : [
          [
            name,
            {
              displayName: title,
              source: imageSource(file, image),
              destinations: destined({ repositoryName: bootstrap.repository, imageTag: name }, bootstrap.imageRole),
            },
          ],
        ],
  );
  return { version, files: Object.fromEntries(files), dockerImages: Object.fromEntries(dockerImages) };
};

const imageSource = (directory: string, { dockerfile, target, args, architecture }: ImageBuild) => ({
  directory,
  dockerFile: dockerfile,
  ...(Object.keys(args).length === 0 ? {} : { dockerBuildArgs: args }),
  ...(target === undefined ? {} : { dockerBuildTarget: target }),
  platform: architecture === 'arm64' ? 'linux/arm64' : 'linux/amd64',
});

/** A metadata entry of the assembly: where something comes from, or what a person should know. */
export interface Metadata {
  readonly type: string;
  readonly data: unknown;
  readonly trace?: readonly string[];
}

/**
 * What `cdk deploy --app` reads first: `manifest.json`.
 * @param template what the stack's template is called in S3
 * @param metadata by paths below the stack
 */
export const assemblyManifest = (
  stack: Stack,
  template: string,
  metadata: Readonly<Record<string, readonly Metadata[]>>,
  location: ArtifactLocation | undefined,
) => {
  const { name, account = 'unknown-account', region = 'unknown-region', parameters, tags } = stack;
  const { bucketName, prefix, isOwn } = destinationOf(location);
  const files = fileNames(stack);
  const required = {
    requiresBootstrapStackVersion: bootstrap.version,
    bootstrapStackVersionSsmParameter: bootstrap.versionParameter,
  };
  const roles = {
    assumeRoleArn: bootstrap.deployRole,
    cloudFormationExecutionRoleArn: bootstrap.executionRole,
    lookupRole: {
      arn: bootstrap.lookupRole,
      requiresBootstrapStackVersion: bootstrap.lookupVersion,
      bootstrapStackVersionSsmParameter: bootstrap.versionParameter,
    },
    ...required,
  };
  return {
    version,
    artifacts: {
      [`${name}.assets`]: {
        type: 'cdk:asset-manifest',
        properties: { file: files.assets, ...(isOwn ? {} : required) },
      },
      [name]: {
        type: 'aws:cloudformation:stack',
        environment: `aws://${account}/${region}`,
        properties: {
          templateFile: files.template,
          stackName: name,
          parameters,
          tags,
          terminationProtection: false,
          validateOnSynth: false,
          stackTemplateAssetObjectUrl: `s3://${bucketName}/${prefix}${template}`,
          ...(isOwn ? {} : roles),
        },
        dependencies: [`${name}.assets`],
        metadata: Object.fromEntries(Object.entries(metadata).map(([path, entries]) => [`/${name}${path}`, entries])),
        displayName: name,
      },
    },
  };
};
