// For specs alone.
export * from './client/quiet-client.fixture';
