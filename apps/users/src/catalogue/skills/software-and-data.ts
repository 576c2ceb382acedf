import type { CatalogueSkill } from '../catalogue-skill';

/** Building software, the web, and what data tells. */
export const softwareAndData: readonly CatalogueSkill[] = [
  {
    id: '01a19b8b-d162-7e0c-bebe-6e40b33ce046',
    name: 'HTML',
    synonyms: ['html5', 'semantic html'],
  },
  {
    id: '01a19b8b-f3a2-7569-b6eb-30e01fc10f9e',
    name: 'CSS',
    synonyms: ['css3', 'flexbox', 'css grid', 'sass', 'stylesheets'],
  },
  {
    id: '01a19b8c-0dac-7d5a-81d9-7e46702ba6fb',
    name: 'Web development',
    synonyms: ['web dev', 'frontend', 'front-end development', 'desarrollo web', 'webentwicklung', 'développement web'],
  },
  {
    id: '01a19b8c-2525-7e27-a734-aab26494e483',
    name: 'Web accessibility',
    synonyms: ['a11y', 'wcag', 'aria'],
  },
  {
    id: '01a19b8c-3ff0-7acc-b56c-62cc56985857',
    name: 'Angular',
    synonyms: ['angular signals', 'rxjs'],
  },
  {
    id: '01a19b8c-5ee6-75c4-b37b-a4e2f1969d1f',
    name: 'React',
    synonyms: ['reactjs', 'react.js', 'next.js'],
  },
  {
    id: '01a19b8c-8aa5-73c7-a0d0-d831c1b009ad',
    name: 'Vue',
    synonyms: ['vuejs', 'vue.js', 'nuxt'],
  },
  {
    id: '01a19b8c-ac65-75d9-910b-4305a31d2c2c',
    name: 'Svelte',
    synonyms: ['sveltekit'],
  },
  {
    id: '01a19b8c-be22-7506-8eef-36d4737c0e8c',
    name: 'Node.js',
    synonyms: ['node', 'nodejs', 'express.js'],
  },
  {
    id: '01a19b8c-e561-72f0-9a4d-56355e1c0389',
    name: 'NestJS',
    synonyms: ['nest.js'],
  },
  {
    id: '01a19b8d-0408-7ace-afcc-2d52ec0c85a4',
    name: 'Android development',
    synonyms: ['android', 'jetpack compose'],
  },
  {
    id: '01a19b8d-1c2d-7fdb-b6a5-7c91eea1c5f9',
    name: 'Game development',
    synonyms: ['gamedev', 'unity', 'godot', 'unreal engine'],
  },
  {
    id: '01a19b8d-3d3a-7cbc-a6ed-0238536cfb38',
    name: 'Git',
    synonyms: ['github', 'version control', 'gitlab'],
  },
  {
    id: '01a19b8d-58ea-7df6-acbf-289d92f63f38',
    name: 'Docker',
    synonyms: ['containers', 'docker compose', 'podman'],
  },
  {
    id: '01a19b8d-7abe-7613-8776-2e8bf150f453',
    name: 'Kubernetes',
    synonyms: ['k8s', 'helm charts'],
  },
  {
    id: '01a19b8d-a2e6-7765-a76b-24ee750562eb',
    name: 'Linux',
    synonyms: ['ubuntu', 'debian', 'gnu/linux', 'system administration', 'sysadmin'],
  },
  {
    id: '01a19b8d-b9d0-7e5b-a257-0952596870c6',
    name: 'Cloud infrastructure',
    synonyms: ['aws', 'azure', 'gcp', 'terraform'],
  },
  {
    id: '01a19b8d-d57f-7f81-912b-84453e2d6639',
    name: 'Cyber security',
    synonyms: ['cybersecurity', 'infosec', 'ethical hacking', 'it-sicherheit'],
  },
  {
    id: '01a19b8d-f4dc-7d23-a23a-5a65fa4338f2',
    name: 'Software testing',
    synonyms: ['unit testing', 'tdd', 'test driven development', 'playwright'],
  },
  {
    id: '01a19b8e-1cb6-7c8e-897c-7aac8915fa84',
    name: 'Software architecture',
    synonyms: ['system design', 'domain driven design', 'microservices'],
  },
  {
    id: '01a19b8e-30e5-7a5a-98f8-6712074c7e6b',
    name: 'Algorithms',
    synonyms: ['data structures', 'algorithms and data structures', 'leetcode'],
  },
  {
    id: '01a19b8e-5ac9-79e1-825a-5e3e71aa4a4d',
    name: 'Regular expressions',
    synonyms: ['regex', 'regexp'],
  },
  {
    id: '01a19b8e-6fca-7634-95e1-46ea6652865b',
    name: 'Arduino',
    synonyms: ['microcontrollers', 'esp32', 'embedded systems'],
  },
  {
    id: '01a19b8e-9c11-7e38-bbf2-d3115b4bcd43',
    name: 'Data analysis',
    synonyms: ['data analytics', 'pandas', 'análisis de datos', 'datenanalyse'],
  },
  {
    id: '01a19b8e-b097-722a-acc3-b79459fe4557',
    name: 'Data visualisation',
    synonyms: ['data visualization', 'dataviz', 'd3', 'd3.js', 'tableau'],
  },
  {
    id: '01a19b8e-d6f6-7f19-ae6a-677d1b995a44',
    name: 'Machine learning',
    synonyms: ['ml', 'scikit-learn', 'aprendizaje automático', 'maschinelles lernen', '机器学习', '機械学習'],
  },
  {
    id: '01a19b8e-ec60-74d1-988d-0172612674c0',
    name: 'Deep learning',
    synonyms: ['neural networks', 'pytorch', 'tensorflow'],
  },
  {
    id: '01a19b8f-0ff1-726f-85d7-52f9b312a191',
    name: 'Spreadsheets',
    synonyms: ['excel', 'google sheets', 'libreoffice calc', 'hojas de cálculo', 'tabellenkalkulation', 'tableur'],
  },
  {
    id: '01a19b8f-33ca-779b-ac7a-e0b7305c0fc0',
    name: 'Maps and GIS',
    synonyms: ['gis', 'qgis', 'cartography', 'openstreetmap'],
  },
];
