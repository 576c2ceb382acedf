import { clockFaults } from './clock-faults';
import { refusedWrites } from './disk-faults';
import type { Fault } from './fault';
import { linkFaults } from './link-faults';
import { memberFaults } from './member-faults';
import { pairFaults } from './pair-faults';
import { presenceFaults } from './presence-faults';
import { processFaults } from './process-faults';

const single = [...processFaults, ...linkFaults, ...memberFaults, ...clockFaults, ...presenceFaults, ...refusedWrites];

/** Everything that can be done to the system while it runs. */
export const catalogue: readonly Fault[] = [...single, ...pairFaults(single)];
