import { fuzz } from './fuzz';
import { told } from './report';

it('S22, S24, S25, S26, S30: no malformed input ends a process, and each is answered as the contract says', async () => {
  const lines: string[] = [];
  const report = await fuzz({ seed: 5, minutes: 0.75, inputs: 3_000, log: (line) => lines.push(line) });
  // The figures explain whatever is broken.
  const shown = told(report);
  expect({ crashes: report.crashes, findings: report.findings, shown }).toEqual({ crashes: [], findings: [], shown });
  expect(report.inputs).toBeGreaterThan(300);
  expect(Object.keys(report.tried)).toHaveLength(9);
}, 600_000);
