// Keeps those of tsc's declarations in dist that an entry of the package reaches, with the names that the modules have once
// they are compiled, and copies them for CommonJS. Part of `npm run build`.
import { readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

const entriesIn = (value) => {
  if (typeof value === 'string') return value.endsWith('.d.ts') ? [join(root, value)] : [];
  return Object.values(value).flatMap(entriesIn);
};

const removeEmpty = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
};

const reached = new Map();
const open = entriesIn(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).exports);
for (let file = open.pop(); file !== undefined; file = open.pop()) {
  if (reached.has(file)) continue;
  const text = readFileSync(file, 'utf8').replace(
    /((?:from|import\()\s*['"])(\.[^'"]+)\.ts(?=['"])/g,
    (_, before, path) => {
      open.push(resolve(dirname(file), `${path}.d.ts`));
      return `${before}${path}.js`;
    },
  );
  reached.set(file, text);
}
for (const name of readdirSync(dist, { recursive: true })) if (/\.d\.c?ts$/.test(name)) rmSync(join(dist, name));
for (const [file, text] of reached) {
  writeFileSync(file, text);
  writeFileSync(file.replace(/ts$/, 'cts'), text.replace(/((?:from|import\()\s*['"]\.[^'"]+)\.js(?=['"])/g, '$1.cjs'));
}
removeEmpty(dist);
