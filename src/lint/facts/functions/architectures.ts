/** The instruction sets of Lambda. */
export const architectures: ReadonlySet<string> = new Set(['x86_64', 'arm64']);
