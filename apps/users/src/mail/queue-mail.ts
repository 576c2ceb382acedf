import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import type { MailKind } from './mail-job.entity';

/** Has a mail sent once the caller's transaction is committed. One of the kind that waits for the same recipient already is the one. */
export async function queueMail(
  manager: EntityManager,
  kind: MailKind,
  recipient: string,
  userId: string | null,
): Promise<void> {
  await manager.query(
    `INSERT INTO mail_jobs (id, kind, recipient, user_id, created_at, due_at) VALUES ($1, $2, $3, $4, now(), now())
     ON CONFLICT ON CONSTRAINT mail_jobs_waiting DO NOTHING`,
    [uuidV7(), kind, recipient, userId],
  );
}
