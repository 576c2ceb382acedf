import type { Conversation } from '../content-types';
import { anaAndAmelie } from './ana-and-amelie';
import { anaAndChidi } from './ana-and-chidi';
import { anaAndFreya } from './ana-and-freya';
import { anaAndKenji } from './ana-and-kenji';
import { anaAndLayla } from './ana-and-layla';
import { anaAndLuca } from './ana-and-luca';
import { anaAndPriya } from './ana-and-priya';
import { anaAndTomasz } from './ana-and-tomasz';
import { arjunAndEmma } from './arjun-and-emma';
import { diegoAndRafael } from './diego-and-rafael';
import { fatouAndMateus } from './fatou-and-mateus';
import { hannahAndLayla } from './hannah-and-layla';
import { jonasAndMei } from './jonas-and-mei';
import { kenjiAndJiwoo } from './kenji-and-jiwoo';
import { noamAndTomasz } from './noam-and-tomasz';
import { slowKitchen } from './slow-kitchen';
import { sundayLanguageTable } from './sunday-language-table';
import { zeynepAndOksana } from './zeynep-and-oksana';

/** The rooms that were written by hand; each pair of people has at most one direct room. */
export const conversations: readonly Conversation[] = [
  anaAndPriya,
  sundayLanguageTable,
  anaAndKenji,
  anaAndLuca,
  anaAndChidi,
  slowKitchen,
  anaAndAmelie,
  anaAndTomasz,
  anaAndLayla,
  anaAndFreya,
  jonasAndMei,
  hannahAndLayla,
  arjunAndEmma,
  diegoAndRafael,
  fatouAndMateus,
  kenjiAndJiwoo,
  noamAndTomasz,
  zeynepAndOksana,
];
