// For specs alone.
export { arcPath } from './exchange/arcs';
export { default as de } from './words/de.json';
export { default as en } from './words/en.json';
export * from './menu/finger.fixture';
export * from './words/words.fixture';
