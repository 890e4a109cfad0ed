import type { EventPlugin } from '../model/plugin.ts';
import { sqs } from './sqs/index.ts';

/** Every event source. */
export const eventPlugins: readonly EventPlugin[] = [sqs];
