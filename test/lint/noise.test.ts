import { describe, expect, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { median, sampleFigures } from './noise-figures.ts';

const figures = sampleFigures(bundledSpecs);

describe('what is found in templates as people write them', () => {
  it('is no error', () => {
    expect(figures.length).toBeGreaterThan(12);
    expect(figures.filter(({ counts }) => counts.error > 0)).toEqual([]);
  });

  it('is at most one warning and one piece of information in the median template', () => {
    expect(median(figures.map(({ counts }) => counts.warning))).toBeLessThanOrEqual(1);
    expect(median(figures.map(({ counts }) => counts.info))).toBeLessThanOrEqual(1);
  });

  it('is never more than a few of both', () => {
    const most = figures.filter(({ counts }) => counts.warning > 3 || counts.info > 2);
    expect(most.map(({ name, codes }) => [name, ...codes])).toEqual([]);
  });
});
