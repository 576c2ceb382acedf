import { aName } from '../../support/a-name';
import { expect } from '../../support/test';
import { type Start, type Walk, whileFailing, whileWaiting } from './walk';

const SEARCH = /\/api\/v1\/users\?/;

/** Whom somebody finds who teaches watercolour and would like to play the ukulele: of many scripts, and each with something else besides. */
const FITTING = [
  [
    'Ngozi Adéyẹmí',
    ['Ukulele', 'Yoruba'],
    ['Watercolour', 'Tea'],
    'Lagos',
    'Sings in a choir, and hums everywhere else',
  ],
  ['佐藤 美咲', ['Ukulele', 'Paper folding'], ['Watercolour'], '京都', '毎朝、川のそばで練習しています'],
  ['ليلى حداد', ['Ukulele', 'Arabic calligraphy'], ['Watercolour', 'Bookbinding'], 'بيروت', 'أحب الحروف والموسيقى'],
  ['Олена Шевченко', ['Ukulele'], ['Watercolour', 'Beekeeping'], 'Львів', ''],
  ['अनन्या राव', ['Ukulele', 'Tabla'], ['Linocut'], 'मैसूर', 'हर शाम थोड़ा संगीत'],
  ['Þórdís Björnsdóttir', ['Birdwatching'], ['Watercolour'], 'Akureyri', 'Counts puffins'],
] as const;

/** Makes them, one after the other: an account is dear to the machine. */
async function peopleWhoFit(newcomer: Start['newcomer']): Promise<void> {
  for (const [name, teaches, learns, location, headline] of FITTING) {
    const person = await newcomer({ name, teaches: [...teaches], learns: [...learns] });
    await person.api.patch('/users/me', { location, headline });
  }
}

/** Finding people, who they are, and what one can teach and wants to learn. */
export const people: Walk = async ({ aDevice, newcomer }, look) => {
  const nameOfBen = aName('Ben');
  const ana = await newcomer({ name: 'Ana Marques' });
  const ben = await newcomer({ name: nameOfBen, teaches: ['Ukulele'], learns: ['Watercolour'] });
  await peopleWhoFit(newcomer);
  await ben.api.patch('/users/me', {
    headline: 'Plays the ukulele, and is learning to be quiet about it in the evening',
    bio: 'I begin at nine. '.repeat(30),
    location: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    timezone: 'Europe/London',
    languages: ['en', 'cy'],
  });
  const device = await aDevice();
  const { page } = device;
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  device.complaints.expect(/status of 404 .*\/users\//);

  await device.isOf(ana, '/people');
  await expect(heading('What brings you here?')).toBeVisible();
  await look(device, 'nobody to find yet');
  await page.goto('/welcome');
  await expect(heading('Welcome, Ana Marques')).toBeVisible();
  await look(device, 'skills, none yet');
  const [toTeach, toLearn] = ['Add a skill to teach', 'Add a skill to learn'].map((name) =>
    page.getByRole('combobox', { name }),
  );
  await toTeach?.fill('Watercolour');
  await expect(page.getByRole('option', { name: 'Watercolour', exact: true })).toBeVisible();
  await look(device, 'skills to choose from');
  await page.getByRole('option', { name: 'Watercolour', exact: true }).click();
  await toLearn?.fill('Ukulele');
  await page.getByRole('option', { name: 'Ukulele', exact: true }).click();
  await toLearn?.fill('zzzzqqq');
  await expect(page.getByText('Parley does not know this yet.')).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await look(device, 'skills, and one that nobody knows');

  await page.getByRole('link', { name: 'See who fits' }).click();
  await expect(heading('Something for both of you')).toBeVisible();
  await look(device, 'people who fit');
  await whileWaiting(device, SEARCH, async () => {
    await device.people.lookFor({ name: nameOfBen });
    await expect(page.locator('parley-people-page parley-skeleton').first()).toBeVisible();
    await look(device, 'people on their way');
  });
  await expect(device.people.found.getByRole('article')).toHaveCount(1);
  await look(device, 'somebody found');
  await device.people.lookFor({ name: 'zzzzqqq' });
  await expect(heading('Nobody found')).toBeVisible();
  await look(device, 'nobody found');

  await whileFailing(device, SEARCH, async () => {
    await device.people.lookFor({ name: 'anybody' });
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await look(device, 'people who cannot be had');
  });

  await page.goto(`/people/${ben.id}`);
  await expect(page.getByText('I begin at nine.')).toBeVisible();
  await look(device, 'a profile');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await look(device, 'what can be done with somebody');
  await page.getByRole('menuitem', { name: 'Report' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(device, 'reporting somebody');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Block' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(device, 'blocking somebody');
  await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
  await expect(page.getByRole('button', { name: 'Unblock' })).toBeVisible();
  await look(device, 'somebody blocked');
  await page.goto('/settings/blocked');
  await expect(page.getByRole('button', { name: 'Unblock' })).toBeVisible();
  await look(device, 'blocked people');
  await page.goto('/people/018f0000-0000-7000-8000-00000000dead');
  await expect(heading('There is nobody here')).toBeVisible();
  await look(device, 'nobody there');
};
