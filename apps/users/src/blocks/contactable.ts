import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { visiblePeople } from './visible-people';

/** With whom a member may begin something. */
@Injectable()
export class Contactable {
  constructor(private readonly db: DataSource) {}

  /** Those of the people who exist and whom no block divides from the actor. */
  async run(userIds: readonly string[], actorId: string): Promise<{ userIds: string[] }> {
    return { userIds: await visiblePeople(this.db.manager, userIds, actorId) };
  }
}
