import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const rooms = ['dealership', 'reception', 'prospects', 'workday', 'improvement'];

// A room knows the platform and itself; only app knows every room.
const roomFences = rooms.map((room) => ({
  files: [`src/rooms/${room}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: '(^|/)app(/|$)', message: 'Rooms do not know the app.' },
          {
            regex: `rooms/|^(\\.\\./)+(${rooms.filter((other) => other !== room).join('|')})/`,
            message: 'Rooms do not know each other: put what is shared into platform.',
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist', 'public', 'node_modules', 'src/platform/api/schema.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  reactHooks.configs.flat.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-warning-comments': 'error',
      'no-console': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/platform/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '(^|/)(app|rooms)/', message: 'The platform knows neither rooms nor app.' }] },
      ],
    },
  },
  ...roomFences,
  {
    files: ['scripts/**', '*.config.*'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
    rules: { 'no-console': 'off', 'max-lines': 'off' },
  },
);
