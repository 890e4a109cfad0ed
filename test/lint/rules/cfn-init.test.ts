import { cfnInit } from '../../../src/lint/rules/cfn-init.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const init = (content: string) => `Parameters: {Set: {Type: String}}
Resources:
  Web:
    Type: AWS::EC2::Instance
    Metadata: {AWS::CloudFormation::Init: ${content}}
`;

tester.run(cfnInit, {
  valid: [
    init(
      '{config: {packages: {yum: {httpd: []}}, services: {systemd: {httpd: {enabled: true, ensureRunning: "true"}}}}}',
    ),
    init(
      '{configSets: {all: [a, {ConfigSet: some}], some: [b]}, a: {commands: {one: {command: ls, test: "true"}}}, b: {}}',
    ),
    init(
      '{config: {files: {/a: {content: a, mode: "000644"}}, sources: {/b: https://example.com/b.zip}, groups: {a: {gid: "1"}}}}',
    ),
    init('{config: {commands: !Ref Set, services: {sysvinit: {httpd: {enabled: !Ref Set}}}}}'),
    'Resources: {Web: {Type: AWS::EC2::Instance, Metadata: {Any: 1}}}',
  ],
  invalid: [
    marked(init('‹[]›'), { messageId: 'form', data: { name: 'AWS::CloudFormation::Init', found: 'a list' } }),
    marked(init('{config: ‹a›}'), { messageId: 'form', data: { form: 'a map', found: "'a'" } }),
    marked(init('{configSets: {all: [a, ‹b›]}, a: {}}'), {
      messageId: 'config',
      data: { set: 'all', name: 'b', known: 'a' },
    }),
    marked(init('{configSets: {all: [‹{ConfigSet: some}›]}, a: {}}'), { messageId: 'set', data: { name: 'some' } }),
    marked(init('{configSets: {all: ‹a›}, a: {}}'), { messageId: 'form', data: { form: 'a list of configs' } }),
    marked(init('{config: {commands: {‹one›: {cwd: /}}}}'), { messageId: 'command', data: { name: 'one' } }),
    marked(init('{config: {services: {systemd: {httpd: {enabled: ‹maybe›}}}}}'), 'form'),
    marked(init('{config: {‹package›: {}, packages: {‹pip›: {}}, files: {/a: {‹contents›: a}}}}'), [
      { messageId: 'key', level: 'warning', data: { key: 'package', near: " Did you mean 'packages'?" } },
      { messageId: 'key', level: 'warning' },
      { messageId: 'key', level: 'warning', data: { name: '/a', near: " Did you mean 'content'?" } },
    ]),
  ],
});
