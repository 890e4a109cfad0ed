import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isTrue } from '../facts/texts/scalar.ts';

const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** Whether a text is a domain name in lower case; its first part may be an asterisk. */
const isAlias = (text: string): boolean => {
  const labels = text.split('.');
  const named = labels[0] === '*' ? labels.slice(1) : labels;
  return named.length >= 2 && named.every((part) => label.test(part)) && /^[a-z][a-z0-9-]+$/.test(named.at(-1)!);
};

export const cloudfrontAliasName = defineRule({
  id: 'cloudfront-alias-name',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Alias that CloudFront refuses',
  description:
    'The aliases of a distribution are domain names in lower case, such as `www.example.com`, each of them once; an asterisk is allowed only as the whole first part. They need a certificate for these names in `ViewerCertificate`: the one that CloudFront brings is for its own domain only.',
  source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  macros: 'silent',
  messages: {
    wrong: "'{alias}' is not a domain name in lower case, such as www.example.com or *.example.com.",
    twice: "'{alias}' is an alias of the distribution already; name it once.",
    certificate: "Aliases need a certificate of their own; add 'ViewerCertificate' with an 'AcmCertificateArn'.",
  },
  example: {
    in: 'distribution',
    fails: `
Aliases: [‹www.*.example.com›]
ViewerCertificate: {AcmCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0f5e7a0c', SslSupportMethod: sni-only}`,
    passes: `
Aliases: ['*.example.com']
ViewerCertificate: {AcmCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0f5e7a0c', SslSupportMethod: sni-only}`,
  },
  on: ['AWS::CloudFront::Distribution'],
  check(distribution, cx) {
    const aliases = distribution.strings(...path, '*');
    for (const { value, at } of aliases) {
      if (value !== '' && !/\$\{|\{\{/.test(value) && !isAlias(value))
        cx.report('wrong', at, { data: { alias: value } });
    }
    for (const { value, at } of repeated(aliases)) cx.report('twice', at, { data: { alias: value } });
    if (hasAliases(distribution, cx) && hasNoCertificate(distribution, cx)) {
      cx.report('certificate', distribution.keyPlace(...path));
    }
  },
});

const path = ['DistributionConfig', 'Aliases'];

/** Those that stand in the list before, outside of the branches of a condition. */
const repeated = (aliases: readonly Found<string>[]): readonly Found<string>[] => {
  const seen = new Set<string>();
  return aliases.filter(({ value, path }) => {
    if (path.includes('Fn::If')) return false;
    return seen.has(value) || !seen.add(value);
  });
};

const hasAliases = (distribution: ResourceNode, cx: RuleContext): boolean =>
  distribution.all(...path, '*').some(({ value }) => cx.resolve(value) !== '');

/** Whether the distribution certainly has the certificate of CloudFront. */
const hasNoCertificate = (distribution: ResourceNode, cx: RuleContext): boolean => {
  const certificate = ['DistributionConfig', 'ViewerCertificate'];
  if (distribution.lacks(...certificate)) return true;
  const all = distribution.all(...certificate, 'CloudFrontDefaultCertificate');
  return (
    all.length === 1 &&
    distribution.all(...certificate).length === 1 &&
    all.every(({ value }) => isTrue(cx.resolve(value)))
  );
};
