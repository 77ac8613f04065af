/** The same regular expression, to find all there is. */
export function asGlobal(regex: RegExp): RegExp {
  return regex.global ? regex : new RegExp(regex, `${regex.flags}g`);
}
