export { KitComposers } from './kit-composer';
export { KitHeaders } from './kit-headers';
export { KitHits } from './kit-hits';
export { KitMessages } from './kit-messages';
export { KitRooms } from './kit-rooms';
