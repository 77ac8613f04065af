import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const text = (driver: string) => `Animated.timing(width, { toValue: 1, useNativeDriver: ${driver} }).start();`;

test('the native driver is not turned on, which throws for most styles', () => {
  expect(replaced(text('false'), 'false', 'true')).toBe('<same-result>');
});

test('it may be turned off', () => {
  expect(replaced(text('true'), 'true', 'false')).toBe(text('false'));
});
