/** How many milliseconds of a processor something takes, whatever else the machine does. */
export const processorTime = (act: () => unknown): number => {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
