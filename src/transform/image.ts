import type { ImageBuild } from '../model/artifact.ts';
import type { SourceResource } from '../model/plugin.ts';
import { get, isList, isMap, isString, isTruthy } from '../model/tree.ts';

/**
 * The image that a function is to be built into, as its metadata say: the folder and how it is built. Undefined where it
 * names an image of a registry, or no Dockerfile.
 */
export const imageOf = ({
  body,
  properties,
}: SourceResource): { readonly path: string; readonly image: ImageBuild } | undefined => {
  const metadata = body['Metadata'];
  const dockerfile = get(metadata, 'Dockerfile');
  const { ImageUri, PackageType, Architectures } = properties;
  if (PackageType !== 'Image' || !isString(dockerfile) || dockerfile === '') return undefined;
  // A name without a registry is that of the image on this machine, which `sam build` makes too.
  if (isTruthy(ImageUri) && !(isString(ImageUri) && !ImageUri.includes('/'))) return undefined;
  const context = get(metadata, 'DockerContext');
  const target = get(metadata, 'DockerBuildTarget');
  const args = get(metadata, 'DockerBuildArgs');
  const texts = isMap(args) ? Object.keys(args).map((name) => [name, String(args[name])]) : [];
  return {
    path: isString(context) ? context : '.',
    image: {
      dockerfile,
      ...(isString(target) ? { target } : {}),
      args: Object.fromEntries(texts),
      architecture: isList(Architectures) && Architectures[0] === 'arm64' ? 'arm64' : 'x86_64',
    },
  };
};
