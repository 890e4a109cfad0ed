import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { misspelt, table } from './entries.ts';
import type { Check } from './main.ts';

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The page imports the entry as it is in the package, without a bundler, and reads specifications from the same place. */
const page = `<!doctype html><meta charset="utf-8"><script type="module">
import { expand, lint } from '/dist/index.js';
const specs = new Map();
for (const file of ['types.json', 'cloudformation/aws-sqs.json']) specs.set(file, await (await fetch('/dist/specs/' + file)).json());
const found = (options) => lint(${JSON.stringify(misspelt)}, options).problems.map(({ code }) => code).join();
window.result = [
  expand(${JSON.stringify(table)}).template.Resources.T.Type,
  found({}),
  found({ specs: (file) => specs.get(file) }),
].join(' ');
</script>`;

const kinds: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' };

/** The entry for browsers in one. */
export const browser: readonly Check[] = [
  [
    'Chromium imports the entry without a bundler',
    async ({ folder }) => {
      const executablePath = places.find((path) => path !== undefined && existsSync(path));
      if (executablePath === undefined) return 'left out: Chromium is not installed; CHROMIUM=PATH names one';
      const server = createServer(({ url = '/' }, response) => {
        const file = join(folder, 'node_modules/sam-synth', url);
        if (url === '/') response.setHeader('content-type', 'text/html').end(page);
        else if (existsSync(file)) {
          response.setHeader('content-type', kinds[url.split('.').at(-1)!] ?? 'text/plain').end(readFileSync(file));
        } else response.writeHead(404).end();
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const started = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
      try {
        const tab = await started.newPage();
        const errors: string[] = [];
        tab.on('pageerror', (error) => errors.push(String(error)));
        await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
        await tab.waitForFunction('window.result', undefined, { timeout: 20_000 }).catch(() => undefined);
        const result = String(await tab.evaluate('window.result'));
        const wanted = 'AWS::DynamoDB::Table specs-missing cfn-unknown-property';
        return result === wanted ? '' : `${result} ${errors.join(' ')}`;
      } finally {
        await started.close();
        server.close();
      }
    },
  ],
];
