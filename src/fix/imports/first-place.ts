import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { aboveImports, belowStatement } from '../layout/file-places.js';

/**
 * Where a module is brought in that prepares the ground for others while they are loaded; null for any other module. It
 * stands above what it is for, and below what prepares the ground for it: tracing reads the settings of the environment.
 */
export function firstPlace(tree: SyntaxTree, module: string): number | null {
  const rank = rankOf(module);
  if (rank < 0) return null;
  const ready = tree.program.body.findLast(
    (node) =>
      node.type === 'ImportDeclaration' && node.specifiers.length === 0 && isReadyFor(rank, rankOf(node.source.value)),
  );
  return ready ? belowStatement(tree, ready) : aboveImports(tree);
}

function rankOf(module: string): number {
  return COMES_FIRST.findIndex((modules) => modules.some((each) => each.test(module)));
}

function isReadyFor(rank: number, other: number): boolean {
  return other >= 0 && other < rank;
}

/** Paths and settings, then polyfills, then what changes what these are for, then what asks all of them. */
const COMES_FIRST: readonly (readonly RegExp[])[] = [
  [/^(?:source-map-support|tsconfig-paths|module-alias)\/register(?:\.js)?$/, /^dotenv\/config(?:\.js)?$/],
  [/^(?:core-js|regenerator-runtime|(?:@babel\/|babel-)polyfill|es\d-shim)(?:\/.*)?$/],
  [
    /^(?:reflect-metadata|zone\.js)(?:\/.*)?$/,
    /^react-native-(?:gesture-handler|get-random-values|url-polyfill\/auto)$/,
  ],
  [
    /^(?:newrelic|dd-trace\/init(?:\.js)?|elastic-apm-node\/start(?:\.js)?)$/,
    /^(?:\.{1,2}|[@~#]\w*)\/(?:[\w.-]+\/)*(?:polyfills?|instrument(?:ation)?|tracing|telemetry)(?:\.[cm]?[jt]s)?$/,
  ],
];
