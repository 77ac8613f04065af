// The benchmark of `heal`: `npm run bench:heal -- --help`.
import { runBundled } from '../run-bundled.mjs';

await runBundled(import.meta.dirname);
