import { defineRule } from '../../model/rule.ts';
import { get, isString } from '../../model/tree.ts';
import { entryChoices, isPlainMap } from '../facts/templates/choices.ts';

export const acmValidationDomain = defineRule({
  id: 'acm-validation-domain',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Certificate validated by another domain',
  description:
    'ACM sends the mail that validates a certificate to addresses of the `ValidationDomain`, which is the `DomainName` itself or a domain above it: `example.com` for `shop.example.com`. It refuses others.',
  source: 'https://docs.aws.amazon.com/acm/latest/APIReference/API_DomainValidationOption.html',
  macros: 'silent',
  messages: {
    other: "'{domain}' can be validated by itself or by a domain above it; '{found}' is neither.",
  },
  example: {
    in: 'resources',
    fails: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: shop.example.com
    DomainValidationOptions: [{DomainName: shop.example.com, ValidationDomain: ‹example.org›}]
`,
    passes: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: shop.example.com
    DomainValidationOptions: [{DomainName: shop.example.com, ValidationDomain: example.com}]
`,
  },
  on: ['AWS::CertificateManager::Certificate'],
  reads: ['DomainValidationOptions'],
  check(certificate, cx) {
    for (const { value: option, at } of certificate.all('DomainValidationOptions', '*')) {
      const domain = isPlainMap(option) ? get(option, 'DomainName') : undefined;
      if (!isString(domain) || !isWritten(domain)) continue;
      for (const { value: found, at: place } of entryChoices(option, 'ValidationDomain', at)) {
        if (!isString(found) || !isWritten(found) || isWithin(domain, found)) continue;
        cx.report('other', place, { data: { domain, found } });
      }
    }
  },
});

const isWritten = (text: string): boolean => !/\$\{|\{\{/.test(text);

const isWithin = (domain: string, above: string): boolean =>
  `.${domain.toLowerCase().replace(/^\*\./, '')}`.endsWith(`.${above.toLowerCase()}`);
