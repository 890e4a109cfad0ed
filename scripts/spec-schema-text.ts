import { specSchema } from '../src/spec/schema.ts';

/** The JSON Schema of the compact spec as it stands in the file. */
export const schemaText = (): string => `${JSON.stringify(specSchema(), null, 1)}\n`;
