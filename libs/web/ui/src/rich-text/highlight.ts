import type { Emitter, HLJSApi, LanguageFn } from 'highlight.js';

/** A piece of code and what it is (`keyword`, `string` …); null for what is nothing in particular. */
export interface CodeSpan {
  readonly text: string;
  readonly scope: string | null;
}

/** Code longer than this stays plain, in characters. */
const HIGHLIGHT_MAX = 8_000;

/** The languages that are known, each loaded when it is first seen. */
const languages: Record<string, () => Promise<{ default: LanguageFn }>> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  go: () => import('highlight.js/lib/languages/go'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  php: () => import('highlight.js/lib/languages/php'),
  python: () => import('highlight.js/lib/languages/python'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
};

const aliases: Record<string, string> = {
  'c#': 'csharp',
  'c++': 'cpp',
  cs: 'csharp',
  html: 'xml',
  js: 'javascript',
  jsx: 'javascript',
  kt: 'kotlin',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  svg: 'xml',
  ts: 'typescript',
  tsx: 'typescript',
  yml: 'yaml',
};

/** Collects what highlight.js finds as data; its own way makes a string of markup, which nothing here may show. */
class SpanEmitter implements Emitter {
  readonly spans: CodeSpan[] = [];
  private readonly scopes: string[] = [];

  addText(text: string): void {
    if (text !== '') this.spans.push({ text, scope: this.scopes.at(-1) ?? null });
  }

  // highlight.js calls the same two by an older pair of names as well.
  openNode(scope: string): void {
    this.startScope(scope);
  }

  closeNode(): void {
    this.endScope();
  }

  startScope(scope: string): void {
    this.scopes.push(scope.split('.')[0] ?? scope);
  }

  endScope(): void {
    this.scopes.pop();
  }

  __addSublanguage(emitter: Emitter): void {
    if (emitter instanceof SpanEmitter) this.spans.push(...emitter.spans);
  }

  finalize(): void {
    this.scopes.length = 0;
  }

  toHTML(): string {
    return '';
  }
}

let core: Promise<HLJSApi> | undefined;

async function highlighter(): Promise<HLJSApi> {
  core ??= import('highlight.js/lib/core').then(({ default: hljs }) => {
    hljs.configure({ __emitter: SpanEmitter });
    return hljs;
  });
  return core;
}

/** The code in pieces by what they are; null where its language is not known or it is too long. What does the work is loaded when first needed. */
export async function highlight(code: string, language: string): Promise<readonly CodeSpan[] | null> {
  const name = Object.hasOwn(aliases, language) ? (aliases[language] ?? language) : language;
  const load = Object.hasOwn(languages, name) ? languages[name] : undefined;
  if (!load || code.length > HIGHLIGHT_MAX) return null;
  const [hljs, grammar] = await Promise.all([highlighter(), load()]);
  if (!hljs.getLanguage(name)) hljs.registerLanguage(name, grammar.default);
  const { _emitter: emitter } = hljs.highlight(code, { language: name, ignoreIllegals: true });
  return emitter instanceof SpanEmitter ? emitter.spans : null;
}
