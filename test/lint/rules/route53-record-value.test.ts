import { route53RecordValue } from '../../../src/lint/rules/route53-record-value.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const record = (type: string, records: string) => `Resources:
  Name:
    Type: AWS::Route53::RecordSet
    Properties:
      Type: ${type}
      ResourceRecords: ${records}
`;
const group = (type: string, records: string) => `Resources:
  Names:
    Type: AWS::Route53::RecordSetGroup
    Properties:
      RecordSets:
        - {Type: ${type}, ResourceRecords: ${records}}
`;
const long = `'"${'a'.repeat(256)}"'`;

tester.run(route53RecordValue, {
  valid: [
    record('NAPTR', `['100 50 "u" "SIP+D2U" "!^.*$!sip:a\\.b@example.com!" .']`),
    record('DS', "['123 4 5 1A2B 3C4D']"),
    record('A', '[192.0.2.1, 192.0.2.2]'),
    record('A', '[192.0.2.1, !GetAtt Address.PublicIp, "${address}"]'),
    record('AAAA', "['2001:db8::1', '::', '::ffff:192.0.2.1', '1:2:3:4:5:6:7:8']"),
    record('CAA', `['0 issue "ca.example.com"']`),
    record('CNAME', '[www.example.com]'),
    record('CNAME', '!If [C, [a.example.com], [b.example.com]]'),
    record('MX', "['10 mail.example.com']"),
    record('TXT', `['"a"', '"a" "b"', '"a \\" b"', '"${'a'.repeat(255)}"']`),
    record('SRV', "['1 10 5269 xmpp.example.com']"),
    record('!Ref Type', '[a]'),
  ],
  invalid: [
    marked(record('SRV', "[‹'1 10 xmpp.example.com'›, ‹'1 10 70000 xmpp.example.com'›]"), 'srv'),
    marked(record('NAPTR', `[‹'100 50 u'›]`), 'naptr'),
    marked(record('DS', "[‹'123 4 5'›]"), 'ds'),
    marked(record('A', '[192.0.2.1, 192.0.2.2, ‹192.0.2.1›]'), { messageId: 'twice', level: 'warning' }),
    {
      template: record('A', "['192.0.2.256', example.com, '192.0.2.1 ']"),
      problems: [
        { messageId: 'a', line: 6, column: 25 },
        { messageId: 'a', line: 6, column: 40 },
        { messageId: 'a', line: 6, column: 53 },
      ],
    },
    {
      template: group('AAAA', "['1:2:3:4:5:6:7', '1::2::3', '1:2:3:4:5:6:7:8::', '192.0.2.1', '::1.2.3.']"),
      problems: [42, 59, 70, 91, 104].map((column) => ({ messageId: 'aaaa', line: 6, column })),
    },
    {
      template: record('CAA', `['1 issue "ca.example.com"', '0 issue ca.example.com']`),
      problems: [
        { messageId: 'caa', line: 6, column: 25 },
        { messageId: 'caa', line: 6, column: 53 },
      ],
    },
    {
      template: record('CNAME', '[no name, b.example.com]'),
      problems: [
        { messageId: 'single', line: 6, column: 24, data: { count: 2 } },
        { messageId: 'domain', line: 6, column: 25 },
      ],
    },
    {
      template: record('MX', "[mail.example.com, '65536 mail.example.com']"),
      problems: [
        { messageId: 'mx', line: 6, column: 25 },
        { messageId: 'mx', line: 6, column: 43 },
      ],
    },
    {
      template: record('TXT', `[proof, '"open', ${long}]`),
      problems: [
        { messageId: 'quotes', line: 6, column: 25 },
        { messageId: 'quotes', line: 6, column: 32 },
        { messageId: 'long', line: 6, column: 41 },
      ],
    },
  ],
});
