import path from 'node:path';
import { Node, Project, type SourceFile, SyntaxKind } from 'ts-morph';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom inside `src/`. A file entry narrows its folder: platform is reachable only from the files
 * that load and save. When this test stops you, move the code to the folder that owns it rather than widening a row.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  globs: ['model'],
  platform: ['model'],
  config: ['model', 'globs'],
  'config/load-config.ts': ['model', 'globs', 'platform'],
  contract: ['model', 'globs'],
  'contract/load-contracts.ts': ['model', 'globs', 'platform'],
  syntax: ['model'],
  engine: ['model', 'globs'],
  prefilter: [],
  prescan: ['model', 'platform', 'engine', 'prefilter'],
  exemptions: ['model'],
  'exemptions/baseline-file.ts': ['model', 'platform'],
  policy: ['model', 'globs', 'exemptions'],
  semantics: ['model', 'syntax'],
  traps: ['model', 'syntax', 'semantics'],
  fix: ['model', 'syntax', 'semantics', 'traps'],
  'pattern-store': ['model'],
  'pattern-store/pattern-file.ts': ['model', 'platform'],
  'pattern-store/reviews/review-file.ts': ['model', 'platform'],
  'pattern-store/evidence/evidence-file.ts': ['model', 'platform'],
  'pattern-store/read-store.ts': ['model', 'platform'],
  findings: ['model'],
  'findings/findings-folder.ts': ['model', 'platform'],
  'findings/write-findings.ts': ['model', 'platform'],
  heal: ['model', 'globs', 'engine', 'syntax', 'semantics', 'fix', 'pattern-store'],
  learning: ['model', 'engine', 'syntax', 'semantics', 'traps', 'fix', 'pattern-store', 'heal'],
  desk: ['model', 'findings', 'pattern-store'],
  reporters: ['model'],
  completions: ['model'],
  'enforce.ts': ['model', 'globs', 'platform', 'contract', 'engine', 'exemptions'],
  'secrets-beside.ts': ['model', 'engine', 'enforce.ts'],
  'run-outputs': ['model'],
  shard: ['model', 'engine'],
  'shard/blob-file.ts': ['model', 'platform'],
  runs: ['model', 'platform'],
  'runs/journal.ts': ['model'],
  'runs/plan-recovery.ts': ['model'],
  integrations: ['model', 'globs', 'platform'],
  doctor: [
    'model',
    'globs',
    'platform',
    'config',
    'contract',
    'syntax',
    'engine',
    'exemptions',
    'semantics',
    'pattern-store',
    'enforce.ts',
    'runs',
    'integrations',
  ],
  commands: [
    'model',
    'globs',
    'platform',
    'prescan',
    'config',
    'contract',
    'syntax',
    'engine',
    'exemptions',
    'policy',
    'semantics',
    'pattern-store',
    'findings',
    'learning',
    'desk',
    'heal',
    'reporters',
    'enforce.ts',
    'secrets-beside.ts',
    'shard',
    'completions',
    'doctor',
    'integrations',
    'runs',
    'run-outputs',
  ],
  'index.ts': [
    'model',
    'globs',
    'platform',
    'config',
    'contract',
    'engine',
    'syntax',
    'exemptions',
    'fix',
    'pattern-store',
    'heal',
    'reporters',
    'enforce.ts',
  ],
  'vitest.ts': [
    'model',
    'globs',
    'platform',
    'prescan',
    'config',
    'contract',
    'engine',
    'exemptions',
    'syntax',
    'reporters',
    'enforce.ts',
    'secrets-beside.ts',
  ],
  'cli.ts': ['commands', 'platform', 'model'],
};

const ENTRY_POINTS = ['src/index.ts', 'src/vitest.ts', 'src/cli.ts'];

const root = path.resolve(import.meta.dirname, '..');
const project = new Project({ skipAddingFilesFromTsConfig: true, compilerOptions: { allowJs: false } });
project.addSourceFilesAtPaths([
  path.join(root, 'src/**/*.ts'),
  path.join(root, 'tests/**/*.ts'),
  `!${root}/tests/fixtures/**`,
]);
const sources = project.getSourceFiles();
const relative = (file: SourceFile): string => path.relative(root, file.getFilePath()).split(path.sep).join('/');
const files = new Set(sources.map(relative));
const inSource = sources.filter((file) => relative(file).startsWith('src/'));

/** `src/heal/heal.ts` → `heal`; a file at the top of `src/` stands for itself. */
function roomOf(file: string): string {
  const parts = file.split('/');
  return parts[1] as string;
}

interface ImportEdge {
  readonly from: string;
  readonly to: string;
  readonly names: readonly string[];
}

