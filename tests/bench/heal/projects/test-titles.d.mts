export function testTitles(
  report: unknown,
  root: string,
): { readonly passed: ReadonlySet<string>; readonly failed: ReadonlySet<string> };
