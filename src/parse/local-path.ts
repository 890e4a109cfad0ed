/** Whether a text is an absolute path, here or on Windows. */
const isAbsolute = (path: string): boolean => /^(?:[/\\]|[A-Za-z]:)/.test(path);

/** The folder of a file: the path without its last part. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** A path relative to a folder, without needless steps; steps upwards that lead out of the folder stay in front. */
export const joined = (folder: string, path: string): string => {
  if (isAbsolute(path)) return path;
  const parts: string[] = [];
  for (const part of `${folder}${path}`.split(/[/\\]/)) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return (isAbsolute(folder) ? '/' : '') + parts.join('/');
};

/** Whether a joined path leads out of the folder that it is relative to. */
export const leadsOut = (path: string): boolean => isAbsolute(path) || path === '..' || path.startsWith('../');
