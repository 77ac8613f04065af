/** `1 error`, `2 errors`. @param many the plural, where an `s` is not enough: `fixes` */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
