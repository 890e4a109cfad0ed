import table from './runtimes.json' with { type: 'json' };

/** When a runtime is deprecated, can no longer be chosen for a new function, and can no longer be updated. */
export interface RuntimeDates {
  readonly deprecated: string;
  readonly 'create-block': string | null;
  readonly 'update-block': string | null;
  readonly successor: string | null;
}

/** Every runtime that Lambda has or had, by identifier. */
export const runtimes: ReadonlyMap<string, RuntimeDates> = new Map(Object.entries(table));
