export { die, Failpoints } from './failpoints';
export { faultsConfig, PLANTS, type Plant } from './plants';
export { serveFailpoints } from './serve-failpoints';
