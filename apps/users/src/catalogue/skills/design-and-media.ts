import type { CatalogueSkill } from '../catalogue-skill';

/** Design, photography, film and sound. */
export const designAndMedia: readonly CatalogueSkill[] = [
  {
    id: '01a19b98-387d-78c7-ae87-9f9bf5bbbcba',
    name: 'Graphic design',
    synonyms: ['diseño gráfico', 'grafikdesign', 'graphisme', 'adobe illustrator'],
  },
  {
    id: '01a19b98-553c-7e43-a652-799065e8cc84',
    name: 'Typography',
    synonyms: ['tipografía', 'typeface design'],
  },
  {
    id: '01a19b98-73b1-7ab6-b2df-c9b237be48b7',
    name: 'UI design',
    synonyms: ['user interface design', 'ui', 'figma', 'interface design'],
  },
  {
    id: '01a19b98-a239-7bc1-98f4-8840eb73333d',
    name: 'UX research',
    synonyms: ['user research', 'ux', 'usability testing'],
  },
  {
    id: '01a19b98-bee4-7c49-a537-14b2fc6bcfb1',
    name: 'Animation',
    synonyms: ['2d animation', 'motion graphics', 'after effects'],
  },
  {
    id: '01a19b98-dea7-74c3-9c41-c91a06c81d16',
    name: '3D modelling',
    synonyms: ['3d modeling', 'blender'],
  },
  {
    id: '01a19b98-ff6b-7616-b07d-f8dbc27b0517',
    name: '3D printing',
    synonyms: ['impresión 3d', '3d-druck'],
  },
  {
    id: '01a19b99-0dbb-77d7-890a-b8c61a23a105',
    name: 'Photography',
    synonyms: ['photo', 'fotografía', 'fotografie', 'photographie', '摄影', '写真'],
  },
  {
    id: '01a19b99-3ccd-730d-9c57-f21253bb2e5f',
    name: 'Film photography',
    synonyms: ['analog photography', 'analogue photography', 'darkroom'],
  },
  {
    id: '01a19b99-5870-71e6-a188-41a904d5bb35',
    name: 'Photo editing',
    synonyms: ['lightroom', 'photoshop', 'retouching'],
  },
  {
    id: '01a19b99-6d87-7858-8cdd-1f507e958c67',
    name: 'Video editing',
    synonyms: ['premiere', 'davinci resolve', 'final cut', 'montaje'],
  },
  {
    id: '01a19b99-97c2-7193-937e-c651b17709eb',
    name: 'Film making',
    synonyms: ['filmmaking', 'cinematography', 'cine'],
  },
  {
    id: '01a19b99-aff4-70f6-8a32-c2484b7516c6',
    name: 'Podcasting',
    synonyms: ['podcast', 'audio editing'],
  },
  {
    id: '01a19b99-cd63-7ce2-94ce-11a478219455',
    name: 'Creative writing',
    synonyms: ['fiction writing', 'escritura creativa', 'kreatives schreiben'],
  },
  {
    id: '01a19b99-f48a-70ef-8a3f-26f2ae8b9bf5',
    name: 'Poetry',
    synonyms: ['poesía', 'lyrik', 'poésie', 'شعر'],
  },
  {
    id: '01a19b9a-0696-72a5-b643-9a75f6ff64f5',
    name: 'Translation',
    synonyms: ['traducción', 'übersetzen', 'traduction', 'subtitling'],
  },
  {
    id: '01a19b9a-2f4d-7b34-9927-b070cfc1f787',
    name: 'Journalism',
    synonyms: ['reporting', 'periodismo'],
  },
];
