import { expect, it } from 'vitest';
import { canCall } from '../../src/review/can-call.ts';
import { graphOf } from '../../src/review/graph.ts';
import { review } from '../../src/review/index.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';

it('answers as the picture is drawn, in all conformance templates', () => {
  const wrong: string[] = [];
  let drawn = 0;
  for (const { name, template } of readCases(casesFolder().folder)) {
    const { review: found } = review(template, {
      parameters: { param1: 'value1', param2: 'value2' },
      resolveApplication: () => 'https://example.com/application.yaml',
    });
    const edges = found ? graphOf(found.side).edges.filter(({ from }) => from !== '(internet)') : [];
    for (const { from, to } of edges) {
      drawn++;
      const isPermitted = edges.some((edge) => edge.from === from && edge.to === to && edge.permitted);
      const { answer, text } = canCall(found!, from, to);
      if ((answer !== 'no') !== isPermitted) wrong.push(`${name}: ${text}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(drawn).toBeGreaterThan(0);
});
