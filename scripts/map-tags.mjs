// Writes the resource types whose `Tags` are a map, for the compact spec; all others have a list of keys and values.
// Usage: node scripts/map-tags.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';

const database = await loadAwsServiceSpec();
const types = [...database.all('resource')]
  .filter(({ properties: { Tags } }) => Tags?.type.type === 'map' || Tags?.type.type === 'json')
  .map(({ cloudFormationType }) => cloudFormationType)
  .filter((type) => !type.startsWith('AWS::Serverless::'))
  .sort();
const file = fileURLToPath(new URL('../src/spec/lower/map-tags.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(types, null, 2)}\n`);
