import { expect, test } from 'vitest';
import { mend } from '../mend.js';

const run = (method: string) =>
  mend({
    text: `class List extends Component {\n  ${method}\n}`,
    pattern: /componentWill(\w+)/,
    fix: { template: 'componentDid${1}', target: { kind: 'match' } },
    path: 'a.js',
  });

test('what the first drawing reads is set before it', () => {
  expect(run('componentWillMount() { this.setState({ items: [] }); }')).toBe('<same-result>');
  expect(run('componentWillMount() { if (a) this.items = []; }')).toBe('<same-result>');
});

test('what comes later anyway may begin later', () => {
  const method = 'componentWillMount() { load().then((items) => this.setState({ items })); }';
  expect(run(method)).toBe(`class List extends Component {\n  ${method.replace('Will', 'Did')}\n}`);
});

test('the later one is given other props', () => {
  expect(run('componentWillUpdate(props) { log(props); }')).toBe('<same-arguments>');
});
