import { edgeLimits } from '../../../src/lint/rules/edge-limits.ts';
import { distribution, edgeFunction } from '../edge.ts';
import { tester } from '../tester.ts';

const template = (lines: string[], event?: string) => distribution('!Ref Fn.Version', edgeFunction(...lines), event);
const sizes = { packed: () => 60_000_000, unpacked: () => 100_000_000 };

tester.run(edgeLimits, {
  valid: [
    template(['Timeout: 30', 'MemorySize: 3008']),
    distribution('!Ref Other', edgeFunction('Timeout: 900')),
    { template: template(['Timeout: 30'], 'origin-response'), options: { strictViewer: true } },
  ],
  invalid: [
    {
      template: template(['Timeout: 31']),
      problems: [{ messageId: 'time', line: 19, column: 16, data: { value: 31, maximum: 30 } }],
      output: template(['Timeout: 30']),
    },
    {
      template: template(['Timeout: 6', 'MemorySize: 129'], 'viewer-request'),
      options: { strictViewer: true },
      problems: [
        { messageId: 'memory', line: 20, column: 19, data: { value: 129, maximum: 128 } },
        { messageId: 'time', line: 19, column: 16, data: { value: 6, maximum: 5 } },
      ],
      output: template(['Timeout: 5', 'MemorySize: 128'], 'viewer-request'),
    },
    {
      template: template(['CodeUri: src/']).replace('      InlineCode: x\n', ''),
      sizes,
      problems: [{ messageId: 'size', line: 18, column: 16, data: { value: 60_000_000, path: 'src/' } }],
    },
    {
      template: template(['Timeout: 30', 'MemorySize: 127']),
      problems: [{ messageId: 'memory', line: 20, column: 19, data: { value: 127, minimum: 128 } }],
      output: template(['Timeout: 30', 'MemorySize: 128']),
    },
  ],
});
