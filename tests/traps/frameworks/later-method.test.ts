import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

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

test('the object has other props by then, and the elements are drawn', () => {
  expect(run('componentWillUpdate() { log(this.props.id); }')).toBe('<same-result>');
  expect(run('componentWillUpdate() { log(arguments[0].id); }')).toBe('<same-arguments>');
});

test('what is called whenever props come is not what is called whenever it is drawn', () => {
  const text = 'class List extends Component {\n  componentWillReceiveProps() { this.props.load(); }\n}';
  const fix = { template: 'componentDidUpdate', target: { kind: 'match' } } as const;
  expect(mend({ text, pattern: /componentWillReceiveProps/, fix, path: 'a.js' })).toBe('<same-result>');
});

test('what it sets by any other way', () => {
  for (const code of [
    'this.count++;',
    'delete this.items;',
    '[this.a, this.b] = pair;',
    'Object.assign(this, init);',
    'const self = this; self.items = [];',
    '(() => { this.items = []; })();',
    'const init = () => { this.items = []; }; init();',
    'this.items.push(1);',
    'this.inherited();',
    'current = this.props.id;',
    'i18n.setLocale(this.props.locale);',
  ])
    expect(run(`componentWillMount() { ${code} }`)).toBe('<same-result>');
});

test('what nobody reads when it is drawn', () => {
  for (const code of [
    'document.title = "List";',
    'const seen = {}; seen.a = 1; log(seen);',
    'setTimeout(() => { this.items = []; }, 10);',
    'const late = () => { this.items = []; }; addEventListener("resize", late);',
    'this.props.loadUsers();',
  ])
    expect(run(`componentWillMount() { ${code} }`)).toContain('componentDidMount');
});

test('what it is called on may have it under its old name alone', () => {
  const text = 'list.componentWillMount();';
  const fix = { template: 'componentDidMount', target: { kind: 'match' } } as const;
  expect(mend({ text, pattern: /componentWillMount/, fix, path: 'a.js' })).toBe('<same-result>');
});
