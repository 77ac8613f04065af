// The benchmark of `check`: `npm run bench -- --help`.
import { runBundled } from '../run-bundled.mjs';

await runBundled(import.meta.dirname);
