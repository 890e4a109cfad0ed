import type { Manifest } from './manifest.ts';

/** The largest template that is sent along with a request, in bytes; larger ones have to lie in S3. */
const largestBody = 51_200;

/** How an output is deployed: with the CDK CLI, or with the AWS CLI, as lines for a shell. */
export interface DeployCommands {
  readonly cdk: string;
  readonly aws: readonly string[];
}

/** @param folder the output, as the person calls it */
export const deployCommands = (
  { stack, template, templateBytes, capabilities, bucket, prefix, files }: Manifest,
  folder: string,
): DeployCommands => {
  const { name, region, parameters, tags } = stack;
  const inRegion = region === undefined ? [] : ['--region', region];
  const inShell = inDoubleQuotes(bucket)
    .replaceAll('\\${AWS::AccountId}', stack.account ?? '$(aws sts get-caller-identity --query Account --output text)')
    .replaceAll('\\${AWS::Region}', region ?? '$(aws configure get region)');
  const object = `"s3://${inShell}${prefix === '' ? '' : `/${inDoubleQuotes(prefix)}`}"`;
  const pairs = (values: Readonly<Record<string, string>>): string[] =>
    Object.entries(values).map(([key, value]) => quoted(`${key}=${value}`));
  const given = Object.entries(parameters).map(([key, value]) => quoted(`${name}:${key}=${value}`));
  const deploy = [
    'aws cloudformation deploy',
    `--template-file ${quoted(`${folder}/${template}`)}`,
    `--stack-name ${quoted(name)}`,
    ...(templateBytes > largestBody ? [`--s3-bucket "${inShell}"`] : []),
    ...(capabilities.length === 0 ? [] : ['--capabilities', ...capabilities]),
    ...withOption('--parameter-overrides', pairs(parameters)),
    ...withOption('--tags', pairs(tags)),
    ...inRegion,
  ];
  // Images are built where they are published, which is more than one command.
  const publish = `npx cdk-assets@4 --path ${quoted(`${folder}/${stack.name}.assets.json`)} publish`;
  const hasImages = files.some(({ made }) => made === 'image');
  const sync = ['aws s3 sync', quoted(`${folder}/assets`), object, '--size-only', ...inRegion];
  return {
    // The CDK CLI does not take the values of parameters from the assembly.
    cdk: [`npx aws-cdk@2 deploy --app ${quoted(folder)}`, ...given.map((pair) => `--parameters ${pair}`)].join(' '),
    aws: [...(files.length === 0 ? [] : [hasImages ? publish : sync.join(' ')]), deploy.join(' ')],
  };
};

const withOption = (option: string, values: readonly string[]): string[] =>
  values.length === 0 ? [] : [option, ...values];

/** A text that a POSIX shell takes as it is between double quotes. */
const inDoubleQuotes = (text: string): string => text.replace(/["\\$`]/g, '\\$&');

/** A word that a POSIX shell takes as it is. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
