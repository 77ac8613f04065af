import ts from 'typescript';

/** A test file by name and content. */
type Files = Readonly<Record<string, string>>;

/** What keeps these promises from being tested each: in words, one line a promise; empty when all are. */
export function auditPromises(ids: readonly string[], files: Files): readonly string[] {
  const calls = Object.entries(files).flatMap(([file, text]) => guaranteesIn(file, text));
  const complaints = ids.flatMap((id) => {
    const [call, ...others] = calls.filter((each) => each.id === id);
    if (!call) return [`${id} has no test`];
    if (others.length > 0) return [`${id} has ${others.length + 1} tests`];
    return [
      ...(call.file === `${id.toLowerCase()}.test.ts` ? [] : [`${id} is tested in ${call.file}`]),
      ...(call.hasBug ? [] : [`${id} has no planted bug`]),
    ];
  });
  const strange = calls
    .filter(({ id }) => !ids.includes(id))
    .map(({ id, file }) => `${file} tests ${id}, which nobody promised`);
  return [...complaints, ...strange];
}

interface Call {
  readonly file: string;
  readonly id: string;
  readonly hasBug: boolean;
}

function guaranteesIn(file: string, text: string): Call[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  // Only as a statement of its own: what stands in a condition or a function may never run.
  return source.statements.flatMap((statement) => {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return [];
    const { expression, arguments: given } = statement.expression;
    const [spec] = given;
    if (!ts.isIdentifier(expression) || expression.text !== 'guarantee') return [];
    if (!spec || !ts.isObjectLiteralExpression(spec)) return [];
    const id = initializerOf(spec, 'id');
    const bug = initializerOf(spec, 'bug');
    const isEmpty = bug !== null && ts.isArrayLiteralExpression(bug) && bug.elements.length === 0;
    return [{ file, id: id && ts.isStringLiteral(id) ? id.text : 'nothing', hasBug: bug !== null && !isEmpty }];
  });
}

function initializerOf(spec: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  for (const property of spec.properties) {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) continue;
    if (property.name.text === name) return property.initializer;
  }
  return null;
}
