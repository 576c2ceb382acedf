import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { words } from '../words/words.fixture';
import { ReportDialog, type ReportWords } from './report-dialog';

jest.setTimeout(60_000);

async function show(inputs: { busy?: boolean; problem?: { code: string } } = {}) {
  const said: ReportWords[] = [];
  let closed = 0;
  await render(ReportDialog, {
    imports: [words],
    inputs: { title: 'Report Ben?', noteMax: 2_000, ...inputs },
    on: { sent: (words: ReportWords) => said.push(words), closed: () => (closed += 1) },
  });
  return { said, closes: () => closed };
}

describe('ReportDialog', () => {
  it('asks why, and takes a few words more', async () => {
    const { said } = await show();
    await userEvent.click(screen.getByLabelText('Fraud, or a false name'));
    await userEvent.type(screen.getByLabelText(/What happened/), 'Asked for money');
    await userEvent.click(screen.getByText('Send the report'));
    expect(said).toEqual([{ reason: 'fraud', note: 'Asked for money' }]);
  });

  it('is left without a report', async () => {
    const { said, closes } = await show();
    await userEvent.click(screen.getByText('Cancel'));
    expect([said, closes()]).toEqual([[], 1]);
  });

  it('takes no second press while the first is on its way, and says what went wrong', async () => {
    const { said } = await show({ busy: true, problem: { code: 'rate_limited' } });
    expect(screen.getByRole('alert', { hidden: true })).toHaveTextContent('Wait a moment');
    await userEvent.click(screen.getByText('Send the report'));
    expect(said).toEqual([]);
  });
});
