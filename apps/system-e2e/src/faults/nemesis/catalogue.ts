import type { RedisKind } from '@parley/testing';
import { clockFaults } from './clock-faults';
import { refusedWrites } from './disk-faults';
import type { Fault } from './fault';
import { linkFaults } from './link-faults';
import { memberFaults } from './member-faults';
import { pairFaults } from './pair-faults';
import { presenceFaults } from './presence-faults';
import { processFaults } from './process-faults';
import { takeoverFaults } from './takeover-faults';

const single = [...processFaults, ...linkFaults, ...memberFaults, ...clockFaults, ...presenceFaults, ...refusedWrites];

/** Everything that can be done to the system while it runs. */
export const catalogue: readonly Fault[] = [...single, ...pairFaults(single)];

/** The same where Redis is more servers than one: instead of what is done to one server, and to the ways there, a master is lost and its replica takes over. */
export function catalogueFor(redis: RedisKind): readonly Fault[] {
  if (redis === 'single') return catalogue;
  const isOfOne = (target: string): boolean => target === 'redis' || target.includes('->redis');
  return [...catalogue.filter(({ targets }) => !targets.some(isOfOne)), ...takeoverFaults];
}
