/** A TCP connection, as far as it is counted. */
export interface Counted {
  readonly destroyed: boolean;
  once(event: 'close', listener: () => void): unknown;
}

/** How many connections this node carries for one network address. Behind one address there may be a whole office: the limit is for the operator to set. */
export class AddressQuota {
  private readonly open = new Map<string, number>();

  constructor(private readonly max: number) {}

  /** Counts a connection in until it closes; false where the address has as many as it may. */
  take(connection: Counted, address: string): boolean {
    const count = this.open.get(address) ?? 0;
    if (count >= this.max || connection.destroyed) return false;
    this.open.set(address, count + 1);
    connection.once('close', () => this.leave(address));
    return true;
  }

  private leave(address: string): void {
    const count = this.open.get(address) ?? 0;
    if (count > 1) this.open.set(address, count - 1);
    else this.open.delete(address);
  }
}
