// Compiles the JSON Schemas that the command checks files with: a short-lived process cannot afford to do it.
// Usage: node scripts/compile-schemas.mjs [folder]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const folder = process.argv[2] ?? 'src/cli/generated';
const schema = JSON.parse(readFileSync('schemas/synth.config.schema.json', 'utf8'));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true, code: { source: true, esm: true } });
const code = standalone.default(ajv, ajv.compile(schema));
mkdirSync(folder, { recursive: true });
const head = '// Made by scripts/compile-schemas.mjs from schemas/synth.config.schema.json; not written by hand.\n';
writeFileSync(join(folder, 'validate-config.js'), head + code);
writeFileSync(
  join(folder, 'validate-config.d.ts'),
  `${head}import type { ValidateFunction } from 'ajv';\ndeclare const validate: ValidateFunction;\nexport default validate;\n`,
);
