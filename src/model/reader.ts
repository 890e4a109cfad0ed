/** How local files and folders are seen. Paths are relative to the folder of the template. */
export interface Reader {
  kind(path: string): 'file' | 'directory' | undefined;
  /** The text of a file, or undefined when it cannot be read. */
  text(path: string): string | undefined;
  /** SHA-256, in hex, over the relative paths, modes and contents of a file or of all files in a folder. */
  fingerprint(path: string): string | undefined;
}
