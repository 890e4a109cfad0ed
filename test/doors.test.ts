import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** One row of the table in docs/architecture.md: a folder or file of src, and what it may import. */
interface Room {
  readonly path: string;
  /** Rooms of one row are one room with several doors. */
  readonly row: number;
  /** Folders of src; undefined when it may import everything. */
  readonly mayImport: readonly string[] | undefined;
}

const namesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);

const readRooms = (): Room[] => {
  const rows = readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| (`src\/[^|]+) \|[^|]*\|([^|]*)\|$/gm);
  return [...rows].flatMap(([, paths, imports], row) =>
    namesIn(paths!).map((path) => ({
      path,
      row,
      mayImport: imports!.trim() === 'everything' ? undefined : namesIn(imports!).map((name) => `src/${name}`),
    })),
  );
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

const rooms = readRooms();
const files = filesBelow('src').filter((file) => file.endsWith('.ts'));

const isIn = (file: string, path: string): boolean => file === path || file.startsWith(`${path}/`);

/** The innermost room of a file. */
const roomOf = (file: string): Room | undefined =>
  rooms.filter(({ path }) => isIn(file, path)).sort((left, right) => right.path.length - left.path.length)[0];

/** A source without comments and without the contents of its texts, import paths aside. */
const codeOf = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/(?<!from |import |import\()(['"])(?:(?!\1)[^\\\n]|\\.)*\1/g, "''");

const importsOf = (file: string): string[] =>
  [...codeOf(file).matchAll(/(?:\bfrom |\bimport |\bimport\()'([^']+)'/g)].map(([, path]) => path!);

const localImportsOf = (file: string): string[] =>
  importsOf(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => normalize(join(dirname(file), path)));

describe('the doors between the folders', () => {
  it('are all on the plan, and the plan has no room that is not there', () => {
    expect(rooms.length).toBeGreaterThan(9);
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(rooms.filter((room) => !files.some((file) => roomOf(file) === room)).map(({ path }) => path)).toEqual([]);
    const targets = rooms.flatMap(({ mayImport }) => mayImport ?? []);
    expect(targets.filter((target) => !files.some((file) => isIn(file, target)))).toEqual([]);
  });

  it.each(rooms)('$path', (room) => {
    const own = files.filter((file) => roomOf(file) === room);
    expect(own).not.toEqual([]);
    if (room.mayImport === undefined) return;
    const wrong = own.flatMap((file) =>
      localImportsOf(file)
        .filter((target) => target.startsWith('src/'))
        .filter((target) => roomOf(target)?.row !== room.row && !room.mayImport!.some((path) => isIn(target, path)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lead to files that are there', () => {
    const wrong = files.flatMap((file) =>
      localImportsOf(file).filter((target) => !/\.json$|\/generated\//.test(target) && !files.includes(target)),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(['src/events', 'src/resources'])('siblings in %s', (parent) => {
  const own = files.filter((file) => isIn(file, parent));
  /** The folder of a plugin; undefined for the files that plugins share. */
  const plugin = (file: string): string | undefined => /^[^/]+(?=\/)/.exec(file.slice(parent.length + 1))?.[0];

  it('do not import each other', () => {
    expect(new Set(own.map(plugin)).size).toBeGreaterThan(2);
    const wrong = own
      .filter((file) => file !== `${parent}/index.ts`)
      .flatMap((file) =>
        localImportsOf(file)
          .filter((target) => isIn(target, parent) && plugin(target) !== undefined && plugin(target) !== plugin(file))
          .map((target) => `${file} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe('the machine', () => {
  const mayTouch = (file: string): boolean => ['src/cli', 'src/files', 'src/builders'].some((room) => isIn(file, room));

  it('is touched by the command and the rooms of files and builders only', () => {
    const touching = files.filter(
      (file) =>
        importsOf(file).some((path) => path.startsWith('node:')) ||
        /\b(?:process|console|Buffer)\s*\./.test(codeOf(file)),
    );
    expect(touching.filter((file) => !mayTouch(file))).toEqual([]);
    expect(touching).toContain('src/files/reader.ts');
    expect(touching).toContain('src/cli/streams.ts');
  });

  it('is not asked for the time, the locale or a random number', () => {
    const asking = files.filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\.toLocale[A-Z]\w*\(|\.localeCompare\(|\bIntl\./.test(
        codeOf(file),
      ),
    );
    expect(asking.filter((file) => !mayTouch(file))).toEqual([]);
  });
});
