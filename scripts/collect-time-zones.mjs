// Writes the names of the time zones of the IANA database to src/lint/facts/events/time-zones.json, with the release they
// are of. They change once a year or less, so this runs by hand, with the network, when the data are to be renewed:
// node scripts/collect-time-zones.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'time-zones-'));
try {
  execFileSync('npm', ['install', '--silent', '--ignore-scripts', '--prefix', folder, 'tzdata'], { stdio: 'inherit' });
  const { version, zones } = JSON.parse(readFileSync(join(folder, 'node_modules/tzdata/timezone-data.json'), 'utf8'));
  const names = Object.keys(zones).sort();
  const target = new URL('../src/lint/facts/events/time-zones.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify({ release: version, names: names.join(' ') }, null, 2)}\n`);
  console.log(`${names.length} time zones of ${version}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
