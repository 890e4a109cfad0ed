// npm run bench [-- startup | conformance | compact | growth | routes | rules | diff | pack | snapshots …]: all of them without a name.
const benches = {
  startup: () => import('./startup.ts'),
  conformance: () => import('./conformance.ts'),
  compact: () => import('./compact.ts'),
  growth: () => import('./growth.ts'),
  routes: () => import('./routes.ts'),
  rules: () => import('./rules.ts'),
  diff: () => import('./diff.ts'),
  pack: () => import('./pack.ts'),
  snapshots: () => import('./snapshots.ts'),
};

const names = process.argv.slice(2);
const wanted = names.length === 0 ? Object.keys(benches) : names;
for (const name of wanted) {
  const load = benches[name as keyof typeof benches];
  if (!load) {
    console.error(`There is no bench '${name}': ${Object.keys(benches).join(', ')}.`);
    process.exitCode = 2;
    continue;
  }
  console.log(`\n${name}`);
  await (await load()).default();
}
