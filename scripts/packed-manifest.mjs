// The package.json of the package has no scripts: they are for a clone, and npm asks before it installs a package from a file
// that has some. `npm pack` and `npm publish` put it in the place of that of the clone, and with `--restore` that one back.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const place = 'package.json';
const kept = 'node_modules/.cache/package.json';

if (process.argv[2] === '--restore') {
  if (existsSync(kept)) renameSync(kept, place);
} else {
  const text = readFileSync(place, 'utf8');
  const { scripts, ...manifest } = JSON.parse(text);
  // Without scripts it is the one of the package already: packing was interrupted.
  if (scripts !== undefined) {
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, text);
    writeFileSync(place, `${JSON.stringify(manifest, null, 2)}\n`);
  }
}
