import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { buildPackage } from './subject.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the build that nobody planted a bug in. */
    readonly cleanPackage: string;
  }
}

/** The clean build is made once, for all promises. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = await buildPackage();
  project.provide('cleanPackage', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
