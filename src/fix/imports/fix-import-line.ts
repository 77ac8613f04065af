/**
 * An import line with the project root written as it is reached from a file: `../lib/log.js` for `${ROOT}/lib/log.js`.
 * @param path root-relative
 */
export function fixImportLine(importLine: string, path: string): string {
  return importLine.replace(/\$\{ROOT\}\/([^'"]+)/g, (_, target: string) => {
    const here = path.split('/').slice(0, -1);
    const there = target.split('/');
    let same = 0;
    while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
    const up = '../'.repeat(here.length - same);
    return `${up === '' ? './' : up}${there.slice(same).join('/')}`;
  });
}
