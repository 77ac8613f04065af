import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** `--- a/path`, `+++ b/path` and hunks with three lines around, without timestamps; empty where nothing differs. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
