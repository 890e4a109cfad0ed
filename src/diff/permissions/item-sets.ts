import { overlap } from '../../lint/facts/access/glob.ts';
import { matchesPattern } from './pattern.ts';

/** Some things by patterns, or all but those: `Action`, `NotAction` … of a statement. */
export interface ItemSet {
  readonly patterns: readonly string[];
  /** Whether the patterns are what does not count. */
  readonly isRest: boolean;
}

/** What a statement is about, where it says so by what does not count. */
export interface StatementSets {
  readonly actions: ItemSet;
  readonly resources: ItemSet;
  readonly principals: ItemSet;
  readonly condition: string;
}

export const only = (pattern: string): ItemSet => ({ patterns: [pattern], isRest: false });

/** A set with other texts. */
export const mapItems = ({ patterns, isRest }: ItemSet, change: (pattern: string) => string): ItemSet => ({
  patterns: patterns.map(change),
  isRest,
});

/** The parts of a set that can be looked for one by one. */
export const partsOf = (set: ItemSet): readonly ItemSet[] => (set.isRest ? [set] : set.patterns.map(only));

/** How single patterns compare: whether one takes in all of another one, and whether both have something in common. */
export interface Comparison {
  readonly takesIn: (pattern: string, other: string) => boolean;
  readonly meets: (pattern: string, other: string) => boolean;
}

export const ofActions: Comparison = {
  takesIn: (pattern, other) => matchesPattern(pattern.toLowerCase(), other.toLowerCase()),
  meets: (pattern, other) => overlap(pattern.toLowerCase(), other.toLowerCase()),
};

/** What is known only at the deployment may be anything. */
export const ofResources: Comparison = {
  takesIn: matchesPattern,
  meets: (pattern, other) => {
    const texts = [pattern, other].map((text) => text.replace('${AWS::Partition}', 'aws')) as [string, string];
    return texts.some((text) => text.includes('${')) || overlap(...texts);
  },
};

/** An account and a role may mean the same principal. */
export const ofPrincipals: Comparison = {
  takesIn: (principal, other) => principal === other || principal === 'AWS:*',
  meets: () => true,
};

/** Whether a set surely takes in all of another one. */
export const takesInSet = (set: ItemSet, other: ItemSet, { takesIn, meets }: Comparison): boolean => {
  const isIn = (item: string, patterns: readonly string[]) => patterns.some((each) => takesIn(each, item));
  if (set.isRest && other.isRest) return set.patterns.every((item) => isIn(item, other.patterns));
  if (set.isRest) return !set.patterns.some((each) => other.patterns.some((item) => meets(each, item)));
  if (other.isRest) return isIn('*', set.patterns);
  return other.patterns.every((item) => isIn(item, set.patterns));
};
