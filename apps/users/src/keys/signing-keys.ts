import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accessToken } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { z } from 'zod';
import { seal, sealingKey, unseal } from '../sealing/seal';
import { Settings } from '../settings';

/** How long a key signs before another takes over. */
const keyDays = 30;
/** How long a new key is published before it signs: edges fetch keys more often, and so does every instance here. */
const leadSeconds = 600;
/** After the next key has taken over, the last token of a key is dead after this. */
const retiredSeconds = accessToken.maxLifetimeSeconds + accessToken.clockSkewSeconds + leadSeconds;

/** Any number of instances rotate one at a time. The number is arbitrary, and used for nothing else in this database. */
const rotationLock = 7_164_001;

/** The key that signs now. */
export interface SigningKey {
  readonly id: string;
  readonly key: CryptoKey;
}

const PrivateJwkSchema = z.object({ kty: z.string(), crv: z.string(), x: z.string(), d: z.string() });

interface StoredKey {
  id: string;
  publicJwk: JWK;
  sealedPrivateJwk: Buffer;
  /** Whether it signs by the database's clock. */
  active: boolean;
  /** Whether a key after it should be made by now. */
  due: boolean;
}

/**
 * The key pairs that sign access tokens, kept in the database, through which all instances agree: the youngest active
 * key signs. Old public keys stay published until the last token signed with them is dead.
 *
 * Private keys are sealed with a key derived from the services' own secret: a copy of the database, or a query that
 * somebody slipped in, signs no tokens. After a change of that secret the old keys cannot be opened any more; an
 * instance with the new secret then makes a key of its own, and the tokens of the old ones are good until they expire.
 */
@Injectable()
export class SigningKeys implements OnModuleInit {
  private readonly sealing: Buffer;
  private current: SigningKey | undefined;

  constructor(
    private readonly db: DataSource,
    settings: Settings,
  ) {
    this.sealing = sealingKey(settings.secret, 'parley users signing keys');
  }

  async onModuleInit(): Promise<void> {
    await this.maintain();
  }

  /** The key to sign with, as of the last `maintain`. */
  signing(): SigningKey {
    if (!this.current) throw new Error('there is no key to sign with');
    return this.current;
  }

  /** All public keys that a live token may need, as JWKs. */
  async published(): Promise<Record<string, unknown>[]> {
    const keys = await readKeys(this.db.manager);
    return keys.map(({ id, publicJwk: { kty, crv, x } }) => ({
      ...{ kty, crv, x, kid: id },
      ...{ use: 'sig', alg: accessToken.algorithm },
    }));
  }

  /** Makes the next key when its time has come, drops dead ones, and takes up what other instances did. To be called about once a minute. */
  async maintain(): Promise<void> {
    const usable = await transaction(this.db, async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [rotationLock]);
      await dropDeadKeys(manager);
      const keys = (await readKeys(manager)).filter((key) => this.open(key) !== undefined);
      if (keys.length > 0 && !keys.at(-1)?.due) return keys;
      await this.addKey(manager, keys.length === 0 ? 0 : leadSeconds);
      return (await readKeys(manager)).filter((key) => this.open(key) !== undefined);
    });
    const youngest = usable.filter(({ active }) => active).at(-1);
    const jwk = youngest && this.open(youngest);
    if (!jwk || youngest.id === this.current?.id) return;
    const key = await importJWK(jwk, accessToken.algorithm);
    if (key instanceof Uint8Array) throw new Error('a signing key is not asymmetric');
    this.current = { id: youngest.id, key };
  }

  private async addKey(manager: EntityManager, afterSeconds: number): Promise<void> {
    const pair = await generateKeyPair(accessToken.algorithm, { extractable: true });
    const [publicJwk, privateJwk] = await Promise.all([exportJWK(pair.publicKey), exportJWK(pair.privateKey)]);
    await manager.query(
      `INSERT INTO signing_keys (id, public_jwk, sealed_private_jwk, active_from)
       VALUES ($1, $2, $3, now() + make_interval(secs => $4))`,
      [uuidV7(), publicJwk, seal(JSON.stringify(privateJwk), this.sealing), afterSeconds],
    );
  }

  /** The private key; `undefined` for one that was sealed under another secret. */
  private open({ sealedPrivateJwk }: StoredKey): JWK | undefined {
    try {
      return PrivateJwkSchema.parse(JSON.parse(unseal(sealedPrivateJwk, this.sealing)));
    } catch {
      return undefined;
    }
  }
}

/** Oldest first. */
async function readKeys(manager: EntityManager): Promise<StoredKey[]> {
  return manager.query<StoredKey[]>(
    `SELECT id, public_jwk AS "publicJwk", sealed_private_jwk AS "sealedPrivateJwk", active_from <= now() AS active,
       active_from + make_interval(days => $1) <= now() + make_interval(secs => $2) AS due
     FROM signing_keys ORDER BY active_from, id`,
    [keyDays, leadSeconds],
  );
}

async function dropDeadKeys(manager: EntityManager): Promise<void> {
  await manager.query(
    `DELETE FROM signing_keys WHERE active_from <
       (SELECT max(active_from) FROM signing_keys WHERE active_from < now() - make_interval(secs => $1))`,
    [retiredSeconds],
  );
}
