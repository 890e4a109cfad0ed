import { readFileSync, writeFileSync } from 'node:fs';

const floorsFile = 'test/lint/scores/floors.json';

type Floors = Record<string, Record<string, number>>;

/**
 * Whether each number of a score is at least its floor; says which is not. With `raise`, floors that are lower than the
 * score are lifted to it.
 */
export const holdsFloor = (command: string, score: Readonly<Record<string, number>>, raise: boolean): boolean => {
  const floors = JSON.parse(readFileSync(floorsFile, 'utf8')) as Floors;
  const own = floors[command] ?? {};
  let holds = true;
  for (const [name, value] of Object.entries(score)) {
    const floor = own[name] ?? 0;
    if (value < floor) {
      console.log(`below the floor: ${value} ${name}, the floor is ${floor}`);
      holds = false;
    } else if (raise) own[name] = value;
  }
  if (raise && holds) writeFileSync(floorsFile, `${JSON.stringify({ ...floors, [command]: own }, null, 2)}\n`);
  return holds;
};
