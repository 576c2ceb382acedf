import type { Plant } from '../plant';
import { browserPlants } from './browser';
import { edgePlants } from './edges';
import { servicePlants } from './services';
import { signInPlants } from './sign-ins';
import { socketPlants } from './sockets';

/** Every planted fault; those whose specs borrow a database lie beside each other. */
export const plants: readonly Plant[] = [
  ...browserPlants,
  ...edgePlants,
  ...socketPlants,
  ...servicePlants,
  ...signInPlants,
];