/** Static, type-only, re-exporting and dynamic imports alike. */
function importsOf(file: SourceFile): ImportEdge[] {
  const from = relative(file);
  const edges: ImportEdge[] = [];
  const add = (specifier: string, names: readonly string[]): void => {
    if (!specifier.startsWith('.')) return;
    const written = path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
    // A generated `.js` has its declarations beside it.
    const target = [written.replace(/\.js$/, '.ts'), written.replace(/\.js$/, '.d.ts')].find((each) => files.has(each));
    edges.push({ from, to: target ?? written, names });
  };
  for (const declaration of file.getImportDeclarations()) {
    const names = declaration.getNamedImports().map((name) => name.getName());
    add(declaration.getModuleSpecifierValue(), declaration.getNamespaceImport() ? ['*'] : names);
  }
  for (const declaration of file.getExportDeclarations()) {
    const specifier = declaration.getModuleSpecifierValue();
    const names = declaration.getNamedExports().map((name) => name.getName());
    if (specifier) add(specifier, names.length > 0 ? names : ['*']);
  }
  for (const found of file.getFullText().matchAll(/\bimport\(\s*'(\.[^']+)'\s*\)/g)) add(found[1] as string, ['*']);
  return edges;
}

const edges = inSource.flatMap(importsOf);

describe('architecture', () => {
  it('finds the sources at all', () => {
    expect(inSource.length).toBeGreaterThan(30);
    expect(edges.length).toBeGreaterThan(60);
  });

  it('imports only what the table allows', () => {
    const broken = edges
      .filter(({ from, to }) => {
        const room = roomOf(from);
        const target = roomOf(to);
        if (room === target) return false;
        const allowed = MAY_IMPORT[from.slice('src/'.length)] ?? MAY_IMPORT[room];
        return !allowed?.includes(target);
      })
      .map(({ from, to }) => `${from} → ${to}`);
    expect(broken).toEqual([]);
  });

  it('has no import cycle between files', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of edges) graph.set(from, [...(graph.get(from) ?? []), to]);
    const cycles: string[] = [];
    const state = new Map<string, 'open' | 'done'>();
    const visit = (file: string, trail: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      state.set(file, 'done');
    };
    for (const file of graph.keys()) visit(file, []);
    const betweenValues = cycles.filter((cycle) => !isTypeOnly(cycle));
    expect(betweenValues).toEqual([]);
  });

  // V8 gives each such literal a shape of its own, which keeps all that its getters refer to (whole texts, trees) until
  // everything is collected. A class has one shape; a method is no getter.
  it('gives no literal getters but what is made once a run', () => {
    const withGetters = inSource.filter((file) =>
      file
        .getDescendantsOfKind(SyntaxKind.GetAccessor)
        .some((getter) => Node.isObjectLiteralExpression(getter.getParent())),
    );
    expect(withGetters.map(relative)).toEqual(['src/platform/terminal.ts']);
  });

  it('exports nothing that nobody imports', () => {
    const used = new Set<string>();
    for (const file of sources) {
      for (const { to, names } of importsOf(file)) for (const name of names) used.add(`${to}#${name}`);
    }
    const unused: string[] = [];
    for (const file of inSource) {
      const name = relative(file);
      if (ENTRY_POINTS.includes(name) || used.has(`${name}#*`)) continue;
      for (const value of valuesExportedBy(file)) if (!used.has(`${name}#${value}`)) unused.push(`${name}: ${value}`);
    }
    expect(unused).toEqual([]);
  });

  it('has no file that only tests import', () => {
    const imported = new Set(edges.map(({ to }) => to));
    const own = inSource.map(relative).filter((file) => !file.endsWith('.d.ts') && !ENTRY_POINTS.includes(file));
    // A thread is started by the path of its file.
    expect(own.filter((file) => !imported.has(file))).toEqual(['src/prescan/threads/scan-worker.ts']);
  });

  it('keeps the tree flat: nothing lies deeper than src/a/b/c.ts', () => {
    expect(inSource.map(relative).filter((file) => file.split('/').length > 4)).toEqual([]);
  });
});

/** A type may be exported only to give a public signature its name. Read off the syntax: symbols take the whole program. */
function valuesExportedBy(file: SourceFile): readonly string[] {
  const declared = file.getStatements().flatMap((statement) => {
    if (!Node.isExportable(statement) || !statement.hasExportKeyword()) return [];
    if (Node.isVariableStatement(statement)) return statement.getDeclarations().map((each) => each.getName());
    if (Node.isInterfaceDeclaration(statement) || Node.isTypeAliasDeclaration(statement)) return [];
    return [Node.hasName(statement) ? statement.getName() : 'default'];
  });
  const passedOn = file.getExportDeclarations().filter((each) => !each.isTypeOnly());
  const named = passedOn.flatMap((each) => each.getNamedExports()).filter((each) => !each.isTypeOnly());
  return [...declared, ...named.map((each) => each.getAliasNode()?.getText() ?? each.getName())];
}

/** Nouns may name each other's types; a cycle counts only when a value is imported around it. */
function isTypeOnly(cycle: string): boolean {
  const files = cycle.split(' → ');
  return files.slice(0, -1).some((from, index) => {
    const to = files[index + 1] as string;
    const file = inSource.find((candidate) => relative(candidate) === from);
    return file
      ?.getImportDeclarations()
      .filter((declaration) => {
        const specifier = declaration.getModuleSpecifierValue();
        return (
          path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier)).replace(/\.js$/, '.ts') === to
        );
      })
      .every((declaration) => declaration.isTypeOnly());
  });
}
