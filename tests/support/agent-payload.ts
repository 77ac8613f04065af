import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../fixtures/agent-payloads');

/** A recorded payload as text; the project in it lies at `root`. */
export function agentPayload(name: string, root = '/project'): string {
  const text = readFileSync(path.join(folder, `${name}.json`), 'utf8');
  return text.replaceAll('/project', JSON.stringify(root).slice(1, -1));
}
