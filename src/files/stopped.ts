const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const cleanUps = new Set<() => void>();

/**
 * Has something cleaned up when the process receives a signal to stop; the latest registration runs first.
 * @returns takes it back
 */
export const whenStopped = (cleanUp: () => void): (() => void) => {
  if (cleanUps.size === 0) for (const signal of signals) process.on(signal, stop);
  cleanUps.add(cleanUp);
  return () => {
    if (cleanUps.delete(cleanUp) && cleanUps.size === 0) listenNoMore();
  };
};

const listenNoMore = (): void => {
  for (const signal of signals) process.off(signal, stop);
};

const stop = (signal: NodeJS.Signals): void => {
  for (const cleanUp of [...cleanUps].reverse()) {
    try {
      cleanUp();
    } catch {
      // The rest is cleaned up all the same, and the process ends.
    }
  }
  listenNoMore();
  process.kill(process.pid, signal);
};
