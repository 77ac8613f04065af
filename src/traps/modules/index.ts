// What a module brings in and hands out.
import type { Trap } from '../trap.js';
import { absentExports } from './absent-exports.js';
import { builtInName } from './built-in-name.js';
import { chainedColour } from './chained-colour.js';
import { curriedModule } from './curried-module.js';
import { defaultExport } from './default-export.js';
import { duplicateExport } from './duplicate-export.js';
import { erasedImport } from './erased-import.js';
import { exportedAlready } from './exported-already.js';
import { exportedMember } from './exported-member.js';
import { extendedFs } from './extended-fs.js';
import { foreignModule } from './foreign-module.js';
import { importKind } from './import-kind.js';
import { lostExport } from './lost-export.js';
import { lostInterop } from './lost-interop.js';
import { missingCallback } from './missing-callback.js';
import { olderCompiler } from './older-compiler.js';
import { olderNode } from './older-node.js';
import { onlyByCallback } from './only-by-callback.js';
import { otherBuiltIn } from './other-built-in.js';
import { otherSource } from './other-source.js';
import { ownSubpath } from './own-subpath.js';
import { packageRoot } from './package-root.js';
import { pathEnding } from './path-ending.js';
import { renamedExport } from './renamed-export.js';
import { replacedExports } from './replaced-exports.js';
import { requiredPath } from './required-path.js';
import { resolvedPath } from './resolved-path.js';
import { starExport } from './star-export.js';
import { unawaitedTwin } from './unawaited-twin.js';

export const MODULES: readonly Trap[] = [
  absentExports,
  builtInName,
  chainedColour,
  curriedModule,
  defaultExport,
  duplicateExport,
  erasedImport,
  exportedAlready,
  exportedMember,
  extendedFs,
  foreignModule,
  importKind,
  lostExport,
  lostInterop,
  missingCallback,
  olderCompiler,
  olderNode,
  onlyByCallback,
  otherBuiltIn,
  otherSource,
  ownSubpath,
  packageRoot,
  pathEnding,
  renamedExport,
  replacedExports,
  requiredPath,
  resolvedPath,
  starExport,
  unawaitedTwin,
];
