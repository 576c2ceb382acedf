import type { CatalogueSkill } from './catalogue-skill';
import { cooking } from './skills/cooking';
import { crafts } from './skills/crafts';
import { danceAndStage } from './skills/dance-and-stage';
import { designAndMedia } from './skills/design-and-media';
import { drawingAndPainting } from './skills/drawing-and-painting';
import { gamesAndMinds } from './skills/games-and-minds';
import { homeAndGarden } from './skills/home-and-garden';
import { languagesAfricaAndPacific } from './skills/languages-africa-and-pacific';
import { languagesClassicalAndSigned } from './skills/languages-classical-and-signed';
import { languagesEastAsia } from './skills/languages-east-asia';
import { languagesEasternEurope } from './skills/languages-eastern-europe';
import { languagesMiddleEast } from './skills/languages-middle-east';
import { languagesNorthernEurope } from './skills/languages-northern-europe';
import { languagesSouthAsia } from './skills/languages-south-asia';
import { languagesWesternEurope } from './skills/languages-western-europe';
import { musicAndVoice } from './skills/music-and-voice';
import { programmingLanguages } from './skills/programming-languages';
import { schoolSubjects } from './skills/school-subjects';
import { softwareAndData } from './skills/software-and-data';
import { sportsAndMovement } from './skills/sports-and-movement';
import { stringsAndKeys } from './skills/strings-and-keys';
import { workAndLife } from './skills/work-and-life';

export type { CatalogueSkill } from './catalogue-skill';
export { normaliseSkillTerm } from './normalise-skill-term';

/**
 * Every skill that Parley knows: what members choose from, and what their words for it lead to. It ships with the
 * product. An entry may be renamed or get synonyms; its id never changes, and no entry goes while a profile may name it.
 */
export const skillCatalogue: readonly CatalogueSkill[] = [
  ...languagesWesternEurope,
  ...languagesNorthernEurope,
  ...languagesEasternEurope,
  ...languagesMiddleEast,
  ...languagesSouthAsia,
  ...languagesEastAsia,
  ...languagesAfricaAndPacific,
  ...languagesClassicalAndSigned,
  ...programmingLanguages,
  ...softwareAndData,
  ...schoolSubjects,
  ...stringsAndKeys,
  ...musicAndVoice,
  ...danceAndStage,
  ...drawingAndPainting,
  ...designAndMedia,
  ...crafts,
  ...cooking,
  ...sportsAndMovement,
  ...gamesAndMinds,
  ...homeAndGarden,
  ...workAndLife,
];
