import { createProjectGraphAsync, readCachedProjectGraph } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { boundaries, boundariesOfTests } from './tools/workspace/boundaries.ts';
import { rawMarkup } from './tools/workspace/raw-markup.ts';

// The boundary rule skips itself, with no more than a warning, where no project graph was written yet.
try {
  readCachedProjectGraph();
} catch {
  await createProjectGraphAsync();
}

const web = ['apps/web/**/*.ts', 'libs/web/**/*.ts'];
const specs = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.fixture.ts'];

export default tseslint.config(
  { ignores: ['**/node_modules', 'dist', 'tmp', 'coverage', '.angular', '.nx', '.parley', '**/test-results'] },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  {
    name: 'parley/typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true, varsIgnorePattern: '^_' },
      ],
      // An interface may ask for a promise where an implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  {
    name: 'parley/boundaries',
    files: ['**/*.ts', '**/*.mjs'],
    ignores: ['*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints: boundaries }],
    },
  },
  {
    name: 'parley/boundaries-of-tests',
    files: specs,
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints: boundariesOfTests }],
    },
  },
  {
    name: 'parley/environment',
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: [...specs, 'apps/*-e2e/**', 'libs/testing/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: "Read it in the app's config.ts and pass it on." },
      ],
    },
  },
  {
    name: 'parley/environment-readers',
    files: [
      'apps/*/src/**/config.ts',
      'libs/server/runtime/src/config/*.ts',
      'libs/server/embedded/src/**/environment.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    name: 'parley/tools',
    files: ['tools/**/*.ts', 'tools/**/*.mjs'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'parley/portable',
    files: ['libs/contracts/**/*.ts', 'libs/client/**/*.ts', ...web],
    ignores: specs,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'This runs in browsers too.' }] }],
    },
  },
  {
    name: 'parley/angular',
    files: web,
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'parley', style: 'kebab-case' },
          { type: 'attribute', prefix: 'parley', style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'parley', style: 'camelCase' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@angular-eslint/prefer-signals': 'error',
      'no-restricted-syntax': ['error', ...rawMarkup],
    },
  },
  {
    name: 'parley/templates',
    files: ['apps/web/**/*.html', 'libs/web/**/*.html'],
    ignores: ['**/index.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/button-has-type': 'error',
      // The icon button's label is a required input.
      '@angular-eslint/template/elements-content': ['error', { allowList: ['parleyIconButton'] }],
      '@angular-eslint/template/no-any': 'error',
      '@angular-eslint/template/no-inline-styles': ['error', { allowNgStyle: true, allowBindToStyle: true }],
      '@angular-eslint/template/no-positive-tabindex': 'error',
      '@angular-eslint/template/prefer-control-flow': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'BoundAttribute[name=/^(innerHTML|outerHTML|srcdoc)$/i]',
          message: 'Markup from a string runs what strangers wrote.',
        },
      ],
    },
  },
  {
    name: 'parley/specs',
    files: specs,
    rules: {
      // Jest's matchers (`expect.any()`) and Angular's `nativeElement` are typed `any`.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
