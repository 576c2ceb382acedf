import type { Fault } from './fault';
import { linkFaults } from './link-faults';
import { memberFaults } from './member-faults';
import { processFaults } from './process-faults';

/** Everything that can be done to the system while it runs. */
export const catalogue: readonly Fault[] = [...processFaults, ...linkFaults, ...memberFaults];
