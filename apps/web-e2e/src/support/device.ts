import { expect, type BrowserContext, type Page } from '@playwright/test';
import { PASSWORD, type Person } from '@parley/testing';
import { Overview } from '../pages/overview';
import { PeoplePage } from '../pages/people-page';
import { RegisterPage } from '../pages/register-page';
import { RoomPage } from '../pages/room-page';
import { SignInPage } from '../pages/sign-in-page';
import { Complaints } from './complaints';

/** Somebody's browser: cookies and storage of its own, and one page open in it. */
export class Device {
  readonly complaints = new Complaints();

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    context.on('page', (another) => this.complaints.of(another));
    this.complaints.of(page);
  }

  static async in(context: BrowserContext): Promise<Device> {
    return new Device(context, await context.newPage());
  }

  get register(): RegisterPage {
    return new RegisterPage(this.page);
  }

  get signIn(): SignInPage {
    return new SignInPage(this.page);
  }

  get people(): PeoplePage {
    return new PeoplePage(this.page);
  }

  get overview(): Overview {
    return new Overview(this.page);
  }

  /** The room with somebody, or of that title. */
  room(name: string): RoomPage {
    return new RoomPage(this.page, name);
  }

  /** Makes this the browser of somebody who signed in some time ago, and opens a page of the app. */
  async isOf(person: Person, path = '/rooms'): Promise<void> {
    const answer = await this.context.request.post('/api/v1/auth/login', {
      data: { email: person.email, password: PASSWORD, session: 'cookie' },
    });
    expect(answer.status()).toBe(200);
    await this.page.goto(path);
  }
}
