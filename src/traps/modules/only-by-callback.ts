import { refuse } from '../../model/refusal.js';
import { textOf } from '../../syntax/text-of.js';
import { isBetween, type Trap } from '../trap.js';

/** `promisify(fs.exists)` → `fs.promises.exists`: some functions of Node are there with a callback alone. */
export const onlyByCallback: Trap = ({ before: tree, after, places }) => {
  for (const place of places) {
    if (isBetween(place)) continue;
    const name = MISSING.exec(textOf(after, place.made))?.[1];
    if (name !== undefined && !MISSING.test(textOf(tree, place.was))) {
      return refuse('same-arguments', `The promises of "fs" have no "${name}".`);
    }
  }
  return null;
};

const MISSING =
  /\bfs(?:\.promises|Promises)\.(exists|read|readv|write|writev|close|fstat|fsync|fdatasync|ftruncate|futimes|fchmod|fchown|watchFile|unwatchFile|create\w+Stream|\w+Sync)\b/;
