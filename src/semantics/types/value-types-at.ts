import type { ts } from 'ts-morph';
import type { TextRange } from '../../model/position.js';
import type { ValueType } from '../../model/type-oracle.js';
import type { Compiler } from './load-compiler.js';

export const UNKNOWN: ReadonlySet<ValueType> = new Set(['unknown']);

/** All the types that the expression at exactly a range of a file may have; `unknown` where none stands there. */
export function valueTypesAt(
  compiler: Compiler,
  program: ts.Program,
  name: string,
  range: TextRange,
): ReadonlySet<ValueType> {
  const file = program.getSourceFile(name);
  const node = file && innermostAt(compiler, file, range);
  if (!node) return UNKNOWN;
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  const types = new Set(
    parts.map((part) => (takesPrimitives(compiler, checker, part) ? 'unknown' : valueTypeOf(compiler, part.flags))),
  );
  return types.has('null') && mayBeUnset({ compiler, checker, setsFields: setsFields(program) }, node)
    ? types.add('undefined')
    : types;
}

interface Asked {
  readonly compiler: Compiler;
  readonly checker: ts.TypeChecker;
  /** Whether each field is known to be set where an object is made. */
  readonly setsFields: boolean;
}

function setsFields(program: ts.Program): boolean {
  const { strict, strictPropertyInitialization } = program.getCompilerOptions();
  return strictPropertyInitialization ?? strict ?? false;
}

/** Whether a value may be undefined though its type names null alone: behind an index, or declared to be set by somebody else. */
function mayBeUnset({ compiler, checker, setsFields }: Asked, node: ts.Node): boolean {
  if (compiler.isParenthesizedExpression(node) || compiler.isAsExpression(node)) {
    return mayBeUnset({ compiler, checker, setsFields }, node.expression);
  }
  if (compiler.isElementAccessExpression(node)) return true;
  const name = compiler.isPropertyAccessExpression(node) ? node.name : node;
  if (!compiler.isIdentifier(name) && !compiler.isPrivateIdentifier(name)) return false;
  const symbol = checker.getSymbolAtLocation(name);
  const declaration = symbol?.valueDeclaration;
  if (!symbol || !declaration) return symbol === undefined;
  if (compiler.isPropertyDeclaration(declaration)) {
    const isSet = declaration.initializer !== undefined || declaration.getSourceFile().isDeclarationFile;
    return declaration.exclamationToken !== undefined || !(isSet || setsFields);
  }
  if (!compiler.isVariableDeclaration(declaration)) return false;
  const { exclamationToken, initializer } = declaration;
  return (
    exclamationToken !== undefined ||
    (initializer !== undefined && mayBeUnset({ compiler, checker, setsFields }, initializer))
  );
}

/**
 * A text fits `{ length: number }` or `{}` as well as an object does. It fits `Record<number, string>` too, which nobody
 * writes for one.
 */
function takesPrimitives({ TypeFlags }: Compiler, checker: ts.TypeChecker, type: ts.Type): boolean {
  if ((type.flags & TypeFlags.Object) === 0) return false;
  if (checker.getIndexInfosOfType(type).length > 0 && type.getProperty('length') === undefined) return false;
  const primitives = [checker.getStringType(), checker.getNumberType(), checker.getBooleanType()];
  return primitives.some((each) => checker.isTypeAssignableTo(each, type));
}

function innermostAt(compiler: Compiler, file: ts.SourceFile, { start, end }: TextRange): ts.Node | null {
  let found: ts.Node | null = null;
  for (let node: ts.Node | undefined = file; node; ) {
    if (node.getStart(file) === start && node.getEnd() === end) found = node;
    node = compiler.forEachChild(node, (child) => (child.pos <= start && end <= child.end ? child : undefined));
  }
  return found;
}

function valueTypeOf({ TypeFlags }: Compiler, flags: ts.TypeFlags): ValueType {
  const is = (flag: ts.TypeFlags): boolean => (flags & flag) !== 0;
  if (is(TypeFlags.StringLike)) return 'string';
  if (is(TypeFlags.NumberLike)) return 'number';
  if (is(TypeFlags.BooleanLike)) return 'boolean';
  if (is(TypeFlags.BigIntLike)) return 'bigint';
  if (is(TypeFlags.ESSymbolLike)) return 'symbol';
  if (is(TypeFlags.Null)) return 'null';
  if (is(TypeFlags.Undefined) || is(TypeFlags.Void)) return 'undefined';
  return is(TypeFlags.Object) ? 'object' : 'unknown';
}
