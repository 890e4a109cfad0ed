// Writes src/policies/generated/managed.ts: the paths of all AWS managed policies, out of iam-floyd.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { AwsManagedPolicy } = createRequire(import.meta.url)(
  'iam-floyd/lib/generated/aws-managed-policies/iam-floyd.js',
);

const folders = new Map();
for (const path of Object.values(AwsManagedPolicy)) {
  const [, folder, name] = /^(.*\/)?([^/]+)$/.exec(path);
  folders.set(folder ?? '', [...(folders.get(folder ?? '') ?? []), name]);
}
const lines = [...folders.keys()].sort().map((folder) => `  '${folder}': ' ${folders.get(folder).sort().join(' ')} ',`);

writeFileSync(
  new URL('../src/policies/generated/managed.ts', import.meta.url),
  `// Made by scripts/managed-policies.mjs; do not edit.

/** The names of AWS managed policies by their path, each name between two spaces. */
export const managedPolicies: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);
