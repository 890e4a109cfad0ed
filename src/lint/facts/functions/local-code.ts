import type { Found, ResourceNode } from '../../../model/rule.ts';
import { packagedOf } from '../../../packaging/properties.ts';
import { localPath } from './local-path.ts';

/** What is made from code: functions, and layers, of SAM and of CloudFormation. */
export const functionTypes = ['AWS::Serverless::Function', 'AWS::Lambda::Function'];
export const layerTypes = ['AWS::Serverless::LayerVersion', 'AWS::Lambda::LayerVersion'];

/** The local files and folders that a function or layer of the source is made from; none where it has no such code. */
export const localCode = (node: ResourceNode): Found<string>[] => {
  const isZip = node.lacks('InlineCode') && node.strings('PackageType').every(({ value }) => value === 'Zip');
  if (!isZip || ![...functionTypes, ...layerTypes].includes(node.type)) return [];
  return packagedOf(node.type).flatMap(({ path }) =>
    node.strings(...path).filter(({ value }) => localPath(value) !== undefined),
  );
};
