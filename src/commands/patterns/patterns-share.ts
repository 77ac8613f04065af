import { resolve } from 'node:path';
import type { Finding } from '../../model/finding.js';
import { parseJson } from '../../model/json-document.js';
import { plural } from '../../model/plural.js';
import type { Problem } from '../../model/problem.js';
import { usageError } from '../../model/problem.js';
import { type EvidenceLine, printEvidenceLine } from '../../pattern-store/evidence/evidence-line.js';
import { parseEvidence } from '../../pattern-store/evidence/parse-evidence.js';
import { importUpstream } from '../../pattern-store/format/import-upstream.js';
import { parseStore } from '../../pattern-store/format/parse-store.js';
import { printStore } from '../../pattern-store/format/print-store.js';
import { mergeStores, type SharedStore } from '../../pattern-store/merge-stores.js';
import { newPattern } from '../../pattern-store/new-pattern.js';
import { PATTERN_FILE } from '../../pattern-store/pattern-file.js';
import { remedyKey } from '../../pattern-store/remedy-key.js';
import { EMPTY_STORE, withPatterns } from '../../pattern-store/store.js';
import { readText } from '../../platform/files/read-text.js';
import { lineWidth } from '../../platform/terminal.js';
import { findingsText } from '../../reporters/findings-text.js';
import { printJson } from '../../reporters/print-json.js';
import { paletteOf } from '../../reporters/text/palette.js';
import { reportProblem } from '../output/report-problem.js';
import { requireWritten } from '../output/require-written.js';
import { say } from '../output/say.js';
import type { Session } from '../workspace/session.js';
import { onShelf, openShelf, type PatternShelf, patternOf, saveShelf } from './pattern-shelf.js';

const MAX_IMPORT_BYTES = 64 * 1024 * 1024;

/** Prints patterns with their evidence as one JSON document, for `patterns import` elsewhere. */
export function patternsExport(ids: readonly string[], session: Session): void {
  const shelf = openShelf(session);
  const wanted = new Set(ids.map((id) => patternOf(shelf, id).id));
  const patterns = shelf.store.patterns.filter(({ id }) => wanted.size === 0 || wanted.has(id));
  const chosen = { ...EMPTY_STORE, patterns, layouts: shelf.store.layouts };
  // Merged with nothing, so that every figure comes with the line that explains it.
  const { store, lines } = mergeStores([
    {
      store: chosen,
      lines: linesOf(
        shelf.lines,
        patterns.map(({ id }) => id),
      ),
    },
  ]);
  const document = {
    ...JSON.parse(printStore(store)),
    evidence: lines.map((line): unknown => JSON.parse(printEvidenceLine(line))),
  };
  session.terminal.out(printJson(document));
  session.conclude(0);
}

function linesOf(lines: readonly EvidenceLine[], ids: readonly string[]): readonly EvidenceLine[] {
  return lines.filter(({ patternId }) => patternId !== null && ids.includes(patternId));
}

interface Imported extends SharedStore {
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

/** Takes over patterns: of the older format, of another project's store, or of an export with its evidence. */
export function patternsImport(file: string, session: Session): void {
  const { terminal } = session;
  const read = readText(resolve(session.cwd, file), MAX_IMPORT_BYTES);
  if (read.kind !== 'text') {
    const help = 'Name a store, or what "specflow patterns export" printed.';
    throw usageError('usage/import', `${file} cannot be read: ${read.detail}.`, help);
  }
  const imported = readShared(file, read.text);
  for (const problem of imported.problems) reportProblem(problem, session);
  const style = { width: terminal.columns, rowWidth: lineWidth(terminal) };
  terminal.out(findingsText(imported.findings, paletteOf(terminal.color), style));
  if (imported.problems.some(({ severity }) => severity === 'invalid')) {
    terminal.out('Nothing was imported.\n');
    session.conclude(2);
    return;
  }
  const { added, learnt, kept } = onShelf(session, (shelf) => join(shelf, imported));
  const parts = [
    `Imported ${plural(added, 'pattern')}`,
    ...(kept > 0 ? [`${kept} were there already and stay as they are`] : []),
    ...(learnt > 0 ? [`${plural(learnt, 'line')} of evidence came along`] : []),
  ];
  say(`${parts.join('; ')}.\n`, terminal);
  session.conclude(0);
}

function readShared(name: string, text: string): Imported {
  const parsed = parseJson(text);
  const members = parsed.kind === 'parsed' && parsed.node.kind === 'object' ? parsed.node.members : [];
  if (members.some(({ key }) => key === 'schema_version')) {
    const { patterns, problems, findings } = importUpstream(name, text);
    return { store: withPatterns(EMPTY_STORE, patterns), lines: [], problems, findings };
  }
  if (!members.some(({ key }) => key === 'version')) return { ...NOTHING, ...importUpstream(name, text) };
  const { store, problems, findings } = parseStore(name, text);
  const evidence = readEvidence(name, text);
  return {
    store: store ?? EMPTY_STORE,
    lines: evidence.lines ?? [],
    problems: [...problems, ...evidence.problems],
    findings,
  };
}

const NOTHING = { store: EMPTY_STORE, lines: [] };

function readEvidence(name: string, text: string): ReturnType<typeof parseEvidence> {
  const document: unknown = JSON.parse(text);
  const list: unknown =
    typeof document === 'object' && document !== null && 'evidence' in document ? document.evidence : [];
  if (!Array.isArray(list)) return { lines: [], problems: [] };
  return parseEvidence(name, list.map((line) => JSON.stringify(line)).join('\n'));
}

/** Patterns that are here with another remedy stay as they are: evidence for one remedy says nothing about another. */
function join(shelf: PatternShelf, imported: SharedStore): { added: number; learnt: number; kept: number } {
  const own = new Map(shelf.store.patterns.map((pattern) => [pattern.id, pattern]));
  const { store, lines } = mergeStores([imported]);
  const fresh = store.patterns.filter(({ id }) => !own.has(id));
  const shared = store.patterns.filter((pattern) => {
    const mine = own.get(pattern.id);
    return mine !== undefined && remedyKey(mine) === remedyKey(pattern);
  });
  const known = new Set(shelf.lines.map(({ id }) => id));
  const taken = new Set([...fresh, ...shared].map(({ id }) => id));
  const hasEvidence = imported.lines.length > 0;
  const events = hasEvidence
    ? lines.filter(({ id, patternId }) => patternId !== null && taken.has(patternId) && !known.has(id))
    : [];
  // A pattern with evidence starts from nothing here; the lines it brings say how it stood.
  const patterns = hasEvidence ? fresh.map((pattern) => newPattern(pattern, pattern.created)) : fresh;
  if (patterns.length + events.length > 0) requireWritten(PATTERN_FILE, saveShelf(shelf, { patterns, events }));
  return { added: fresh.length, learnt: events.length, kept: store.patterns.length - fresh.length };
}
