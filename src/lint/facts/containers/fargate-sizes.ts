/**
 * The memory in MiB that goes with the CPU units of a task, as first, last and step.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
const sizes: ReadonlyMap<number, readonly [first: number, last: number, step: number]> = new Map([
  [512, [1024, 4096, 1024]],
  [1024, [2048, 8192, 1024]],
  [2048, [4096, 16_384, 1024]],
  [4096, [8192, 30_720, 1024]],
  [8192, [16_384, 61_440, 4096]],
  [16_384, [32_768, 122_880, 8192]],
]);

/** What memory in MiB a task on Fargate can have; undefined where there are no such CPU units. */
export const fargateMemory = (cpu: number): readonly number[] | undefined => {
  if (cpu === 256) return [512, 1024, 2048];
  const size = sizes.get(cpu);
  if (!size) return undefined;
  const [first, last, step] = size;
  return Array.from({ length: (last - first) / step + 1 }, (_, at) => first + at * step);
};

/** Sizes in words: `512, 1024 or 2048 MiB`, `8192 to 30720 MiB in steps of 1024`. */
export const memoryText = (sizes: readonly number[]): string =>
  sizes.length <= 4
    ? `${sizes.slice(0, -1).join(', ')} or ${sizes.at(-1)} MiB`
    : `${sizes[0]} to ${sizes.at(-1)} MiB in steps of ${sizes[1]! - sizes[0]!}`;

/** CPU units of a text: `256` or `.25 vCPU`. */
export const units = (text: string): number | undefined => scaled(text, 'vcpu');

/** MiB of a text: `512` or `0.5 GB`. */
export const mebibytes = (text: string): number | undefined => scaled(text, 'gb');

/** A number, or one in a unit of 1,024. */
const scaled = (text: string, unit: string): number | undefined => {
  const [, number, found] = /^(\d{0,9}\.?\d{1,9})(?:\s*([a-z]+))?$/i.exec(text.trim()) ?? [];
  if (number === undefined || (found !== undefined && found.toLowerCase() !== unit)) return undefined;
  return found === undefined ? Number(number) : Number(number) * 1024;
};
