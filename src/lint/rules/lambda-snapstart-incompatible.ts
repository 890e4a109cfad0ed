import { defineRule } from '../../model/rule.ts';
import { functionLinks } from '../facts/functions/links.ts';
import { appliesSnapStart } from '../facts/functions/snapstart.ts';

const largestStorage = 512;

export const lambdaSnapstartIncompatible = defineRule({
  id: 'lambda-snapstart-incompatible',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'SnapStart combined with an unsupported feature',
  description:
    'SnapStart excludes provisioned concurrency, Amazon EFS, more than 512 MB of `/tmp`, container images and tenant isolation.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html',
  supersedes: ['unsupported-with-tenancy'],
  messages: { excluded: 'SnapStart excludes {feature}; remove one of them.' },
  example: {
    in: 'packed-function',
    fails: `
Runtime: python3.13
SnapStart: {ApplyOn: PublishedVersions}
AutoPublishAlias: live
EphemeralStorage: {Size: ‹1024›}`,
    passes: `
Runtime: python3.13
SnapStart: {ApplyOn: PublishedVersions}
AutoPublishAlias: live
EphemeralStorage: {Size: 512}`,
  },
  on: ['AWS::Lambda::Function'],
  reads: ['SnapStart'],
  check(fn, cx) {
    const snapStart = appliesSnapStart(fn);
    if (!snapStart) return;
    const report = (feature: string, at = snapStart.at, related = snapStart.at) =>
      cx.report('excluded', at, { data: { feature }, related: [related] });
    if (!fn.lacks('FileSystemConfigs', '*')) report('file systems', fn.keyPlace('FileSystemConfigs'));
    if (!fn.lacks('TenancyConfig')) {
      report('tenant isolation', fn.keyPlace('TenancyConfig'), fn.keyPlace('SnapStart'));
    }
    for (const { value, at } of fn.strings('PackageType')) if (value === 'Image') report('container images', at);
    for (const { value, at } of fn.numbers('EphemeralStorage', 'Size')) {
      if (value > largestStorage) report(`more than ${largestStorage} MB of /tmp`, at);
    }
    const { aliases = [], versions = [] } = functionLinks(cx).get(fn.id) ?? {};
    for (const node of [...aliases, ...versions]) {
      if (!node.lacks('ProvisionedConcurrencyConfig')) {
        report('provisioned concurrency', node.keyPlace('ProvisionedConcurrencyConfig'));
      }
    }
  },
});
