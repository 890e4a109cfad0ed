// Builds the package after it was installed from its repository. `npm install -g git+…`, which is how pre-commit installs a
// hook, has npm install the tools of the build globally as well, where the build does not find them: they are installed first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const npm = process.env.npm_execpath;
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|location)$/i.test(name)),
);

const run = (...args) => {
  const [file, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const { status } = spawnSync(file, [...first, ...args], { env, stdio: 'inherit', shell: npm === undefined });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync('node_modules/typescript')) run('ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund');
run('run', '--silent', 'build');
