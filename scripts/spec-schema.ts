// Writes the JSON Schema of the compact spec from the declarations of its keys. Usage: npm run spec-schema
import { writeFileSync } from 'node:fs';
import { schemaText } from './spec-schema-text.ts';

writeFileSync('schemas/synth.schema.json', schemaText());
