// What a file must have somewhere, and nobody notices where it may stand.

export interface Insert {
  readonly required: RegExp;
  readonly anchor: string;
  readonly text: string;
  readonly importLine?: string;
}

const ANCHORS = [
  'before:/\\bkeep\\(/',
  'after:/\\bkeep\\(/',
  'before:/\\breturn /',
  'after:/\\breturn /',
  'before:/\\blog\\(/',
  'after:/\\blog\\(/',
  'after:/state\\.last = /',
  'after:/\\bif \\(.*\\)/',
  'before:/\\belse\\b/',
  'after:/function f2\\(.*\\) \\{/',
  'after:/function f3\\(.*\\)/',
  'after:/\\bconstructor\\(.*\\) \\{/',
  'after:/\\bsuper\\(.*\\);/',
  'before:/\\bcase /',
  'after:/for \\(.*\\)/',
  'before:/^\\}/m',
  'after:/\\bbreak;/',
  'after:/static made/',
  'after:/=> \\{/',
  'before:/\\bthis\\./',
  'end',
  'after_imports',
] as const;

export const INSERTS: readonly Insert[] = [
  ...ANCHORS.map((anchor, at) => ({ required: new RegExp(`\\bready\\(${at}\\)`), anchor, text: `ready(${at});` })),
  { required: /^'use strict'/m, anchor: 'top', text: "'use strict';" },
  { required: /\bmark\(1\)/, anchor: 'end', text: 'mark(1);', importLine: "import { mark } from './mark.js';" },
  { required: /\btidy\(1\)/, anchor: 'end', text: 'tidy(1);', importLine: "import { tidy } from './tidy.js';" },
  {
    required: /\bkit\.limit/,
    anchor: 'after_imports',
    text: 'kit.limit;',
    importLine: "import * as kit from './kit.js';",
  },
  { required: /\bmake\(0\)/, anchor: 'end', text: 'make(0);', importLine: "import make from './kit.js';" },
  {
    required: /\btotal\(\[\]\)/,
    anchor: 'before:/\\blog\\(/',
    text: 'total([]);',
    importLine: "import { total } from './kit.js';",
  },
];
