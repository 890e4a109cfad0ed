import type { Progress } from '../../build/build.ts';
import type { PlannedFile } from '../../build/plan.ts';
import { printable } from '../../report/printable.ts';
import { sizeText } from '../../report/size.ts';
import { writeError } from '../streams.ts';

/** From this many bytes on, unpacked, packing takes so long that people want to see it. */
const large = 5_000_000;

/** Tells on stderr of large files that are packaged; on a terminal also how far they are. */
export const progressOf = (isTerminal: boolean): Progress => {
  let shown = 0;
  const line = (text: string): void => {
    // A line that was overwritten in place is cleared first.
    void writeError(`${shown > 0 ? `\r${' '.repeat(shown)}\r` : ''}${text}`);
    shown = 0;
  };
  return {
    count: (file) => (entries, bytes) => {
      if (!isTerminal || entries % 100 !== 0) return;
      const text = `packing ${printable(file.path)}: ${entries} files, ${sizeText(bytes)}`;
      line(text);
      shown = text.length;
    },
    done: (file, packed, isReused) => {
      if (shown === 0 && (isReused || (packed.unpacked ?? packed.bytes) < large)) return;
      line(`${isReused ? 'unchanged' : 'packed'} ${printable(describe(file, packed))}\n`);
    },
  };
};

const describe = (file: PlannedFile, { bytes, entries, unpacked }: Parameters<Progress['done']>[1]): string => {
  const from = entries === undefined ? '' : `${entries} file${entries === 1 ? '' : 's'}, ${sizeText(unpacked ?? 0)} → `;
  return `${file.path}: ${from}${sizeText(bytes)}`;
};
