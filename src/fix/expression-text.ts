import { parseSyntax } from '../syntax/parse-syntax.js';

/** Parsed under the file's own extension: what is an expression in TSX need not be one in TS. */
function alone(path: string): string {
  return `snippet${/\.[^./\\]+$/.exec(path)?.[0] ?? '.tsx'}`;
}

/** Whether a text is one complete expression that can take the place of a value. */
export function isExpressionText(path: string, text: string): boolean {
  const tree = parseSyntax(alone(path), `(${text}\n)`);
  if (!tree || tree.errors.length > 0 || tree.program.body.length !== 1) return false;
  const statement = tree.program.body[0];
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'ParenthesizedExpression')
    return false;
  const whole = statement.expression.end === tree.text.length;
  const inner = statement.expression.expression.type;
  return whole && inner !== 'AssignmentExpression' && inner !== 'SequenceExpression';
}
