import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** As the SAM CLI looks for it. */
const names = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'];

/** The configuration of the SAM CLI in one of some folders. */
export const findSamConfig = (folders: readonly string[]): string | undefined =>
  folders.flatMap((folder) => names.map((name) => normalize(join(folder, name)))).find((file) => existsSync(file));
