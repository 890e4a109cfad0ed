// Refuses to publish what is not ready: `npm publish` runs it first.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { version, repository } = JSON.parse(readFileSync('package.json', 'utf8'));
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const plain = (url) => url.replace(/^git\+|\.git$/g, '').replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/');

const faults = [];
if (plain(git('remote', 'get-url', 'origin')) !== plain(repository.url))
  faults.push(`'repository' of package.json is ${repository.url}, which is not where this clone comes from.`);
if (
  !new RegExp(`^## ${version.replaceAll('.', '\\.')} \\(\\d{4}-\\d{2}-\\d{2}\\)$`, 'm').test(
    readFileSync('CHANGELOG.md', 'utf8'),
  )
)
  faults.push(`CHANGELOG.md has no section '## ${version} (YYYY-MM-DD)'.`);
if (git('status', '--porcelain') !== '') faults.push('There are changes that are not committed.');
if (!readFileSync('.pre-commit-hooks.yaml', 'utf8').includes(`sam-synth@${version} `))
  faults.push(`.pre-commit-hooks.yaml does not install sam-synth@${version}.`);
if (!readFileSync('src/starters/published.ts', 'utf8').includes('isPublished: boolean = true'))
  faults.push(
    "src/starters/published.ts says that this version is not in npm's registry; projects of 'synth init' say so, too.",
  );
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
