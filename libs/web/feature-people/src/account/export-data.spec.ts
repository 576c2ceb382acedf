import { TestBed } from '@angular/core/testing';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { Toaster } from '@parley/web-ui';
import { words } from '@parley/web-ui/testing';
import { ExportData } from './export-data';

const record = (n: number): object => ({ type: 'message', message: { text: `number ${n}` } });
let saved: { name: string; file: Blob }[] = [];
const kept = new Map<string, Blob>();

beforeEach(() => {
  saved = [];
  // jsdom keeps no files and follows no downloads.
  Object.assign(URL, {
    createObjectURL: (file: Blob) => {
      kept.set(`blob:${kept.size}`, file);
      return `blob:${kept.size - 1}`;
    },
    revokeObjectURL: () => undefined,
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const file = kept.get(this.href);
    if (file) saved.push({ name: this.download, file });
  });
});
afterEach(() => jest.restoreAllMocks());

/** jsdom's files cannot read themselves. */
const textOf = (file: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.readAsText(file);
  });

async function show(export_: unknown) {
  const client = await new QuietClient({ 'GET /auth/export': export_ }).signIn();
  const { fixture } = await render(ExportData, {
    imports: [words],
    providers: [{ provide: PARLEY_CLIENT, useValue: client }],
  });
  return { client, fixture };
}

const download = (): Promise<void> => userEvent.click(screen.getByText('Download my data'));
const pages = (...of: object[][]) => {
  const left = [...of];
  return () => ({ items: left.shift() ?? [], nextCursor: left.length > 0 ? 'next' : null });
};

it('saves all pages as one file of a line for each record', async () => {
  const { client } = await show(pages([record(1), record(2)], [], [record(3)]));
  await download();
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.name).toMatch(/^parley-\d{4}-\d\d-\d\d\.jsonl$/);
  const lines = (await textOf(saved[0]?.file ?? new Blob())).trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([record(1), record(2), record(3)]);
  expect(client.asked.filter(({ call }) => call === 'GET /auth/export')).toHaveLength(3);
  await waitFor(() =>
    expect(
      TestBed.inject(Toaster)
        .toasts()
        .map(({ text }) => text),
    ).toEqual([expect.stringContaining('saved')]),
  );
});

it('saves nothing where an answer fails, says so, and can be asked again', async () => {
  const { client } = await show(503);
  await download();
  expect(await screen.findByRole('alert')).toHaveTextContent('Parley does not answer just now.');
  expect(saved).toEqual([]);
  client.answers['GET /auth/export'] = pages([record(1)]);
  await download();
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('ends with the page', async () => {
  let asked = 0;
  const { fixture } = await show(() => {
    asked++;
    if (asked === 2) fixture.destroy();
    return { items: [record(asked)], nextCursor: 'next' };
  });
  await download();
  await waitFor(() => expect(asked).toBe(2));
  await new Promise((resolve) => setTimeout(resolve));
  expect([asked, saved]).toEqual([2, []]);
});
