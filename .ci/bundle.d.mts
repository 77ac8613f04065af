import type { Plugin } from 'esbuild';

export function bundle(outdir: string, plugins?: readonly Plugin[]): Promise<void>;
export function bundleModule(file: string, outfile: string, plugins?: readonly Plugin[]): Promise<void>;
export function bundleWorker(outfile: string, plugins?: readonly Plugin[]): Promise<void>;
