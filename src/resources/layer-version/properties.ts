import { boolean, listOf, map, oneOf, strict, string } from '../../schema/property.ts';
import { s3LocationShape } from '../s3-location.ts';

const stringOrMap = oneOf(string, map);

/** The properties of `AWS::Serverless::LayerVersion`. */
export const layerProperties = {
  LayerName: strict(stringOrMap, 'The name of the layer; its logical id without it.', { to: 'LayerName' }),
  Description: strict(string, 'A description.', { to: 'Description' }),
  PublishLambdaVersion: strict(boolean, 'Publishes the functions that use the layer when it changes.', {
    early: true,
    globals: true,
  }),
  ContentUri: strict(oneOf(string, s3LocationShape), 'The content: an S3 URI, an S3 location or a local path.', {
    required: true,
  }),
  CompatibleArchitectures: strict(listOf(stringOrMap), 'The instruction sets it is for.', {
    to: 'CompatibleArchitectures',
  }),
  CompatibleRuntimes: strict(listOf(stringOrMap), 'The runtimes it is for.', { to: 'CompatibleRuntimes' }),
  LicenseInfo: strict(string, 'The licence.', { to: 'LicenseInfo' }),
  RetentionPolicy: strict(string, 'Whether old versions are kept: Retain or Delete.', { early: true }),
} as const;
