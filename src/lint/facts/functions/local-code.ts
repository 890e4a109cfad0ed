import type { Found, ResourceNode } from '../../../model/rule.ts';
import { localPath } from './local-path.ts';

/** Where the packaging step of SAM or of the AWS CLI finds the code of a function or the content of a layer. */
const properties: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'CodeUri',
  'AWS::Lambda::Function': 'Code',
  'AWS::Serverless::LayerVersion': 'ContentUri',
  'AWS::Lambda::LayerVersion': 'Content',
};

/** What is made from code: functions, and layers, of SAM and of CloudFormation. */
export const functionTypes = ['AWS::Serverless::Function', 'AWS::Lambda::Function'];
export const layerTypes = ['AWS::Serverless::LayerVersion', 'AWS::Lambda::LayerVersion'];

/** The local files and folders that a function or layer of the source is made from; none where it has no such code. */
export const localCode = (node: ResourceNode): Found<string>[] => {
  const name = properties[node.type];
  const isZip = node.lacks('InlineCode') && node.strings('PackageType').every(({ value }) => value === 'Zip');
  if (name === undefined || !isZip) return [];
  return node.strings(name).filter(({ value }) => localPath(value) !== undefined);
};
