import { patternRule } from '../pattern-rule.ts';

/** The older name of `EventBridgeRule`. */
export const cloudWatchEvent = patternRule('CloudWatchEvent');
