// The part of WebAssembly that is used here: the library of the language has none of it, and that of browsers is not ours.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }

  class Instance {
    constructor(module: Module);
    readonly exports: unknown;
  }

  class Memory {
    readonly buffer: ArrayBuffer;
  }
}
