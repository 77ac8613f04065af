import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isExpressionText } from '../template/expression-text.js';

/**
 * A script with what the markup around it computes, in a function behind its end, so that the offsets of the script stay.
 * Null where the markup only shows values. What it sets is left out: the build of Vue sets the value of a ref instead.
 */
export function withMarkup({ path, text }: SyntaxTree, markup: string): SyntaxTree | null {
  const read = (/\.vue\.\w+$/i.test(path) ? readByVue(markup) : readBySvelte(markup)).filter(
    (each) => !/(?<![=!<>])=(?![=>])|\+\+|--/.test(each) && isExpressionText(path, each),
  );
  if (read.length === 0) return null;
  const tree = parseSyntax(path, `${text}\n;(() => {\n${read.map((each) => `${each};\n`).join('')}});\n`);
  return tree?.parsed ? tree : null;
}

/** A value that is shown as it is tells nothing of what it has to be. */
function asStatement(code: string, isTest: boolean): readonly string[] {
  const read = code.trim();
  if (isTest) return [`!(${read})`];
  return /[^\w$\s]/.test(read) ? [`(${read})`] : [];
}

function readByVue(markup: string): readonly string[] {
  const shown = [...markup.matchAll(/\{\{([\s\S]*?)\}\}/g)].flatMap(([, code = '']) => asStatement(code, false));
  const given = markup.matchAll(/\s(?<name>v-[a-z-]+|[:@])[\w.:-]*=(?<quote>["'])(?<code>.*?)\k<quote>/gs);
  return [
    ...shown,
    ...[...given].flatMap(({ groups: { name = '', code = '' } = {} }) => {
      if (name === 'v-for') return asStatement(/\s(?:in|of)\s([\s\S]*)$/.exec(code)?.[1] ?? '', false);
      return asStatement(code, /^v-(?:if|else-if|show)$/.test(name));
    }),
  ];
}

function readBySvelte(markup: string): readonly string[] {
  return [...markup.matchAll(/\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g)].flatMap(([, code = '']) => {
    const { block = '', rest = code } = /^(?<block>[#:@]\w+(?:\s+if)?)\s(?<rest>[\s\S]*)$/.exec(code)?.groups ?? {};
    const isList = block === '#each' || block === '#await';
    return asStatement(isList ? rest.replace(/\s(?:as|then|catch)\s[\s\S]*$/, '') : rest, /if$/.test(block));
  });
}
