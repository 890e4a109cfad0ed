const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** A number of bytes for people, in units of 1,024: `512 bytes`, `3.4 KB`, `55.0 MB`. */
export const sizeText = (bytes: number): string => {
  let size = bytes;
  let unit = 0;
  for (; size >= 1024 && unit < units.length - 1; unit++) size /= 1024;
  return size === 1 && unit === 0 ? '1 byte' : `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
};
