import type { CatalogueSkill } from '../catalogue-skill';

/** Work, money and people. */
export const workAndLife: readonly CatalogueSkill[] = [
  {
    id: '01a19ba4-0eff-7d95-9d6a-a348b3349e14',
    name: 'Public speaking',
    synonyms: ['presentations', 'speeches', 'hablar en público', 'rhetorik', 'toastmasters'],
  },
  {
    id: '01a19ba4-3122-7ce9-8803-f3cc971207b2',
    name: 'Negotiation',
    synonyms: ['salary negotiation', 'negociación', 'verhandeln'],
  },
  {
    id: '01a19ba4-4932-7b31-b67d-0979f690341b',
    name: 'Job interviews',
    synonyms: ['interview preparation', 'interview practice', 'entrevistas de trabajo'],
  },
  {
    id: '01a19ba4-71b4-746e-b225-f0949e1ea3ef',
    name: 'CV writing',
    synonyms: ['résumé writing', 'cv', 'cover letters', 'lebenslauf'],
  },
  {
    id: '01a19ba4-8ebd-7ea4-87c3-db7f33848447',
    name: 'Project management',
    synonyms: ['scrum', 'kanban', 'agile'],
  },
  {
    id: '01a19ba4-a5b5-76a2-ab3a-7d33a617f14f',
    name: 'Time management',
    synonyms: ['productivity', 'getting things done', 'pomodoro'],
  },
  {
    id: '01a19ba4-c5d2-7450-98f4-7e387371d2ff',
    name: 'Personal finance',
    synonyms: ['budgeting', 'saving money', 'finanzas personales'],
  },
  {
    id: '01a19ba4-f524-732c-856a-62f49c72e652',
    name: 'Freelancing',
    synonyms: ['self-employment', 'freelance', 'autónomos'],
  },
  {
    id: '01a19ba5-02c2-7560-86bc-14a516d0368f',
    name: 'Starting a business',
    synonyms: ['entrepreneurship', 'startups', 'emprender'],
  },
  {
    id: '01a19ba5-2752-7846-aaf2-9e90858835cc',
    name: 'Marketing',
    synonyms: ['social media marketing', 'seo', 'content marketing'],
  },
  {
    id: '01a19ba5-407f-7d23-bbbb-f65a35c633cf',
    name: 'Conflict resolution',
    synonyms: ['mediation', 'nonviolent communication', 'nvc'],
  },
  {
    id: '01a19ba5-6e32-7a0e-8da5-3cf58014a839',
    name: 'Teaching',
    synonyms: ['lesson planning', 'pedagogy', 'didactics'],
  },
  {
    id: '01a19ba5-85d0-7420-b58f-fb50897709c8',
    name: 'Touch typing',
    synonyms: ['typing', 'mecanografía', 'zehnfingersystem'],
  },
];
