/** Whether a specifier names a file by the way from the importing one: `./a`, `../a`, `..`. */
export function isRelativeModule(specifier: string): boolean {
  return /^\.\.?(?:\/|$)/.test(specifier);
}
