import { carry, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { getIn, isNothing, isTruthy, type JsonMap, newMap, textOrKind } from '../../model/tree.ts';
import { codeLocation } from '../code-location.ts';
import { type FunctionContext, keyOf } from './context.ts';

const BadPackageType = message(
  'wrong-value',
  'error',
  (found: string) => `'PackageType' is ${found}; it must be 'Zip' or 'Image'.`,
);
const NoCode = message(
  'missing-code',
  'error',
  () =>
    "A function needs 'CodeUri' or 'InlineCode' (or 'ImageUri' with 'PackageType: Image'). For the folder of the template write 'CodeUri: .'.",
);
const NoImage = message('missing-image', 'error', () => "A function with 'PackageType: Image' needs 'ImageUri'.");
const NotBuilt = message(
  'missing-image',
  'error',
  () =>
    "A function with 'PackageType: Image' needs 'ImageUri'. 'sam build' makes the image from the Dockerfile and writes its name to .aws-sam/build/template.yaml: expand that one, or give 'ImageUri'.",
);
const NeededWithZip = message(
  'zip-without-property',
  'error',
  (name: string) => `A function needs '${name}' unless its 'PackageType' is 'Image'.`,
);
const OnlyWithImage = message(
  'property-needs-image',
  'error',
  (name: string) => `'${name}' requires 'PackageType: Image'.`,
);
const NotWithImage = message(
  'property-excludes-image',
  'error',
  (name: string) => `'${name}' is not allowed with 'PackageType: Image': the image defines it.`,
);

/** The `Code` of the Lambda function. */
export const codeOf = (cx: FunctionContext): JsonMap => {
  const packageType = isTruthy(cx.props.PackageType) ? cx.props.PackageType! : 'Zip';
  if (packageType === 'Image') return imageCode(cx);
  if (packageType !== 'Zip') return cx.fail(BadPackageType(textOrKind(packageType)), cx.at('PackageType'));
  return zipCode(cx);
};

const zipCode = (cx: FunctionContext): JsonMap => {
  const { CodeUri, InlineCode, SourceKMSKeyArn } = cx.props;
  for (const name of ['Runtime', 'Handler'] as const) {
    if (!isTruthy(cx.props[name])) cx.report(NeededWithZip(name), cx.cause);
  }
  if (isTruthy(cx.props.ImageConfig)) cx.report(OnlyWithImage('ImageConfig'), keyOf(cx, 'ImageConfig'));
  if (isNothing(InlineCode) && isNothing(CodeUri)) {
    cx.report(NoCode(), cx.cause);
    return stamp(newMap(), cx.cause);
  }
  const code = isNothing(InlineCode) ? codeLocation(cx, 'CodeUri', CodeUri!) : inlineCode(cx);
  if (isTruthy(SourceKMSKeyArn)) carry(cx.properties, 'SourceKMSKeyArn', code);
  return code;
};

const inlineCode = (cx: FunctionContext): JsonMap => {
  const code = stamp(newMap(), cx.at('InlineCode'));
  carry(cx.properties, 'InlineCode', code, 'ZipFile');
  return code;
};

const imageCode = (cx: FunctionContext): JsonMap => {
  for (const name of ['Handler', 'Runtime', 'Layers'] as const) {
    if (isTruthy(cx.props[name])) cx.report(NotWithImage(name), keyOf(cx, name));
  }
  const code = stamp(newMap(), cx.at('ImageUri'));
  if (!isTruthy(cx.props.ImageUri)) reportNoImage(cx);
  carry(cx.properties, 'ImageUri', code);
  return code;
};

const reportNoImage = (cx: FunctionContext): void => {
  // `sam build` makes the image and names it in `ImageUri`.
  const isToBeBuilt = isTruthy(getIn(cx.attributes['Metadata'], 'Dockerfile'));
  if (isToBeBuilt && cx.beforeBuild) return;
  cx.report(isToBeBuilt ? NotBuilt() : NoImage(), cx.at('ImageUri'));
};
