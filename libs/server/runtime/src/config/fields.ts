import { z } from 'zod';

/** Where a service listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A whole number, written in decimal digits. */
export function integer(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,15}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));
}

/** A TCP port; 0 lets the system choose one. */
export function port() {
  return integer(0, 65_535);
}

/** Strings separated by commas; spaces around them and empty ones are dropped. */
export function list() {
  return z.string().transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );
}

const ADDRESS = /^(?:\[(?<v6>[0-9a-fA-F:.]+)\]|(?<host>[A-Za-z0-9._-]+)):(?<port>\d{1,5})$/;

/** The addresses in `host:port,host:port`, IPv6 ones in brackets; undefined for what is none. */
export function parseAddress(text: string): Address | undefined {
  const groups = ADDRESS.exec(text.trim())?.groups;
  const host = groups?.['v6'] ?? groups?.['host'];
  const number = Number(groups?.['port']);
  return host === undefined || number < 1 || number > 65_535 ? undefined : { host, port: number };
}

/** One or more addresses of a service: `users:4001` or `10.0.0.1:4001,[::1]:4001`. */
export function addressList() {
  return list().transform((items, context): readonly Address[] => {
    const addresses = items.flatMap((item) => parseAddress(item) ?? []);
    if (addresses.length === items.length && addresses.length > 0) return addresses;
    context.addIssue({ code: 'custom', message: 'must be addresses such as users:4001, separated by commas' });
    return z.NEVER;
  });
}

/** An origin as a browser writes it: scheme, host and port, no path and no slash at its end. */
export function httpOrigin() {
  return z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
  }, 'must be an origin such as https://chat.example.org');
}
