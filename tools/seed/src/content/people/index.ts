import type { Person } from '../content-types';
import { americansAndPacificIslanders } from './americas-and-pacific';
import { asians } from './asia';
import { northernAndEasternEuropeans } from './europe-north-east';
import { westernEuropeans } from './europe-west';
import { middleEasternersAndAfricans } from './middle-east-and-africa';

/** The members of the sandbox; the first, Ana, is the one a newcomer logs in as. */
export const people: readonly Person[] = [
  ...westernEuropeans,
  ...northernAndEasternEuropeans,
  ...asians,
  ...middleEasternersAndAfricans,
  ...americansAndPacificIslanders,
];
