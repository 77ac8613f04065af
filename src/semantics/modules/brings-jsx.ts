import type { FixSite } from '../../model/fix-site.js';

/**
 * Whether what compiles a file brings in by itself what JSX becomes: by the settings of its compiler, or because a bundler
 * does so that is told otherwise only on purpose. Without a package.json nothing tells.
 */
export function bringsJsx({ path, types, packages }: Pick<FixSite, 'path' | 'types' | 'packages'>): boolean {
  if (types?.bringsJsx?.(path)) return true;
  const has = (name: string): boolean => packages?.isInstalled(path, name) ?? false;
  // They compile tests, or all of it, and bring nothing in until they are told to.
  if (CLASSIC.some(has)) return false;
  return BUNDLERS.some(has) || (NEXT.every(has) && !has('vitest'));
}

const CLASSIC = ['@babel/preset-react', 'babel-preset-react-app', 'sucrase', 'tsup'];
const BUNDLERS = ['@vitejs/plugin-react', '@vitejs/plugin-react-swc'];
const NEXT = ['next', 'react-dom'];
