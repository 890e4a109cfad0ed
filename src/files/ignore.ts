import ignore, { type Ignore } from 'ignore';
import { isScratch } from './scratch.ts';

/** The file that says, with the rules of .gitignore, what is not part of the code. */
export const ignoreFile = '.synthignore';

/**
 * What never belongs to code: what version control and file managers keep for themselves, what synth, SAM and CDK write,
 * and Python's compiled files, which are good only beside sources of the same time. A `.synthignore` can take a name
 * back: `!__pycache__`.
 */
export const neverPackaged: readonly string[] = [
  '.git',
  '.hg',
  '.svn',
  '.DS_Store',
  'Thumbs.db',
  '__pycache__',
  '.aws-sam',
  'cdk.out',
  'synth.out',
  ignoreFile,
];

const builtIn: ReadonlySet<string> = new Set(neverPackaged);

/** What is said of files that the list above leaves out. */
export const byDefault = 'by default';

/** The rules of one `.synthignore`. */
interface RuleFile {
  /** The folder it is in, from the top folder; empty or with a slash at the end. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** The rules that hold in a folder, and in the folders below it as far as these have none of their own. */
export class IgnoreRules {
  static readonly none = new IgnoreRules([]);
  readonly #files: readonly RuleFile[];

  private constructor(files: readonly RuleFile[]) {
    this.#files = files;
  }

  /**
   * The rules that hold in a folder below which has a `.synthignore`.
   * @param folder the folder from the top folder; empty for the top folder itself, else with a slash at the end
   * @param text what its `.synthignore` says
   */
  and(folder: string, text: string): IgnoreRules {
    const rules = ignore({ ignorecase: false });
    text.split(/\r?\n/).forEach((pattern, line) => {
      rules.add({ pattern, mark: `${folder}${ignoreFile}:${line + 1}` });
    });
    return new IgnoreRules([...this.#files, { folder, rules }]);
  }

  /**
   * What leaves a file or folder out: a place in a `.synthignore`, or the list of what is never packaged; undefined
   * where it stays.
   * @param path from the top folder, with a slash at the end when it is a folder
   * @param name its last part
   */
  leavesOut(path: string, name: string): string | undefined {
    for (const { folder, rules } of this.#files.toReversed()) {
      const { ignored, unignored, rule } = rules.test(path.slice(folder.length));
      if (ignored) return rule?.mark ?? ignoreFile;
      if (unignored) return undefined;
    }
    return builtIn.has(name) || isScratch(name) ? byDefault : undefined;
  }
}
