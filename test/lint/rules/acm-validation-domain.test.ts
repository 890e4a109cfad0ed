import { acmValidationDomain } from '../../../src/lint/rules/acm-validation-domain.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const certificate = (option: string) => `Parameters: {Above: {Type: String}}
Conditions: {Own: !Equals [!Ref Above, own]}
Resources:
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: shop.example.com
      DomainValidationOptions: [{${option}}]
`;

tester.run(acmValidationDomain, {
  valid: [
    certificate('DomainName: shop.example.com, ValidationDomain: example.com'),
    certificate('DomainName: shop.example.com, ValidationDomain: Shop.Example.com'),
    certificate("DomainName: '*.shop.example.com', ValidationDomain: shop.example.com"),
    certificate('DomainName: shop.example.com, ValidationDomain: !Ref Above'),
    certificate("DomainName: '${name}.example.com', ValidationDomain: example.org"),
    certificate('DomainName: shop.example.com, HostedZoneId: Z1'),
  ],
  invalid: [
    marked(certificate('DomainName: shop.example.com, ValidationDomain: ‹example.org›'), {
      messageId: 'other',
      data: { domain: 'shop.example.com', found: 'example.org' },
    }),
    marked(certificate('DomainName: shop.example.com, ValidationDomain: ‹op.example.com›'), 'other'),
    marked(
      certificate('DomainName: shop.example.com, ValidationDomain: !If [Own, ‹example.org›, example.com]'),
      'other',
    ),
  ],
});
