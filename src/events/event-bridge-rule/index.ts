import { patternRule } from '../pattern-rule.ts';

export const eventBridgeRule = patternRule('EventBridgeRule');
