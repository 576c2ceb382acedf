import type { CatalogueSkill } from '../catalogue-skill';

/** Programming languages. */
export const programmingLanguages: readonly CatalogueSkill[] = [
  {
    id: '01a19b88-e930-75fb-8b59-58f24a3e63ca',
    name: 'JavaScript',
    synonyms: ['js', 'ecmascript', 'es6', 'vanilla js'],
  },
  {
    id: '01a19b89-07fc-7832-9483-fea7eb18e811',
    name: 'TypeScript',
    synonyms: ['ts', 'typed javascript'],
  },
  {
    id: '01a19b89-1e29-718d-ab16-0d9026576473',
    name: 'Python',
    synonyms: ['py', 'python3'],
  },
  {
    id: '01a19b89-48ba-7410-b3c7-042e091760b1',
    name: 'Java',
    synonyms: ['jdk', 'jvm'],
  },
  {
    id: '01a19b89-698e-7ba1-80e0-6f678eef0e1f',
    name: 'Kotlin',
    synonyms: ['kt', 'kotlin multiplatform'],
  },
  {
    id: '01a19b89-78ea-7e9c-85c8-7f70fc267710',
    name: 'C',
    synonyms: ['c language', 'ansi c', 'c programming'],
  },
  {
    id: '01a19b89-a101-7448-8daa-57612675228a',
    name: 'C++',
    synonyms: ['cpp', 'cplusplus', 'c plus plus', 'modern c++'],
  },
  {
    id: '01a19b89-c085-77dc-886d-9ca5214c4e75',
    name: 'C#',
    synonyms: ['csharp', 'c sharp', 'dotnet', '.net'],
  },
  {
    id: '01a19b89-e472-74e8-bac4-e0e8c5cc463b',
    name: 'Go',
    synonyms: ['golang', 'go language'],
  },
  {
    id: '01a19b8a-04b3-7c25-958e-adec812eb40d',
    name: 'Rust',
    synonyms: ['rustlang', 'rust language'],
  },
  {
    id: '01a19b8a-1391-7338-975e-bbda086d0ffc',
    name: 'Ruby',
    synonyms: ['ruby on rails', 'rails', 'ror'],
  },
  {
    id: '01a19b8a-3d3b-7bc0-a198-ac33c05be068',
    name: 'PHP',
    synonyms: ['laravel', 'symfony'],
  },
  {
    id: '01a19b8a-5203-70ed-8480-7d0401537dcf',
    name: 'Swift',
    synonyms: ['swiftui', 'ios development'],
  },
  {
    id: '01a19b8a-79c4-7578-bbb7-0bbd5060fc19',
    name: 'Clojure',
    synonyms: ['clj', 'clojurescript'],
  },
  {
    id: '01a19b8a-9c3b-7692-89a9-a324cead4cb0',
    name: 'Haskell',
    synonyms: ['ghc'],
  },
  {
    id: '01a19b8a-b7af-7253-b22b-2d4fe4446419',
    name: 'Elixir',
    synonyms: ['phoenix framework', 'erlang', 'otp'],
  },
  {
    id: '01a19b8a-d1a4-7485-9273-0ed3ca70d37e',
    name: 'F#',
    synonyms: ['fsharp', 'f sharp'],
  },
  {
    id: '01a19b8a-ec71-7ac5-a0d1-ab14ac4b1a0c',
    name: 'Lisp',
    synonyms: ['common lisp', 'scheme', 'racket'],
  },
  {
    id: '01a19b8b-16e6-75f8-9a3e-0dbe03321980',
    name: 'R',
    synonyms: ['rstats', 'r language'],
  },
  {
    id: '01a19b8b-2d06-791f-afd8-429bad6de9c8',
    name: 'Julia',
    synonyms: ['julialang'],
  },
  {
    id: '01a19b8b-55be-74fa-a686-2da0ce92c881',
    name: 'Lua',
    synonyms: ['love2d'],
  },
  {
    id: '01a19b8b-6567-754f-aed3-15002dec49b6',
    name: 'Dart',
    synonyms: ['flutter'],
  },
  {
    id: '01a19b8b-95c5-721b-a91c-66360292ea86',
    name: 'SQL',
    synonyms: ['postgres', 'postgresql', 'mysql', 'sqlite', 'databases', 'relational databases'],
  },
  {
    id: '01a19b8b-b341-77a9-8ab4-79d9ec9c73bd',
    name: 'Bash',
    synonyms: ['shell scripting', 'zsh', 'shell', 'command line', 'terminal'],
  },
];
