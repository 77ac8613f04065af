import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Parsed under the file's own extension: what is an expression in TSX need not be one in TS. */
function alone(path: string): string {
  return `snippet${/\.[^./\\]+$/.exec(path)?.[0] ?? '.tsx'}`;
}

/** `process.env.API_KEY`, `crypto.randomUUID()`: most templates yield such a chain, and no parse is needed to know it. */
const PLAIN_CHAIN = /^(?:[A-Za-z_$][\w$]*\.)+[A-Za-z_$][\w$]*(?:\(\))?$/;
/** Words a chain may not begin with; `this`, `super` and `import` are left to the parser. */
const RESERVED =
  /^(?:await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)\./;

/** The text in brackets, from its second character on; null where it does not parse. */
export function parseExpression(path: string, text: string): SyntaxTree | null {
  const tree = parseSyntax(alone(path), `(${text}\n)`);
  return tree && tree.errors.length === 0 ? tree : null;
}

/** Whether a text is one complete expression that can take the place of a value. */
export function isExpressionText(path: string, text: string): boolean {
  if (PLAIN_CHAIN.test(text) && !RESERVED.test(text)) return true;
  const type = typeOfExpression(path, text);
  return type !== null && type !== 'AssignmentExpression' && type !== 'SequenceExpression';
}

/** `n += 1`, which can take the place of another assignment. */
export function isAssignmentText(path: string, text: string): boolean {
  return typeOfExpression(path, text) === 'AssignmentExpression';
}

function typeOfExpression(path: string, text: string): string | null {
  const tree = parseExpression(path, text);
  if (tree?.program.body.length !== 1) return null;
  const statement = tree.program.body[0];
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'ParenthesizedExpression') return null;
  return statement.expression.end === tree.text.length ? statement.expression.expression.type : null;
}
