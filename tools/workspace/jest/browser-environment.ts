import { TestEnvironment } from 'jest-environment-jsdom';

/** jsdom, and of Node's own what browsers have and jsdom has not. */
export default class BrowserEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, { Headers, Response });
  }
}
