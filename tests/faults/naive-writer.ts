import type { Patch } from '../guarantees/harness/plant.js';

/** The write most programs make: open the file, which empties it, write, and hope. */
const IN_PLACE = (text: string): string => `{
      const plain = openSync(target, 'w');
      writeSync(plain, ${text});
      closeSync(plain);
      return WRITTEN;
    }`;

/** What turns our writer into one that replaces files in place. */
export const NAIVE_WRITER: readonly Patch[] = [
  {
    file: 'src/platform/files/write-file.ts',
    find: 'const written = writeTemporary(folder, encode(next, bom), stat, temporary);',
    replace: `if (target !== '') ${IN_PLACE('encode(next, bom)')}
    const written = writeTemporary(folder, encode(next, bom), stat, temporary);`,
  },
  {
    file: 'src/platform/files/write-file.ts',
    find: "const temporary = writeTemporary(folder, bytes, present ?? mode, temporaryName(), lasting !== 'nothing');",
    replace: `if (target !== '') ${IN_PLACE('bytes')}
    const temporary = writeTemporary(folder, bytes, present ?? mode, temporaryName(), lasting !== 'nothing');`,
  },
  {
    file: 'src/platform/files/write-file.ts',
    find: '  unlinkSync,\n} from',
    replace: '  unlinkSync,\n  writeSync,\n} from',
  },
];
