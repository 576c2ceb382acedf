import { readFileSync } from 'node:fs';

/** Memory that a process has to itself or shares, as the system counts it (`VmRSS`), in bytes; 0 where there is no `/proc`. */
export function heldBytes(pid: number): number {
  try {
    const [, kibibytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kibibytes) * 1_024;
  } catch {
    return 0;
  }
}
