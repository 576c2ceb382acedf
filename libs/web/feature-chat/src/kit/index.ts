export { KitMessages } from './kit-messages';
export { KitRooms } from './kit-rooms';
