import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) =>
  replaced(text, /\(\)/, '(null)', { pattern: /use(?:Ref|State)(?:<\w+>)?\(\)/, path: 'a.tsx' });

test.each([
  ['what is put into it', 'function A() { const t = useRef<Timer>(); t.current = g(); return <p />; }'],
  ['who gets it', 'function A(b) { const t = useRef(); return t.current; }'],
  ['who gets the state', 'function A() { const [a] = useState<User>(); return <B user={a} />; }'],
])('undefined is not null: %s', (_, text) => {
  expect(run(text)).toBe('<null-comparison>');
});

test('React puts null into the ref of an element', () => {
  const text = 'function A() { const t = useRef<Node>(); f(() => t.current?.focus()); return <p ref={t} />; }';
  expect(run(text)).toBe(text.replace('<Node>()', '<Node>(null)'));
});
