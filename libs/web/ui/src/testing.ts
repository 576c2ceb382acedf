// For specs alone.
export { default as en } from './words/en.json';
export * from './words/words.fixture';
