/** Bundles the command before the tests, so that none of them runs an older one. */
export default async (): Promise<void> => {
  await import('../scripts/bundle.mjs' as string);
};
