/** Reasons to ask the server whether what is known of a room is its present state. One that comes while a question is under way is not settled by its answer. */
export class Doubts {
  private raised = 0;
  private asked = 0;
  private settled = 0;

  get any(): boolean {
    return this.raised > this.settled;
  }

  raise(): void {
    this.raised++;
  }

  /** A sync is asking. */
  ask(): void {
    this.asked = this.raised;
  }

  /** It has answered, if only by leaving the room out. */
  settle(): void {
    this.settled = this.asked;
  }
}
