import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundaries } from './boundaries';

interface Project {
  readonly name: string;
  readonly tags: readonly string[];
}

const root = join(import.meta.dirname, '../..');
const projects = globSync('{apps,libs,tools}/**/project.json', { cwd: root })
  .filter((file) => !file.includes('node_modules'))
  .map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Project);
const tagsInUse = new Set(projects.flatMap(({ tags }) => tags));
const tagsWithRule = boundaries.map(({ sourceTag }) => sourceTag);

describe('the tags of projects', () => {
  it.each(projects)('$name has one scope and one type', ({ tags }) => {
    expect(tags.map((tag) => tag.split(':')[0]).sort()).toEqual(['scope', 'type']);
  });

  it('each have exactly one boundary rule', () => {
    expect([...tagsWithRule].sort()).toEqual([...tagsInUse].sort());
  });

  it('are the only ones that rules name', () => {
    const named = boundaries.flatMap(({ onlyDependOnLibsWithTags }) => onlyDependOnLibsWithTags);
    expect(named.filter((tag) => !tagsInUse.has(tag))).toEqual([]);
  });

  it('leave apps and end-to-end tests to be imported by nobody', () => {
    const named = new Set(boundaries.flatMap(({ onlyDependOnLibsWithTags }) => onlyDependOnLibsWithTags));
    expect(named.has('type:app') || named.has('type:e2e')).toBe(false);
  });
});
