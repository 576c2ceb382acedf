import { readFileSync } from 'node:fs';
import { readOnTop } from './compose-on-top';
import { compose, inWorkspace } from './workspace';

const { networks, secrets } = compose();
const runbook = readFileSync(inWorkspace('docs/runbooks/compose.md'), 'utf8');
const onTop = readOnTop(inWorkspace('docker-compose.oidc.yml'));
const { users } = onTop.services;

describe('what goes on top for an issuer', () => {
  it('gives the users service, and it alone, a network of its own that is open to the outside', () => {
    expect(users.networks).toEqual(Object.keys(onTop.networks));
    expect(users.networks).toHaveLength(1);
    expect(users.networks.filter((network) => network in networks)).toEqual([]);
  });

  it('S47: has what the issuer knows Parley by as a secret of the service’s own, and the runbook tells how to make it', () => {
    expect(users.secrets).toEqual(Object.keys(onTop.secrets));
    expect(users.secrets.filter((secret) => secret in secrets)).toEqual([]);
    expect(users.environment).toEqual({
      OIDC_ISSUER: expect.stringMatching(/^\$\{OIDC_ISSUER:\?/),
      OIDC_CLIENT_ID: expect.stringMatching(/^\$\{OIDC_CLIENT_ID:\?/),
      OIDC_CLIENT_SECRET_FILE: `/run/secrets/${users.secrets[0] ?? ''}`,
      OIDC_NAME: '${OIDC_NAME:-}',
    });
    expect(runbook).toContain(`docker/secrets/${users.secrets[0] ?? ''}`);
  });
});
