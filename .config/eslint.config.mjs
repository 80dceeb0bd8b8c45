import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/env.d.ts', 'dist/**', 'node_modules/**', '.astro/**', 'tests/fixtures/**'] },
  {
    files: ['src/**/*.ts', 'plugins/**/*.ts', 'tests/**/*.ts', '.config/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: resolve(import.meta.dirname, '../tsconfig.json'), tsconfigRootDir: resolve(import.meta.dirname, '..') } },
    rules: {
      '@typescript-eslint/array-type': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Types say `noPropertyAccessFromIndexSignature`: brackets mark keys that may be absent.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off', '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-return': 'off', '@typescript-eslint/no-unsafe-call': 'off', '@typescript-eslint/no-unused-expressions': 'off', 'no-console': 'off' } },
);
