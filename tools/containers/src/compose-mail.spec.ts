import { readFileSync } from 'node:fs';
import { readOnTop } from './compose-on-top';
import { lastInstruction, readStages } from './dockerfile';
import { compose, inWorkspace } from './workspace';

const { services, networks, secrets } = compose();
const runbook = readFileSync(inWorkspace('docs/runbooks/compose.md'), 'utf8');

describe('mails without a mail server', () => {
  it('lie in a volume that the users service alone has', () => {
    const mounted = Object.entries(services).filter(([, { volumes }]) =>
      volumes.some((of) => of.startsWith('outbox:')),
    );
    expect(mounted.map(([name]) => name)).toEqual(['users']);
    expect(services['users']?.volumes).toEqual([`outbox:${services['users']?.environment['MAIL_OUTBOX_DIR'] ?? ''}`]);
  });

  it('can be written there: the image has the folder, as that of who runs', () => {
    const { user, volumes } = services['users'] ?? {};
    const made = lastInstruction(readStages(inWorkspace('docker/Dockerfile')), 'service', 'RUN');
    const [owner, group] = user?.split(':') ?? [];
    const folder = volumes?.[0]?.split(':')[1] ?? '';
    expect(made).toBe(`install --directory --owner=${owner} --group=${group} --mode=0700 ${folder}`);
  });

  it('are found by the runbook', () => {
    expect(runbook).toContain(`${services['users']?.environment['MAIL_OUTBOX_DIR'] ?? ''}/*.eml`);
  });
});

describe('what goes on top for a mail server', () => {
  const onTop = readOnTop(inWorkspace('docker-compose.smtp.yml'));
  const { users } = onTop.services;

  it('gives the users service, and it alone, a network of its own that is open to the outside', () => {
    expect(users.networks).toEqual(Object.keys(onTop.networks));
    expect(users.networks).toHaveLength(1);
    expect(users.networks.filter((network) => network in networks)).toEqual([]);
  });

  it('S47: has the address, which holds a password, as a secret of the service’s own, and the runbook tells how to make it', () => {
    expect(users.environment).toEqual({
      SMTP_URL_FILE: `/run/secrets/${users.secrets[0] ?? ''}`,
      MAIL_FROM: expect.stringMatching(/^\$\{MAIL_FROM:\?/),
    });
    expect(users.secrets).toEqual(Object.keys(onTop.secrets));
    expect(users.secrets).toHaveLength(1);
    expect(users.secrets.filter((secret) => secret in secrets)).toEqual([]);
    expect(runbook).toContain(`docker/secrets/${users.secrets[0] ?? ''}`);
  });
});
