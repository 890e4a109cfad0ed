import { describe, expect, it } from 'vitest';
import { line, linesText, painter } from '../../src/report/painted.ts';

const odd = 'x\u001b[8m\u202e\ny';

describe('a line for a terminal', () => {
  it('has nothing of its parts that controls the terminal, painted or not', () => {
    expect(linesText([line`a ${odd} ${painter(false)(odd, '1')}`, line`b`])).toBe(
      'a x\ufffd[8m\ufffd\ufffdy x\ufffd[8m\ufffd\ufffdy\nb\n',
    );
    expect(line`${painter(true)(odd, '31')}${3}`.text).toBe('\u001b[31mx\ufffd[8m\ufffd\ufffdy\u001b[0m3');
  });

  it('keeps the colours of lines in it', () => {
    const paint = painter(true);
    expect(line`${line`${paint('a', '1')}b`}c`.text).toBe('\u001b[1ma\u001b[0mbc');
  });
});
