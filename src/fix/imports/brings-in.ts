/** Whether a text begins by bringing a name in: an import, or a variable that something is required for. */
export function bringsIn(text: string): boolean {
  return /^\s*(?:import\b|(?:const|let|var)\b[^=]*=\s*require\()/.test(text);
}
