import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const HEAD = 'class AppError extends Error {}\n';
const run = (text: string) => replaced(HEAD + text, '(?<=throw )new Error\\(', 'new AppError(').replace(HEAD, '');

test.each([
  "try { throw new Error('a'); } catch (e) { if (e instanceof AppError) show(e); }",
  "try { throw new Error('a'); } catch (e) { if ((e as Error).constructor === Error) show(e); }",
  "try { throw new Error('a'); } catch (e) { if ((<Error>e).constructor === Error) show(e); }",
  "try { throw new Error('a'); } catch (e) { log(e.name); }",
  "try { throw new Error('a'); } catch ({ status }) { show(status); }",
  "function f() { throw new Error('a'); }\ntry { f(); } catch (e) { if (e instanceof AppError) show(e); }",
])('who tells errors apart is told the same: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each([
  "try { throw new Error('a'); } catch (e) { log(e.message); }",
  "try { throw new Error('a'); } catch (e) { if (e instanceof Error) show(e); }",
  "function f() { throw new Error('a'); }",
  "function f() { throw new Error('a'); }\ntry { g(); } catch (e) { if (e instanceof AppError) show(e); }",
])('else it may be of another class: %s', (text) => {
  expect(run(text)).toBe(text.replace('throw new Error', 'throw new AppError'));
});
