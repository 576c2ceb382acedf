import { PASSWORD } from '@parley/testing';
import { expect, test } from '../support/test';

test('a wrong password is told in words, and the right one leads to where one wanted to go', async ({
  aDevice,
  newcomer,
}) => {
  const [person, device] = [await newcomer({ name: 'Dora Lind' }), await aDevice()];
  device.complaints.expect(/status of 401 .*\/auth\/login$/);
  await device.page.goto('/people');
  await expect(device.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await device.signIn.submit(person.email, 'not this one, surely');
  await expect(device.page.getByRole('alert')).toHaveText(/E-mail and password do not fit together/);
  await device.signIn.submit(person.email, PASSWORD);
  await expect(device.page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
});

test('an address that is taken is told in words that give nothing away', async ({ aDevice, newcomer }) => {
  const [person, device] = [await newcomer({ name: 'Emil Novak' }), await aDevice()];
  device.complaints.expect(/status of 409 .*\/auth\/register$/);
  await device.register.open();
  await device.register.submit({ name: 'Somebody else', email: person.email, password: PASSWORD });
  await expect(device.page.getByRole('alert')).toHaveText(/No account could be opened with this address/);
  await expect(device.page.getByText('Emil Novak')).toHaveCount(0);
});
