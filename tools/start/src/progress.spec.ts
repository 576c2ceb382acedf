import { setTimeout as sleep } from 'node:timers/promises';
import { Progress } from './progress';

function anOutput(isTTY: boolean): { isTTY: boolean; write(text: string): void; text: string } {
  return {
    isTTY,
    text: '',
    write(text) {
      this.text += text;
    },
  };
}

describe('Progress', () => {
  it('writes plain lines where there is no terminal', async () => {
    const output = anOutput(false);
    const progress = new Progress(output);
    await progress.step(
      'Building',
      async () => undefined,
      () => 'Built',
    );
    progress.note('users ended');
    expect(output.text).toMatch(/^ {2}… Building\n {2}✓ Built {2}0\.\d s\n {2}! users ended\n$/);
  });

  it('writes over the line of a step on a terminal, and leaves one line of it', async () => {
    const output = anOutput(true);
    await new Progress(output).step('Building', async (report) => {
      report('web');
      await sleep(1);
    });
    expect(output.text).toContain('web');
    expect(output.text.split('\n')).toHaveLength(2);
    expect(output.text.split('\r').at(-1)).toContain('✓');
  });

  it('answers with what the step made, and passes its failure on', async () => {
    const output = anOutput(false);
    const progress = new Progress(output);
    expect(await progress.step('One', async () => 1)).toBe(1);
    await expect(progress.step('Two', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(output.text).toContain('  ✗ Two\n');
  });
});
