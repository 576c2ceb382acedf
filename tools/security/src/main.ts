import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { findProofs } from './find-proofs';
import { withTables } from './table';

/** Makes the tables of docs/security.md anew from the titles of the tests. */
const root = join(import.meta.dirname, '../../..');
const page = join(root, 'docs/security.md');
const made = withTables(readFileSync(page, 'utf8'), findProofs(root));
writeFileSync(page, await format(made, { ...(await resolveConfig(page)), filepath: page }));
