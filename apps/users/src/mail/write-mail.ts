import type { MailKind } from './mail-job.entity';
import type { Mail } from './outbox';

/** What each kind says. The token stands behind the number sign: a browser sends that to nobody, and no log on the way has it. */
export function writeMail(kind: MailKind, to: string, origin: string, token = ''): Mail {
  switch (kind) {
    case 'verify_email':
      return mail(to, 'Confirm your address for Parley', [
        'Somebody, hopefully you, has opened an account at Parley with this address.',
        'To confirm that it is yours, open:',
        `${origin}/confirm-email#token=${token}`,
        'The link is good for a day. If it was not you, do nothing.',
      ]);
    case 'change_email':
      return mail(to, 'Confirm your new address for Parley', [
        'Somebody, hopefully you, wants to sign in to Parley with this address from now on.',
        'To confirm that it is yours, open:',
        `${origin}/confirm-email#token=${token}`,
        'The link is good for a day. If it was not you, do nothing.',
      ]);
    case 'reset_password':
      return mail(to, 'A new password for Parley', [
        'Somebody, hopefully you, has forgotten the password of your account at Parley.',
        'To choose another, open:',
        `${origin}/reset-password#token=${token}`,
        'The link is good for an hour and for one time. If it was not you, do nothing: your password stays as it is.',
      ]);
    case 'password_changed':
      return mail(to, 'Your password for Parley was changed', [
        'The password of your account at Parley was changed just now, and all other devices were signed out.',
        'If it was not you, choose another at once:',
        `${origin}/reset-password`,
      ]);
    case 'email_changed':
      return mail(to, 'Your address for Parley was changed', [
        'Your account at Parley has another address from now on; this is the last mail to this one.',
        'If it was not you, write to whoever runs this Parley.',
      ]);
    case 'second_factor_enabled':
      return mail(to, 'Your second factor is on', [
        'Signing in to your account at Parley asks for a code besides the password from now on.',
        'If it was not you, somebody knows your password and has a device where you are signed in. Choose another password:',
        `${origin}/reset-password`,
      ]);
    case 'second_factor_disabled':
      return mail(to, 'Your second factor is off', [
        'Signing in to your account at Parley asks for the password alone from now on.',
        'If it was not you, choose another password at once:',
        `${origin}/reset-password`,
      ]);
    case 'identity_linked':
      return mail(to, 'Another way to sign in to Parley', [
        'Your account at Parley was connected with an account elsewhere just now: whoever signs in there can sign in here.',
        'If it was not you, have a mail sent for another password at once: that undoes it, which a new password in the settings does not.',
        `${origin}/reset-password`,
      ]);
    case 'identity_unlinked':
      return mail(to, 'One way less to sign in to Parley', [
        'Your account at Parley was disconnected just now from the account elsewhere by which it could be signed in to.',
        'If it was not you, choose another password at once:',
        `${origin}/reset-password`,
      ]);
  }
}

const mail = (to: string, subject: string, lines: readonly string[]): Mail => ({
  ...{ to, subject },
  text: `${lines.join('\n\n')}\n`,
});
