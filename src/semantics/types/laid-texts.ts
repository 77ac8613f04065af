/**
 * Files as they are on disk, each read once, with other texts laid over some of them. A text that comes back comes back
 * under the version it had, so that a compiler which knows it has nothing to do.
 */
export class LaidTexts {
  readonly #read: (name: string) => string | undefined;
  readonly #onDisk = new Map<string, string>();
  readonly #laid = new Map<string, string>();
  readonly #versions = new Map<string, Map<string, number>>();

  /** @param read gives the text of a file, undefined where there is none */
  constructor(read: (name: string) => string | undefined) {
    this.#read = read;
  }

  lay(name: string, text: string): void {
    if (this.textOf(name) !== text) this.#laid.set(name, text);
  }

  isLaid(name: string): boolean {
    return this.#laid.has(name);
  }

  textOf(name: string): string | undefined {
    const known = this.#laid.get(name) ?? this.#onDisk.get(name);
    if (known !== undefined) return known;
    const text = this.#read(name);
    // What is not there may still be written.
    if (text !== undefined) this.#onDisk.set(name, text);
    return text;
  }

  /** 0 is the text on disk. */
  versionOf(name: string): number {
    const text = this.#laid.get(name);
    if (text === undefined || text === this.#onDisk.get(name)) return 0;
    const versions = this.#versions.get(name) ?? new Map<string, number>();
    const version = versions.get(text) ?? versions.size + 1;
    this.#versions.set(name, versions.set(text, version));
    return version;
  }
}
