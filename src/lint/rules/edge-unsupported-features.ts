import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isMap } from '../../model/tree.ts';
import { edgeFunctions } from '../facts/functions/edge-associations.ts';
import { functionLinks } from '../facts/functions/links.ts';
import { isInVpc } from '../facts/functions/vpc.ts';
import { trustedServices } from '../facts/policies/trust.ts';

const defaultStorage = 512;
const services = ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'];

interface Use {
  readonly feature: string;
  readonly at: Cause | undefined;
  /** Not documented in so many words. */
  readonly doubtful?: boolean;
}

export const edgeUnsupportedFeatures = defineTemplateRule({
  id: 'edge-unsupported-features',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::CloudFront::Distribution'],
  title: 'Function feature not supported by Lambda@Edge',
  description:
    'A function that CloudFront runs is a zip package for Node.js or Python on x86_64, without environment variables, VPC, layers, provisioned concurrency, dead-letter queue, active tracing and pinned runtime updates; its role trusts `edgelambda.amazonaws.com` beside `lambda.amazonaws.com`. File systems, a KMS key and more than 512 MB of temporary storage are a warning.',
  source:
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  messages: {
    feature: "'{fn}' is run by CloudFront ('{distribution}'), which does not support {feature}.",
    trust: "'{fn}' is run by CloudFront ('{distribution}'), so its role '{role}' must trust {service}.",
  },
  example: {
    in: 'edge-function',
    fails: `
Timeout: 5
Environment: {‹Variables›: {TABLE: orders}}`,
    passes: 'Timeout: 5',
  },
  check(cx) {
    for (const [fn, [association]] of edgeFunctions(cx)) {
      const { distribution, arn } = association!;
      const data = { fn: fn.id, distribution: distribution.id };
      const related = [arn.at];
      for (const { feature, at, doubtful } of unsupported(fn, cx)) {
        const level = doubtful ? { level: 'warning' as const } : {};
        cx.report('feature', at, { data: { ...data, feature }, related, logicalId: fn.id, ...level });
      }
      const role = cx.target(fn.get('Role'));
      const trusted = role?.type === 'AWS::IAM::Role' ? trustedServices(role, cx) : undefined;
      for (const service of trusted ? services : []) {
        if (trusted!.services.has(service) || !trusted!.complete) continue;
        const name = 'AssumeRolePolicyDocument';
        const at = keyInSource(cx.written(fn.id), name) ?? role!.keyPlace(name);
        cx.report('trust', at, { data: { ...data, role: role!.id, service }, related, logicalId: fn.id });
      }
    }
  },
});

/** The key of a property that the expansion puts elsewhere. */
const keyInSource = (written: ResourceNode | undefined, name: string): Cause | undefined =>
  written && !written.lacks(name) ? written.keyPlace(name) : undefined;

function* unsupported(fn: ResourceNode, cx: RuleContext): Generator<Use> {
  const variables = fn
    .all('Environment', 'Variables')
    .find(({ value }) => !isMap(value) || Object.keys(value).length > 0);
  if (variables) yield { feature: 'environment variables', at: fn.keyPlace(...variables.path) };
  if (isInVpc(fn)) yield { feature: 'a VPC', at: fn.keyPlace('VpcConfig') };
  if (!fn.lacks('Layers', '*')) yield { feature: 'layers', at: fn.keyPlace('Layers') };
  for (const { value, at } of fn.strings('PackageType')) {
    if (value === 'Image') yield { feature: 'container images', at };
  }
  for (const { value, at } of fn.strings('Architectures', '*')) if (value === 'arm64') yield { feature: 'arm64', at };
  for (const { value, at } of fn.strings('Runtime')) {
    if (!/^(nodejs|python)/.test(value)) yield { feature: `the runtime ${value} (only Node.js and Python)`, at };
  }
  const { aliases = [], versions = [] } = functionLinks(cx).get(fn.id) ?? {};
  for (const node of [...aliases, ...versions]) {
    if (node.lacks('ProvisionedConcurrencyConfig')) continue;
    yield { feature: 'provisioned concurrency', at: node.keyPlace('ProvisionedConcurrencyConfig') };
  }
  if (!fn.lacks('DeadLetterConfig', 'TargetArn')) {
    const at = keyInSource(cx.written(fn.id), 'DeadLetterQueue') ?? fn.keyPlace('DeadLetterConfig');
    yield { feature: 'dead-letter queues', at };
  }
  for (const { value, at } of fn.strings('TracingConfig', 'Mode')) {
    if (value === 'Active') yield { feature: 'active tracing', at };
  }
  for (const { value, at } of fn.strings('RuntimeManagementConfig', 'UpdateRuntimeOn')) {
    if (value !== 'Auto') yield { feature: `runtime updates other than 'Auto'`, at };
  }
  for (const { value, at } of fn.numbers('EphemeralStorage', 'Size')) {
    if (value > defaultStorage) yield { feature: 'more than 512 MB of temporary storage', at, doubtful: true };
  }
  if (!fn.lacks('FileSystemConfigs', '*')) {
    yield { feature: 'file systems', at: fn.keyPlace('FileSystemConfigs'), doubtful: true };
  }
  if (!fn.lacks('KmsKeyArn')) yield { feature: 'a KMS key', at: fn.keyPlace('KmsKeyArn'), doubtful: true };
}
