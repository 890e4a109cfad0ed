import type { Shape } from './builders.ts';
import { events } from './events.ts';
import { functions } from './functions.ts';
import { crowded } from './resources.ts';
import { texts } from './texts.ts';
import { written } from './written.ts';

export type { Shape } from './builders.ts';

export const shapes: readonly Shape[] = [...events, ...crowded, ...functions, ...written, ...texts];
