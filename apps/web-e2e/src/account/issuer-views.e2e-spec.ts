import { walkClosely } from '../reach/look-closely';
import { byAnIssuer } from '../reach/walks/by-an-issuer';
import { against } from '../support/reported';
import { test } from '../support/test';

test(
  'signing in by an issuer: nothing keeps anybody out, in the light, the dark or at high contrast; nothing is cut at 320 px, at 200 % or from right to left',
  against('a screen reader or a keyboard is not enough'),
  ({ aDevice, newcomer, mailFor }) => walkClosely(byAnIssuer, { aDevice, newcomer, mailFor }),
);
