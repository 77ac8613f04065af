/** Names that need no declaration: of the language, of browsers, of Node and of the usual hosts of extensions. */
export const KNOWN_GLOBALS: ReadonlySet<string> = new Set(
  `Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError
  FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl JSON Map Math
  NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol
  SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet
  AggregateError decodeURI decodeURIComponent encodeURI encodeURIComponent escape globalThis isFinite isNaN parseFloat parseInt
  undefined unescape arguments
  AbortController AbortSignal Blob BroadcastChannel Event EventTarget File FormData Headers MessageChannel Performance
  ReadableStream Request Response TextDecoder TextEncoder TransformStream URL URLSearchParams WebSocket WritableStream
  atob btoa clearInterval clearTimeout console crypto fetch performance queueMicrotask setInterval setTimeout
  structuredClone navigator
  Buffer __dirname __filename clearImmediate exports global module process require setImmediate
  CustomEvent DOMParser Document Element HTMLElement Image IntersectionObserver KeyboardEvent MouseEvent
  MutationObserver Node ResizeObserver XMLHttpRequest alert cancelAnimationFrame caches confirm customElements document
  getComputedStyle history indexedDB localStorage location matchMedia prompt requestAnimationFrame
  requestIdleCallback self sessionStorage window
  Bun Deno browser chrome`.split(/\s+/),
);
