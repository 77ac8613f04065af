/** How much to try: a sample in an ordinary run, all of it when the environment says `GUARANTEES=all`. */
export function amount<T>(sample: T, all: T): T {
  return process.env.GUARANTEES === 'all' ? all : sample;
}
