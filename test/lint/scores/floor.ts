import { readFileSync, writeFileSync } from 'node:fs';

const floorsFile = 'test/lint/scores/floors.json';

type Floors = Record<string, Record<string, number>>;

/**
 * By how much the numbers of a score are below their floors, all together; says which are. With `raise`, floors that are
 * lower than the score are lifted to it.
 */
export const belowFloors = (command: string, score: Readonly<Record<string, number>>, raise: boolean): number => {
  const floors = JSON.parse(readFileSync(floorsFile, 'utf8')) as Floors;
  const own = floors[command] ?? {};
  let below = 0;
  for (const [name, value] of Object.entries(score)) {
    const floor = own[name] ?? 0;
    if (value < floor) {
      console.log(`below the floor: ${value} ${name}, the floor is ${floor}`);
      below += floor - value;
    } else if (raise) own[name] = value;
  }
  if (raise && below === 0) writeFileSync(floorsFile, `${JSON.stringify({ ...floors, [command]: own }, null, 2)}\n`);
  return below;
};
