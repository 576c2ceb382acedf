/**
 * A file that is not taken, and where it is wrong: in a line, the first being 1, or at a message's place in the room. What it says is for whoever runs the import, and quotes nothing of what
 * people wrote.
 */
export class BadFile extends Error {
  constructor(where: 'Line' | 'Place', number: number, reason: string) {
    super(`${where} ${number}: ${reason}.`);
    this.name = 'BadFile';
  }
}
